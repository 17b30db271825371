import { expect, test } from 'vitest';
import { normalBase, readAddress, toTarget } from './address.ts';

test.each([
  ['/', '/', '/', ''],
  ['/en/wsgi/?a=1?b', '/', '/en/wsgi/', '?a=1?b'],
  ['/docs/en/', '/docs/', '/en/', ''],
  ['/%D1%8F.md', '/', '/я.md', ''],
  ['http://example.test/en/', '/', '/en/', ''],
  ['/.well-known', '/', undefined, ''],
])('%s under %s asks for %s', (target, base, path, query) => {
  const address = readAddress(target, base);
  expect(address).toEqual(path === undefined ? { kind: 'absent' } : { kind: 'path', path, query });
});

test.each([
  ['/../package.json', 'absent'],
  ['/en/%2e%2e/%2e%2e/package.json', 'absent'],
  ['/en/..%2f..%2fpackage.json', 'absent'],
  ['/en\\..\\package.json', 'absent'],
  ['/.git/config', 'absent'],
  ['//elsewhere.test/', 'absent'],
  ['/en//wsgi/', 'absent'],
  ['/%00', 'malformed'],
  ['/%', 'malformed'],
  ['/a%0d%0aSet-Cookie:x', 'malformed'],
  ['*', 'malformed'],
  ['', 'malformed'],
])('%s names no file: %s', (target, kind) => {
  expect(readAddress(target, '/').kind).toBe(kind);
});

test('under a base path everything else is absent, and the base without its slash is mended', () => {
  expect(readAddress('/en/', '/docs/').kind).toBe('absent');
  expect(readAddress('/docsen/', '/docs/').kind).toBe('absent');
  expect(readAddress('/docs?x', '/docs/')).toEqual({ kind: 'redirect', to: '/docs/?x' });
});

test.each([
  ['', '/'],
  ['/', '/'],
  ['docs', '/docs/'],
  ['/a/b/', '/a/b/'],
])('the base path %j is %s', (typed, base) => {
  expect(normalBase(typed)).toBe(base);
});

test('a redirect encodes what a request decoded', () => {
  expect(toTarget('/en/a b/', '/docs/')).toBe('/docs/en/a%20b/');
});
