import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { compressSite } from './compress-site.ts';
import { headersFile } from './headers-file.ts';
import { nginxConf } from './nginx-conf.ts';
import { forwardingPage, readRedirects, redirectsText } from './redirects.ts';
import { hashedPlaces, policiesOf, servedFiles } from './site-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
const site = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), content);
}

write('index.html', '<title>Home</title>');
write('404.html', '<script>theme()</script>');
write('en/wsgi/index.html', `<script>theme()</script>${'<p>Text.</p>'.repeat(99)}`);
write('en/wsgi.md', '# WSGI');
write('_astro/page.Dk3fZ1aB.css', 'p { margin: 0 }'.repeat(20));
write('pagefind/pagefind-worker.js', 'work()');
write('_headers', '');
write('en/wsgi.md.br', 'made by the build');

test('what a host reads and what is sent in place of a file are not served', () => {
  expect(servedFiles(site)).toEqual(['/404.html', '/_astro/page.Dk3fZ1aB.css', '/en/wsgi.md', '/en/wsgi/index.html', '/index.html', '/pagefind/pagefind-worker.js']);
});

test('a folder in which every name has a hash is one rule; a file among others is named', () => {
  const isHashed = (path: string): boolean => path.includes('.h.');
  expect(hashedPlaces(['/a/b/x.h.js', '/a/y.h.js', '/c/d/z.h.js', '/c/plain.js', '/v.h.js', '/c/w.h.js'], isHashed)).toEqual({
    folders: ['/a/', '/c/d/'],
    files: ['/v.h.js', '/c/w.h.js'],
  });
});

test('all pages have one policy, and a worker of the search its own', () => {
  const { pages, others, files } = policiesOf(site);
  expect(pages.match(/'sha256-/g)).toHaveLength(1);
  expect(others).toBe("default-src 'none'; frame-ancestors 'none'");
  expect([...files.keys()]).toEqual(['/pagefind/pagefind-worker.js']);
});

test('the headers for hosts name each place under the base path', () => {
  const places = headersFile(site, '/docs/').split('\n').filter((line) => line.startsWith('/'));
  expect(places).toEqual(['/docs/*', '/docs/404', '/docs/404.html', '/docs/en/*', '/docs/', '/docs/index.html', '/docs/_astro/*', '/docs/pagefind/*', '/docs/pagefind/pagefind-worker.js', '/docs/en/wsgi.md']);
});

test('redirects are read as they were written, and a page sends on where they are not', () => {
  const redirects = [{ from: '/', to: '/en/', status: 302 }, { from: '/en/a/', to: '/en/b/#c', status: 301 }] as const;
  expect(readRedirects(redirectsText(redirects))).toEqual(redirects);
  expect(readRedirects('/a https://elsewhere.test/ 301\n/b /c 200\n')).toEqual([]);
  expect(forwardingPage('/en/b/#c', 'Request Path', "default-src 'none'")).toContain('content="0; url=/en/b/#c"');
});

test('the server block names policies, cache rules and redirects under the base path', () => {
  const conf = nginxConf(site, [{ from: '/docs/en/a/', to: '/docs/en/b/#c', status: 301 }], { listen: '80', serverName: 'guide.test', root: '/srv', base: '/docs/' });
  expect(conf).toContain(`~\\.html$ "${policiesOf(site).pages}";`);
  expect(conf).toContain('~^/docs/_astro/ "public, max-age=31536000, immutable";');
  expect(conf).toContain('location = /docs/en/a/ { return 301 /docs/en/b/$is_args$args#c; }');
  expect(conf).toContain('error_page 403 404 =404 /docs/404.html;');
});

test('copies are made once for each content, only where they are smaller, and never in place of one that is there', async () => {
  const cache = join(folder, 'cache');
  await compressSite(site, cache);
  const page = join(site, 'en/wsgi/index.html');
  expect(brotliDecompressSync(readFileSync(`${page}.br`))).toEqual(readFileSync(page));
  expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(readFileSync(page));
  expect(() => readFileSync(join(site, 'pagefind/pagefind-worker.js.gz'))).toThrow('ENOENT');
  expect(readFileSync(join(site, 'en/wsgi.md.br'), 'utf8')).toBe('made by the build');

  // The copy that is kept is taken, not made again.
  const kept = join(cache, `${createHash('sha256').update(readFileSync(page)).digest('hex')}.gz`);
  writeFileSync(kept, 'kept');
  rmSync(`${page}.gz`);
  await compressSite(site, cache);
  expect(readFileSync(`${page}.gz`, 'utf8')).toBe('kept');
});
