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

test('the same records make the same files, and only those that a reader needs', async () => {
  const [first, second] = [await indexFiles(records), await indexFiles(records)];
  const shape = (files: typeof first): readonly (readonly [string, string])[] =>
    files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(shape(first)).toEqual(shape(second));
  expect(first.filter(({ path }) => path.startsWith('fragment/'))).toHaveLength(40);
  expect(first.map(({ path }) => path).filter((path) => /ui|highlight|unknown/.test(path))).toEqual([]);
}, 20_000);
