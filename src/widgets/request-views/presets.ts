import type { Settings } from './settings.ts';

const plain: Settings = {
  text: 'GET /books/Bront%C3%AB?fmt=json HTTP/1.1\nHost: shop.test\nX-User-Id: 7\nX_User_Id: 8\n\n',
  peer: '203.0.113.7',
  scheme: 'http',
  mount: '',
  fact: 'path',
};

const get = (...lines: readonly string[]): string => `GET / HTTP/1.1\nHost: shop.test\n${lines.map((line) => `${line}\n`).join('')}\n`;
const post = (fields: readonly string[], body: string): string => `POST /orders HTTP/1.1\nHost: shop.test\n${fields.map((line) => `${line}\n`).join('')}\n${body}`;

/** Requests to begin with; the first is what the page shows without scripts. */
export const presets = {
  names: plain,
  form: { ...plain, text: post(['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 17'], 'copies=2&gift=yes'), fact: 'body' },
  proxy: { ...plain, text: get('Proxy: http://evil.test/'), fact: 'field:proxy' },
  repeated: { ...plain, text: get('Cookie: a=1', 'Cookie: b=2', 'Accept: text/html', 'Accept: */*'), fact: 'field:cookie' },
  forwarded: { ...plain, text: get('X-Forwarded-For: 198.51.100.2', 'X-Forwarded-Proto: https'), peer: '127.0.0.1', fact: 'peer' },
  mounted: { ...plain, text: plain.text.replace('/books', '/shop/books'), mount: '/shop', fact: 'mount' },
  encoded: { ...plain, text: 'GET //books/%2e%2e/a%2Fb?q=%C3%AB HTTP/1.1\nHost: shop.test\n\n' },
  absolute: { ...plain, text: 'GET http://other.test/books HTTP/1.1\nHost: shop.test\n\n', fact: 'host' },
  hosts: { ...plain, text: 'GET / HTTP/1.1\nHost: shop.test\nHost: other.test\n\n', fact: 'host' },
  noHost: { ...plain, text: 'GET / HTTP/1.1\nAccept: */*\n\n', fact: 'host' },
  lowerCase: { ...plain, text: 'get / HTTP/1.1\nHost: shop.test\n\n', fact: 'method' },
  chunked: { ...plain, text: post(['Transfer-Encoding: chunked'], '8\ncopies=2\n0\nX-Sum: 7\n\n'), fact: 'body' },
  lengths: { ...plain, text: post(['Content-Length: 13', 'Transfer-Encoding: chunked'], '2\nab\n0\n\n'), fact: 'field:content-length' },
  tooShort: { ...plain, text: post(['Content-Length: 8'], 'copies=2&gift=yes'), fact: 'body' },
  cut: { ...plain, text: post(['Content-Length: 100'], 'copies=2&gift=yes'), fact: 'body' },
  lineFeeds: { ...plain, text: 'GET / HTTP/1.1\\x0aHost: shop.test\\x0a\\x0a', fact: 'version' },
  folded: { ...plain, text: get('X-Note: one', ' two'), fact: 'field:x-note' },
  long: { ...plain, text: `GET /${'a'.repeat(5000)} HTTP/1.1\nHost: shop.test\n\n` },
} as const satisfies Readonly<Record<string, Settings>>;

export type PresetName = keyof typeof presets;
