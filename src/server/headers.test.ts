import { expect, test } from 'vitest';
import { cacheControl, contentType, headersFor, isCompressible } from './headers.ts';

test.each([
  ['/en/wsgi/index.html', 'text/html; charset=utf-8'],
  ['/_astro/page.Dk3fZ1aB.css', 'text/css; charset=utf-8'],
  ['/en/wsgi.md', 'text/markdown; charset=utf-8'],
  ['/llms.txt', 'text/plain; charset=utf-8'],
  ['/fonts/literata.woff2', 'font/woff2'],
  ['/pagefind/index/en_62c7b37.pf_index', 'application/octet-stream'],
  ['/LICENSE', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(contentType(path)).toBe(type);
});

test.each([
  ['/_astro/page.Dk3fZ1aB.css', true],
  ['/_astro/client_x-9.C0ffee_1.js', true],
  ['/pagefind/text/en_8cdb899f01/12.txt', true],
  ['/pagefind/names.en_8cdb899f01.json', true],
  ['/pagefind/guide.en.json', false],
  ['/pagefind/pagefind.en_f1d3d79b75.pf_meta', true],
  ['/python/0123456789abcdef/pyodide.asm.wasm', true],
  ['/python/python.0123456789abcdef.json', true],
  ['/python/flask.0123456789abcdef.zip', true],
  ['/python/pyodide.asm.wasm', false],
  ['/pagefind/pagefind-worker.js', false],
  ['/pagefind/pagefind-entry.json', false],
  ['/pagefind/wasm.en.pagefind', false],
  ['/en/wsgi/index.html', false],
  ['/favicon.svg', false],
  ['/en/_astro/page.Dk3fZ1aB.css', false],
])('%s is kept for good: %s', (path, forGood) => {
  expect(cacheControl(path)).toBe(forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
});

test('text is compressed, and caches are told so; pictures and fonts are not', () => {
  expect(isCompressible('/en/wsgi.md')).toBe(true);
  expect(headersFor('/en/wsgi.md', '')['Vary']).toBe('Accept-Encoding');
  expect(isCompressible('/python/0123456789abcdef/python_stdlib.zip')).toBe(true);
  expect(isCompressible('/card.png')).toBe(false);
  expect(isCompressible('/download.zip')).toBe(false);
  expect(headersFor('/card.png', '')['Vary']).toBeUndefined();
});

test('every file says that its type is not to be guessed, and leaks no address to other sites', () => {
  expect(headersFor('/card.png', "default-src 'none'")).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Content-Security-Policy': "default-src 'none'",
  });
});

test('other sites may show cards and icons, and nothing else', () => {
  const shown = ['/cards/en/wsgi.png', '/favicon.svg', '/favicon.ico', '/icon-512.png'];
  for (const path of shown) expect(headersFor(path, '')['Cross-Origin-Resource-Policy'], path).toBeUndefined();
  for (const path of ['/en/index.html', '/index.html', '/404.html', '/sw.js', '/_astro/a.svg', '/pagefind/a.png']) expect(headersFor(path, '')['Cross-Origin-Resource-Policy'], path).toBe('same-origin');
});

test('a page closes every feature but the one for copying; other files, where it means nothing, are spared the long line', () => {
  const said = headersFor('/en/index.html', '')['Permissions-Policy'] ?? '';
  expect(said).toContain('camera=(), ');
  expect(said.split(', ').filter((feature) => !feature.endsWith('=()'))).toEqual(['clipboard-write=(self)']);
  expect(headersFor('/sw.js', '')['Permissions-Policy']).toBeUndefined();
});
