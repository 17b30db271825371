import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordingServer } from './recording-server.ts';

const html = `<!doctype html><title>Page</title>${'<p>text</p>'.repeat(200)}`;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'measure-'));
  mkdirSync(join(folder, 'en'));
  writeFileSync(join(folder, 'en/index.html'), html);
  writeFileSync(join(folder, 'en/index.html.gz'), gzipSync(html));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was sent is told as it was sent: compressed body, headers apart, path without base and query', async () => {
  const server = await recordingServer(folder, '/docs/');
  try {
    await (await fetch(`${server.url}en/?q=1`, { headers: { 'accept-encoding': 'gzip' } })).text();
    const [page, ...others] = server.take();
    expect(page).toMatchObject({ path: '/en/', kind: 'html', body: gzipSync(html).length });
    expect(page?.headers).toBeGreaterThan(200);
    expect(page?.headers).toBeLessThan(2500);
    expect(others).toEqual([]);
    expect(server.take()).toEqual([]);
  } finally {
    await server.stop();
  }
});
