import { expect, test } from 'vitest';
import type { Engine, Fragment } from './engine.ts';
import { boundQuery, find, longestQuery } from './find.ts';

const fragment = (over: Partial<Fragment> & { readonly title?: string }): Fragment => ({
  url: '/en/wsgi/#rules',
  content: `${over.title ?? 'Rules'}. The server calls the application once for each of the requests that come in.`,
  locations: [0],
  ...over,
  meta: { title: over.title ?? 'Rules', chapter: 'wsgi', ...over.meta },
});

function engineOf(fragments: readonly Fragment[], check = async (): Promise<void> => {}): Engine {
  return { chapters: { wsgi: { title: 'How does a server call Python?', phase: 'translate' } }, search: async () => ({ results: fragments.map((data) => ({ data: async () => data })) }), check };
}

test('a result says where it is, in which colour, and marks what was asked for', async () => {
  const { results, total } = await find(engineOf([fragment({ locations: [2, 3] })]), 'server calls', 10);
  expect(total).toBe(1);
  expect(results[0]).toMatchObject({ url: '/en/wsgi/#rules', kind: 'chapter', phase: 'translate', chapter: 'How does a server call Python?', isWhole: false });
  expect(results[0]?.text.filter((part) => part.isMarked).map((part) => part.text)).toEqual(['server calls']);
});

test('what bears the very name comes first', async () => {
  const { results } = await find(engineOf([fragment({ title: 'wsgiref.validate' }), fragment({ title: 'WSGI', url: '/en/glossary/#wsgi' })]), 'wsgi', 10);
  expect(results.map(({ url }) => url)).toEqual(['/en/glossary/#wsgi', '/en/wsgi/#rules']);
});

test('a term answers by its definition', async () => {
  const { results } = await find(engineOf([fragment({ url: '/docs/en/glossary/#rules', content: 'Rules. One exact sentence. ¶. laws', locations: [5] })]), 'laws', 10);
  expect(results[0]).toMatchObject({ kind: 'glossary', phase: 'translate', isWhole: false });
  expect(results[0]?.text.map((part) => part.text).join('')).toBe('One exact sentence.');
});

test.each([
  ['/docs/en/failures/#refused', 'failure', 'back'],
  ['/en/myths/#m', 'myth', 'translate'],
  ['/en/sources/#source-a', 'source', 'translate'],
  ['/docs/en/wsgi/#exercise-echo', 'exercise', 'translate'],
  ['/en/wsgi/', 'chapter', 'translate'],
])('%s is a %s', async (url, kind, phase) => {
  const { results } = await find(engineOf([fragment({ url })]), 'rules', 10);
  expect(results[0]).toMatchObject({ kind, phase });
});

test('a page that is no chapter is a page', async () => {
  const { results } = await find(engineOf([fragment({ url: '/en/about/#stored', meta: { chapter: 'about' } })]), 'rules', 10);
  expect(results[0]).toMatchObject({ kind: 'page', phase: 'plain', chapter: undefined });
});

test('an unknown word finds nothing, whatever Pagefind takes it for', async () => {
  const { results, total } = await find(engineOf([fragment({ content: 'Rules. Six x three.', locations: [2] })]), 'xyzzyqq', 10);
  expect([results, total]).toEqual([[], 0]);
});

test('only as many as wanted are loaded, all are counted', async () => {
  const { results, total } = await find(engineOf(Array.from({ length: 30 }, () => fragment({}))), 'rules', 12);
  expect([results.length, total]).toEqual([12, 30]);
});

test.each(['', '   ', '"', '…?!', '<>', '()[]{}*+'])('“%s” is answered by nothing, without asking the index', async (query) => {
  const engine: Engine = { chapters: {}, search: () => Promise.reject(new Error('asked')), check: () => Promise.reject(new Error('asked')) };
  expect(await find(engine, query, 10)).toMatchObject({ total: 0, results: [] });
});

test('nothing found because the index is out of reach is an error, not an answer', async () => {
  await expect(find(engineOf([], () => Promise.reject(new Error('offline'))), 'rules', 10)).rejects.toThrow('offline');
});

test.each([
  ['  hosts \n file\t', 'hosts file'],
  ['a\u0000b\u202Ec', 'a b c'],
  ['x'.repeat(10_000), 'x'.repeat(longestQuery)],
  ['😀'.repeat(300), '😀'.repeat(longestQuery)],
])('a query is one bounded line', (typed, searched) => {
  expect(boundQuery(typed)).toBe(searched);
});
