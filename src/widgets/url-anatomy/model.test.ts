import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anatomy, urlLimit, type Anatomy } from './model.ts';
import type { Reason } from './reason.ts';

function url(text: string): Anatomy {
  const result = anatomy(text);
  if (result.kind !== 'url') throw new Error(`${text} is no URL: ${result.reason.code}`);
  return result;
}

test('the parts of the example, and where each goes', () => {
  const { parts, origin, sent } = url('https://ann:secret@shop.test:8443/books/42?fmt=json#reviews');
  expect(parts.map(({ name, value, uses }) => [name, value, uses.join(' ')])).toEqual([
    ['scheme', 'https', 'transport'],
    ['username', 'ann', 'credentials'],
    ['password', 'secret', 'credentials'],
    ['host', 'shop.test', 'dns sni host referer'],
    ['port', '8443', 'connection host referer'],
    ['path', '/books/42', 'request-line referer'],
    ['query', '?fmt=json', 'request-line referer'],
    ['fragment', '#reviews', 'nowhere'],
  ]);
  expect(origin).toBe('https://shop.test:8443');
  expect(sent).toEqual({
    lookUp: 'shop.test',
    port: 8443,
    isBadPort: false,
    isOpenInChromium: false,
    isTls: true,
    sni: 'shop.test',
    requestLine: 'GET /books/42?fmt=json HTTP/1.1',
    host: 'shop.test:8443',
    referer: { sameOrigin: 'https://shop.test:8443/books/42?fmt=json', otherOrigin: 'https://shop.test:8443/' },
  });
});

test('what nobody wrote is there all the same: port and path', () => {
  const { parts, sent } = url('http://shop.test');
  expect(parts.filter(({ name }) => name === 'port' || name === 'path')).toEqual([
    { name: 'port', value: '80', isImplied: true, uses: ['connection'] },
    { name: 'path', value: '/', isImplied: false, uses: ['request-line', 'referer'] },
  ]);
  expect(sent).toMatchObject({ host: 'shop.test', port: 80, isTls: false, sni: null });
});

test('an address is not looked up and not named in TLS', () => {
  expect(url('https://192.0.2.10/').sent).toMatchObject({ lookUp: null, sni: null, host: '192.0.2.10' });
  expect(url('https://[2001:db8::1]:8443/').sent).toMatchObject({ lookUp: null, sni: null, host: '[2001:db8::1]:8443' });
});

test('other schemes send no HTTP request', () => {
  expect(url('mailto:ann@shop.test')).toMatchObject({ origin: null, sent: null });
  expect(url('shop.test:8000/books')).toMatchObject({ origin: null, sent: null });
});

test.each([
  ['  https://shop.test/  ', 'spaces'],
  ['https://shop\n.test/', 'line-breaks'],
  ['https:\\\\shop.test\\a', 'backslashes'],
  ['HTTPS://Shop.Test/A', 'case'],
  ['https://shop.test:443/', 'default-port'],
  ['https://shop.test/a/../b', 'dots'],
  ['http://127.1/', 'ipv4'],
  ['http://0x7f.0.0.1/', 'ipv4'],
  ['https://книги.test/', 'punycode'],
  ['https://shop.test/книги', 'encoded'],
  ['https:shop.test', 'slashes'],
  ['https://shop.test/books/42?fmt=json#reviews', ''],
  ['http://shop.test:8000/a?b=//c/../d#e/../f', ''],
])('%j was changed: %s', (text, changes) => {
  expect(url(text).changes.join(' ')).toBe(changes);
});

test.each<[string, Reason['code'], string]>([
  ['', 'empty', ''],
  ['books/42', 'no-scheme', 'books/42'],
  ['//shop.test/', 'no-scheme', '//shop.test/'],
  ['https://', 'no-host', ''],
  ['http://582.33.96.77/', 'ipv4', '582.33.96.77'],
  ['http://shop.1/', 'ipv4', 'shop.1'],
  ['http://shop.test:70000/', 'port-number', '70000'],
  ['http://shop.test:http/', 'port-text', 'http'],
  ['http://[2001:db8::1/', 'ipv6', '[2001:db8::1'],
  ['http://shop test/', 'host-character', ' '],
  ['http://shop%00.test/', 'host-character', '\0'],
  ['http://a<b>.test/', 'host-character', '<'],
])('%j is no URL: %s', (text, code, detail) => {
  expect(anatomy(text)).toEqual({ kind: 'invalid', reason: { code, detail } });
});

test('a text that is too long is not read', () => {
  expect(anatomy(`https://shop.test/${'a'.repeat(urlLimit)}`)).toMatchObject({ kind: 'invalid', reason: { code: 'too-long' } });
});

test('the browser refuses some ports whatever listens there', () => {
  expect(url('http://shop.test:6000/').sent?.isBadPort).toBe(true);
  expect(url('http://shop.test:8000/').sent?.isBadPort).toBe(false);
  expect(url('https://shop.test:4190/').sent).toMatchObject({ isBadPort: true, isOpenInChromium: true });
});

test('whatever is typed, the verdict is that of URL, and a reason is found', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((tail) => `http://${tail}`)), (text) => {
      const result = anatomy(text);
      expect(result.kind).toBe(URL.canParse(text) ? 'url' : 'invalid');
      if (result.kind === 'url') expect(new URL(result.href).href).toBe(result.href);
    }),
    { numRuns: 500 },
  );
});
