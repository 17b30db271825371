import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../tools/run-tool.ts';
import { compressedCache, copyName } from './compressed.ts';

let site = '';
beforeEach(() => (site = mkdtempSync(join(tmpdir(), 'ahead-'))));
afterEach(() => rmSync(site, { recursive: true }));

const page = Buffer.from(`<p>${'one page of this test. '.repeat(50)}</p>`);

function start(): { readonly ended: Promise<number | null>; say(text: string): void } {
  const child = spawn(process.execPath, ['src/hosting/compress-ahead.ts', site], { cwd: root, stdio: ['pipe', 'ignore', 'inherit'] });
  return { ended: new Promise((resolve) => child.once('close', resolve)), say: (text) => child.stdin.end(text) };
}

test('what is there when the last file is written has its copies; the site itself stays as it is', async () => {
  const { ended, say } = start();
  writeFileSync(join(site, 'index.html'), page);
  say('finish\n');
  expect(await ended).toBe(0);
  const copies = (['br', 'gz'] as const).map((coding) => join(compressedCache(root), copyName(page, coding)));
  expect(copies.filter((copy) => !existsSync(copy))).toEqual([]);
  expect(readdirSync(site)).toEqual(['index.html']);
  for (const copy of copies) rmSync(copy);
});

test('it ends with the build that started it', async () => {
  const { ended, say } = start();
  say('');
  expect(await ended).toBe(0);
});
