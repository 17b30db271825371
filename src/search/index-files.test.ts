import { expect, test } from 'vitest';
import { indexFiles } from './index-files.ts';
import type { SearchRecord } from './record.ts';

const records: readonly SearchRecord[] = Array.from({ length: 40 }, (_, i) => ({
  url: `/en/chapter/#section-${i}`,
  locale: 'en',
  kind: 'chapter',
  phase: 'reach',
  title: `Section ${i}`,
  html: `<p>Words of section ${i}: alpha beta gamma delta-${i}.</p>`,
}));

const editions = [{ locale: 'en', records, chapters: [], synonyms: [['piece', 'section'], ['кусок', 'Section 3']] as const }];

test('the same records make the same files, and only those that a reader needs', async () => {
  const [first, second] = [await indexFiles(editions), await indexFiles(editions)];
  const shape = (files: typeof first): readonly (readonly [string, string])[] =>
    files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(shape(first)).toEqual(shape(second));
  expect(first.filter(({ path }) => path.startsWith('text/'))).toHaveLength(40);
  expect(first.map(({ path }) => path).filter((path) => /\bui|highlight|unknown|fragment|filter|pagefind\.js$/.test(path))).toEqual([]);
}, 20_000);

test('the head tells the version that the other files have in their names; Russian words are a file of their own', async () => {
  const files = new Map((await indexFiles(editions)).map(({ path, content }) => [path, Buffer.from(content).toString()]));
  const { version } = JSON.parse(files.get('guide.en.json') ?? '') as { version: string };
  expect(JSON.parse(files.get(`names.en_${version}.json`) ?? '')).toMatchObject({ synonyms: [['piece', 'section']] });
  expect(JSON.parse(files.get(`russian.en_${version}.json`) ?? '')).toMatchObject({ synonyms: [['кусок', 3]] });
  expect(files.get(`text/en_${version}/7.txt`)).toMatch(/^chapter\/#section-7\nSection 7\nSection 7\. Words of section 7/);
}, 20_000);
