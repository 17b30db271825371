import { expect, test } from 'vitest';
import type { Engine, Hit } from './engine.ts';
import { find } from './find.ts';
import { NameIndex, type NameRow } from './name-index.ts';
import { Synonyms } from './synonyms.ts';

/** A record of the small guide of these tests: its names, and its text, whose words are found where they stand. */
type Entry = readonly [row: NameRow, text: string];

const shop: readonly Entry[] = [
  [['wsgi/#rules', 'Rules', 0, 0], 'The server calls the application once for each of the requests that come in.'],
  [['glossary/#callable', 'callable', 0, 0, 'application object'], 'Something that can be called. ¶. function'],
  [['failures/#refused', '502 Bad Gateway, at once', 0, 0, 'connect() failed (111: Connection refused)'], 'No program listens behind Nginx. ¶'],
  [['about/#stored', 'What is stored', -1, 0], 'Nothing leaves the browser.'],
  [['glossary/#certificate', 'certificate', 1, 0], 'A signed statement about a name.'],
];

function engineOf(entries: readonly Entry[] = shop, over: Partial<Engine> = {}): Engine {
  const contents = entries.map(([[, title], text]) => `${title}. ${text}`);
  const hitsOf = (word: string): Hit[] =>
    contents.flatMap((content, row) => {
      const places = content.toLowerCase().split(/\s+/).flatMap((other, place) => (other.startsWith(word.toLowerCase()) ? [place] : []));
      return places.length > 0 ? [{ row, score: places.length, places }] : [];
    });
  const names = new NameIndex(entries.map(([row]) => row));
  return {
    head: { version: '1', chapters: [{ slug: 'wsgi', title: 'How does a server call Python?', phase: 'translate', part: 2 }, { slug: 'tls', title: 'What must happen first?', phase: 'reach', part: 1 }] },
    names,
    synonyms: new Synonyms([['x509', 'certificate']]),
    search: async (word) => hitsOf(word),
    text: async (row) => ({ address: entries[row]?.[0][0] ?? '', title: entries[row]?.[0][1] ?? '', content: contents[row] ?? '' }),
    words: async () => names.words,
    addRussian: async () => names.add([[1, 'вызываемый объект']]),
    check: async () => {},
    ...over,
  };
}

const addresses = async (query: string, choice: object = {}): Promise<string[]> => (await find(engineOf(), query, { limit: 10, ...choice })).results.map(({ address }) => address);

test('a result says where it is, in which colour, and marks what was asked for', async () => {
  const { results, total } = await find(engineOf(), 'server calls', { limit: 10 });
  expect(total).toBe(1);
  expect(results[0]).toMatchObject({ address: 'wsgi/#rules', kind: 'chapter', phase: 'translate', chapter: 'How does a server call Python?', isWhole: false });
  expect(results[0]?.text.filter((part) => part.isMarked).map((part) => part.text)).toEqual(['server calls']);
});

test('a term answers by its definition', async () => {
  const { results } = await find(engineOf(), 'application object', { limit: 10 });
  expect(results[0]).toMatchObject({ address: 'glossary/#callable', kind: 'glossary' });
  expect(results[0]?.text.map((part) => part.text).join('')).toBe('Something that can be called.');
});

test('a pasted line finds the failure', async () => {
  expect((await addresses('2026/01/02 03:04:05 [error] 77#77: *1 connect() failed (111: Connection refused) while connecting, client: 192.0.2.7'))[0]).toBe('failures/#refused');
});

test('a misspelled word is searched as what was meant, and that is said', async () => {
  const found = await find(engineOf(), 'Certifcate', { limit: 10 });
  expect(found).toMatchObject({ meant: 'certificate', results: [{ address: 'glossary/#certificate' }] });
});

test('a word of one’s own and a Russian word lead to the guide’s', async () => {
  expect(await addresses('x509')).toEqual(['glossary/#certificate']);
  expect(await addresses('вызываемого объекта')).toEqual(['glossary/#callable']);
});

test('kind and part are chosen', async () => {
  expect(await addresses('certificate', { kind: 'chapter' })).toEqual([]);
  expect(await addresses('certificate', { part: 1 })).toEqual(['glossary/#certificate']);
  expect(await addresses('certificate', { part: 2 })).toEqual([]);
});

test('an unknown word finds nothing, whatever Pagefind takes it for, and the nearest terms are named', async () => {
  const engine = engineOf(shop, { search: async () => [{ row: 0, score: 1, places: [2] }] });
  expect(await find(engine, 'xyzzyqq', { limit: 10 })).toMatchObject({ total: 0, results: [], meant: undefined, near: [] });
  expect((await find(engineOf(shop, { words: async () => new Map() }), 'certafacete', { limit: 10 })).near).toEqual([{ address: 'glossary/#certificate', title: 'certificate' }]);
});

test('only as many as wanted are loaded, all are counted', async () => {
  const many = Array.from({ length: 30 }, (_, i): Entry => [[`wsgi/#s${i}`, 'Rules', 0, 0], 'The server.']);
  const { results, total } = await find(engineOf(many), 'rules', { limit: 12 });
  expect([results.length, total]).toEqual([12, 30]);
});

test.each(['', '   ', '"', '…?!', '<>', '()[]{}*+', '\u202E\u200F'])('“%s” is answered by nothing, without asking the index', async (query) => {
  const asked = (): Promise<never> => Promise.reject(new Error('asked'));
  expect(await find(engineOf(shop, { search: asked, text: asked, check: asked }), query, { limit: 10 })).toMatchObject({ total: 0, results: [] });
});

test.each(['<script>alert(1)</script> rules', 'rules (.*)+$ [a-z]{9}', 'rules שלום', `rules ${'x y '.repeat(4000)}`])('“%s” is harmless', async (query) => {
  const { results } = await find(engineOf(), query, { limit: 10 });
  expect(Array.isArray(results)).toBe(true);
});

test('nothing found because the index is out of reach is an error, not an answer', async () => {
  const engine = engineOf(shop, { search: async () => [], words: async () => new Map(), check: () => Promise.reject(new Error('offline')) });
  await expect(find(engine, 'zzzzzzz', { limit: 10 })).rejects.toThrow('offline');
});

test('a word that the guide has and Pagefind does not find is a missing part of the index, not a missing word', async () => {
  const engine = engineOf(shop, { search: async () => [], words: async () => new Map([['bookshop', 32]]) });
  await expect(find(engine, 'bookshop', { limit: 10 })).rejects.toThrow('A part of the search index is out of reach');
});
