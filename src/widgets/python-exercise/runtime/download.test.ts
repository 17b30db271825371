import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { download, DownloadError } from './download.ts';
import type { RuntimeFile } from './protocol.ts';

const body = 'x'.repeat(1000);
const file: RuntimeFile = { name: 'a.wasm', size: 1000, sha256: createHash('sha256').update(body).digest('base64') };

/** A server with one answer; notes how it was asked. */
function server(answer: () => Response | Promise<Response>): { readonly get: (url: string, init: RequestInit) => Promise<Response>; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    get: async (url, init) => {
      asked.push(`${url} ${init.cache ?? ''}`);
      return answer();
    },
  };
}

const load = (get: (url: string, init: RequestInit) => Promise<Response>, again = false, bytes: number[][] = []) =>
  download([file], (name) => `/python/${name}`, (loaded, total) => bytes.push([loaded, total]), again, get);

test('a whole file is handed over, and its way is counted in the bytes that travel', async () => {
  const bytes: number[][] = [];
  const { get, asked } = server(() => new Response(body, { headers: { 'Content-Length': '250' } }));
  const files = await load(get, false, bytes);
  expect(new TextDecoder().decode(files.get('a.wasm'))).toBe(body);
  expect(bytes.at(-1)).toEqual([250, 250]);
  expect(asked).toEqual(['/python/a.wasm default']);
});

test('another attempt asks past the cache', async () => {
  const { get, asked } = server(() => new Response(body));
  await load(get, true);
  expect(asked).toEqual(['/python/a.wasm reload']);
});

test.each<[string, string, RegExp, () => Response | Promise<Response>]>([
  ['no network', 'network', /a\.wasm: TypeError/, () => Promise.reject(new TypeError('Failed to fetch'))],
  ['an error page', 'network', /answered 404/, () => new Response('no', { status: 404 })],
  ['a body that is cut off', 'network', /after 400 of 1000 bytes/, () => new Response(body.slice(0, 400))],
  ['other bytes', 'damaged', /other bytes/, () => new Response('y'.repeat(1000))],
  ['too many bytes', 'damaged', /longer than 1000/, () => new Response(`${body}x`)],
])('%s is known for what it is', async (_, problem, message, answer) => {
  const error: unknown = await load(server(answer).get).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DownloadError);
  expect((error as DownloadError).problem).toBe(problem);
  expect((error as DownloadError).message).toMatch(message);
});
