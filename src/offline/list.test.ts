import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { offlineList } from './list.ts';

let site = '';
beforeEach(() => (site = mkdtempSync(join(tmpdir(), 'offline-'))));
afterEach(() => rmSync(site, { recursive: true }));

function write(path: string, text = path): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

test('pages and what they load are listed with their sizes, Python apart, the rest not at all', () => {
  for (const path of ['en/index.html', 'en/wsgi/index.html', '404.html', '_astro/a.12345678.js', 'python/p.wasm', 'cards/a.png', 'robots.txt', 'en/wsgi.md', 'en/print/index.html', 'en/feed.xml', '_astro/a.12345678.js.br', 'sw.js']) write(path, '12345');
  const { site: files, python } = offlineList(site);
  expect(files).toEqual([['/404.html', 5], ['/_astro/a.12345678.js', 5], ['/en/', 5], ['/en/wsgi/', 5]]);
  expect(python).toEqual([['/python/p.wasm', 5]]);
});

test('the version changes with every file, and with nothing else', () => {
  write('en/index.html', 'one');
  const { version } = offlineList(site);
  write('robots.txt', 'other');
  expect(offlineList(site).version).toBe(version);
  write('en/index.html', 'two');
  expect(offlineList(site).version).not.toBe(version);
});
