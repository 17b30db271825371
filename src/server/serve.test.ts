import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Running } from './serve.ts';

const page = `<!doctype html><title>WSGI</title><script>theme()</script>${'<p>Text of the page.</p>'.repeat(50)}`;
const site = mkdtempSync(join(tmpdir(), 'serve-'));
let plain: Running;
let based: Running;

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), content);
}

beforeAll(async () => {
  write('site/index.html', '<title>Home</title>');
  write('site/404.html', '<title>No such page</title>');
  write('site/en/wsgi/index.html', page);
  write('site/en/wsgi.md', '# WSGI');
  write('site/_astro/page.Dk3fZ1aB.css', 'p { color: red }');
  write('site/card.png', Buffer.alloc(2000));
  write('site/_headers', '/*');
  write('site/.hidden', 'secret');
  write('secret.txt', 'secret');
  plain = await serve({ folder: join(site, 'site'), port: 24410 });
  based = await serve({ folder: join(site, 'site'), port: 24411, base: '/docs' });
});
afterAll(async () => {
  await plain.stop();
  await based.stop();
  rmSync(site, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks with exactly this target; `fetch` would tidy it up. */
function ask(path: string, options: { method?: string; headers?: Record<string, string>; port?: number } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, port = plain.port } = options;
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject).end();
  });
}

test('a page comes with its type, its policy and an entity tag', async () => {
  const { status, headers, body } = await ask('/en/wsgi/');
  expect(status).toBe(200);
  expect(body.toString()).toBe(page);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-length': String(page.length),
    'x-content-type-options': 'nosniff',
  });
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+'/);
  expect(headers['etag']).toMatch(/^"[\w-]{16}"$/);
});

test.each([
  ['br', (bytes: Buffer) => brotliDecompressSync(bytes)],
  ['gzip', (bytes: Buffer) => gunzipSync(bytes)],
])('a page travels as %s, smaller, with an entity tag of its own', async (coding, unpack) => {
  const { headers, body } = await ask('/en/wsgi/', { headers: { 'accept-encoding': coding } });
  expect(headers['content-encoding']).toBe(coding);
  expect(headers['vary']).toBe('Accept-Encoding');
  expect(body.length).toBeLessThan(page.length / 4);
  expect(unpack(body).toString()).toBe(page);
  expect(headers['etag']).toMatch(new RegExp(`-${coding}"$`));
});

test('a picture is sent as it is', async () => {
  const { headers } = await ask('/card.png', { headers: { 'accept-encoding': 'br' } });
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['content-length']).toBe('2000');
});

test('a client that holds a page gets 304 without a body, until the page changes', async () => {
  const first = await ask('/en/wsgi.md');
  const again = { headers: { 'if-none-match': String(first.headers['etag']) } };
  const second = await ask('/en/wsgi.md', again);
  expect([second.status, second.body.length]).toEqual([304, 0]);
  expect(second.headers['etag']).toBe(first.headers['etag']);

  write('site/en/wsgi.md', '# WSGI, changed');
  const third = await ask('/en/wsgi.md', again);
  expect([third.status, third.body.toString()]).toEqual([200, '# WSGI, changed']);
});

test('HEAD says the same as GET, without the body', async () => {
  const { status, headers, body } = await ask('/en/wsgi/', { method: 'HEAD' });
  expect([status, headers['content-length'], body.length]).toEqual([200, String(page.length), 0]);
});

test('other methods are refused with the ones that are answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask('/en/wsgi/', { method });
    expect([method, status, headers['allow']]).toEqual([method, 405, 'GET, HEAD']);
  }
});

test.each([
  ['/en/wsgi', '/en/wsgi/'],
  ['/en/wsgi?a=1', '/en/wsgi/?a=1'],
  ['/en/wsgi/index.html', '/en/wsgi/'],
])('%s leads to %s', async (path, location) => {
  const { status, headers } = await ask(path);
  expect([status, headers['location']]).toEqual([301, location]);
});

test('pages that have moved are sent on as the list for hosts says, with what was asked', async () => {
  write('site/_redirects', '/en/old/ /en/wsgi/#environ 301\n/en/start/ /en/ 302\n/docs/en/old/ /docs/en/wsgi/ 301\n');
  const to = async (path: string, port?: number): Promise<unknown> => {
    const { status, headers } = await ask(path, port === undefined ? {} : { port });
    return [status, headers['location']];
  };
  expect(await to('/en/old/?q=1')).toEqual([301, '/en/wsgi/?q=1#environ']);
  expect(await to('/en/start/')).toEqual([302, '/en/']);
  expect(await to('/docs/en/old/', based.port)).toEqual([301, '/docs/en/wsgi/']);
  write('site/_redirects', '');
});

test.each(['/nothing/', '/en/nothing', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/.hidden', '/_headers', '//en/wsgi'])(
  '%s is answered by the page that helps',
  async (path) => {
    const { status, headers, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, '<title>No such page</title>']);
    expect(headers['location']).toBeUndefined();
  },
);

test.each(['/%', '/%00', '/%0d%0aX-Evil:%201'])('%s is no address', async (path) => {
  expect((await ask(path)).status).toBe(400);
});

test('under a base path the site answers there and nowhere else', async () => {
  const { port, url } = based;
  expect(url).toBe(`http://localhost:${port}/docs/`);
  expect((await ask('/docs/en/wsgi/', { port })).status).toBe(200);
  expect((await ask('/docs/en/wsgi', { port })).headers['location']).toBe('/docs/en/wsgi/');
  expect((await ask('/docs', { port })).headers['location']).toBe('/docs/');
  expect((await ask('/en/wsgi/', { port })).status).toBe(404);
});

test('a file that the build has compressed is sent as it is, unless it is older than its source', async () => {
  write('site/ready.css', 'p { margin: 0 }');
  write('site/ready.css.gz', gzipSync('from the build'));
  const get = (): Promise<Answer> => ask('/ready.css', { headers: { 'accept-encoding': 'gzip' } });
  expect(gunzipSync((await get()).body).toString()).toBe('from the build');

  write('site/ready.css', 'p { margin: 1px }');
  utimesSync(join(site, 'site/ready.css.gz'), 0, 0);
  expect(gunzipSync((await get()).body).toString()).toBe('p { margin: 1px }');
  expect((await ask('/ready.css.gz')).status).toBe(404);
});

test('a taken port is said in one sentence with what to type', async () => {
  await expect(serve({ folder: site, port: plain.port })).rejects.toThrow(
    'Port 24410 is taken by another program: choose another one, such as PORT=4321 npm start.',
  );
  const other = createServer().listen(24412, '::1');
  await new Promise((resolve) => other.once('listening', resolve));
  await expect(serve({ folder: site, port: 24412 })).rejects.toThrow('Port 24412 is taken');
  other.close();
});

test('a stopped server does not wait for idle connections and frees its port', async () => {
  const first = await serve({ folder: join(site, 'site'), port: 24413 });
  await (await fetch('http://127.0.0.1:24413/')).text();
  const started = performance.now();
  await first.stop();
  expect(performance.now() - started).toBeLessThan(900);

  const second = await serve({ folder: join(site, 'site'), port: 24413 });
  expect((await ask('/', { port: 24413 })).status).toBe(200);
  await second.stop();
});
