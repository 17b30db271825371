import { gunzipSync } from 'node:zlib';
import { createIndex, type IndexFile } from 'pagefind';
import { expect, test } from 'vitest';
import { elementsOf, textAt } from './cbor.ts';
import { repack } from './repack.ts';

/** The words of each part of an index, with what the part says of each, as it stands there. */
function wordsOfParts(files: readonly IndexFile[]): readonly (readonly (readonly [word: string, said: string])[])[] {
  return files
    .filter(({ path }) => path.endsWith('.pf_index'))
    .map(({ content }) => {
      const bytes = new Uint8Array(gunzipSync(content)).slice('pagefind_dcd'.length);
      const items = elementsOf(bytes, elementsOf(bytes, 0)[0] ?? 0);
      return items.slice(0, -1).map((from, i) => [textAt(bytes, elementsOf(bytes, from)[0] ?? 0), Buffer.from(bytes.slice(from, items[i + 1])).toString('hex')] as const);
    });
}

test('the parts of the index become small, and hold the same words in the same order', async () => {
  const { index } = await createIndex();
  // Enough words for several parts of Pagefind's own size.
  for (let page = 0; page < 60; page++) {
    const words = Array.from({ length: 400 }, (_, i) => `word${(page * 131 + i * 37) % 3000}x`).join(' ');
    await index?.addHTMLFile({ url: `/en/${page}/`, content: `<html lang="en"><body><h1>Page ${page}</h1><p>${words}</p></body></html>` });
  }
  const { files } = (await index?.getFiles()) ?? { files: [] };
  await index?.deleteIndex();
  const { files: packed, texts } = repack(files, (url) => Number(/\d+/.exec(url)?.[0]));
  const sizes = packed.filter(({ path }) => path.endsWith('.pf_index')).map(({ content }) => content.length);
  expect(sizes.length).toBeGreaterThan(files.filter(({ path }) => path.endsWith('.pf_index')).length);
  expect(Math.max(...sizes)).toBeLessThan(4_500);
  // Each word stands in one part, with all its pages, scores and places.
  const [before, after] = [wordsOfParts(files), wordsOfParts(packed)];
  expect(new Map(after.flat())).toEqual(new Map(before.flat()));
  expect(after.flat().length).toBe(before.flat().length);
  // A word is looked for in the part between whose ends it stands, and is there.
  for (const words of after) expect(words.map(([word]) => word)).toEqual(words.map(([word]) => word).sort());
  expect(new Set(packed.map(({ path }) => path)).size).toBe(packed.length);
  expect(texts.size).toBe(60);
  expect(texts.get('/en/7/')).toMatch(/^Page 7\. word/);
  const entry = JSON.parse(Buffer.from(packed.find(({ path }) => path === 'pagefind-entry.json')?.content ?? []).toString()) as { languages: { en: { hash: string } } };
  expect(packed.map(({ path }) => path)).toContain(`pagefind.${entry.languages.en.hash}.pf_meta`);
}, 20_000);

test('files of another form stop the build', () => {
  expect(() => repack([], () => 0)).toThrow('Pagefind wrote no pagefind-entry.json.');
});
