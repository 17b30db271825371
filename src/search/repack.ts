import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { arrayItem, elementsOf, textAt, textItem } from './cbor.ts';

/** Pagefind begins each of its files so, under the compression. */
const signature = 'pagefind_dcd';

/**
 * A part of Pagefind's index holds at most so many bytes before compression, about 1.5 kB after it. Pagefind itself makes
 * parts of 25 kB; a search for three words would load 75.
 */
const partSize = 2_500;

/** Pagefind's index as readers load it. */
export interface Repacked {
  readonly files: readonly IndexFile[];
  /** What Pagefind read of each page, by the page's address; places of found words are counted in its words. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Cuts Pagefind's index into smaller parts, and names its pages by numbers, so that a first search loads little.
 * Whole words find the same pages as before. Of words that begin with what was typed, Pagefind finds those that stand in
 * the same part, and a small part holds fewer of them: one to three letters find fewer pages. The names (name-index.ts)
 * are searched by beginnings as well, all of them.
 * @param numberOf number of a page, by its address; found pages carry it as their `id`
 * @throws Error when Pagefind's files are not of the form that version 1.6 writes
 */
export function repack(files: readonly IndexFile[], numberOf: (url: string) => number): Repacked {
  const texts = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const { path, content } of files) {
    const name = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
    if (name === undefined) continue;
    const { url, content: text } = JSON.parse(new TextDecoder().decode(unpack(content))) as { url: string; content: string };
    texts.set(url, text.replaceAll('\u200B', ''));
    numbers.set(name, numberOf(url));
  }

  let entry = new TextDecoder().decode(fileAt(files, 'pagefind-entry.json').content);
  const newFiles: IndexFile[] = files.filter(({ path }) => /^(?:pagefind-worker\.js|wasm\..*\.pagefind)$/.test(path));
  for (const { path, content } of files) {
    const name = /^pagefind\.(.*)\.pf_meta$/.exec(path)?.[1];
    if (name === undefined) continue;
    const { meta, parts } = repackEdition(unpack(content), name.split('_')[0] ?? '', files, numbers);
    const newName = `${name.split('_')[0]}_${shortHash(meta)}`;
    newFiles.push(...parts, { path: `pagefind.${newName}.pf_meta`, content: meta });
    entry = entry.replaceAll(name, newName);
  }
  return { files: [...newFiles, { path: 'pagefind-entry.json', content: new TextEncoder().encode(entry) }], texts };
}

/** The head of an edition's index, and its parts. */
function repackEdition(meta: Uint8Array, language: string, files: readonly IndexFile[], numbers: ReadonlyMap<string, number>): { readonly meta: Uint8Array; readonly parts: readonly IndexFile[] } {
  const [version, pages, list, filters, sorts, fields, end] = elementsOf(meta, 0);
  if (version === undefined || pages === undefined || list === undefined || filters === undefined || sorts === undefined || fields === undefined || end === undefined) {
    throw new Error('Pagefind’s head of the index has another form than this project knows: see src/search/repack.ts, and the version of Pagefind in package.json.');
  }
  const newPages = items(meta, pages).map((page) => {
    const [name = Number.NaN, ...others] = elementsOf(page, 0);
    const number = numbers.get(textAt(page, name));
    if (number === undefined) throw new Error(`Pagefind’s head of the index names a page that has no text: ${textAt(page, name)}.`);
    return arrayItem([textItem(String(number)), ...spans(page, others)]);
  });
  const small = items(meta, list).flatMap((part) => {
    const [, , hash = Number.NaN] = elementsOf(part, 0);
    return smallParts(unpack(fileAt(files, `index/${textAt(part, hash)}.pf_index`).content));
  });
  // One hash for all: the head of the index names every part, and a hash of its own for each does not compress.
  const all = shortHash(Buffer.concat(small.map(({ content }) => content)));
  const named = small.map((part, i) => ({ ...part, name: `${language}_${all}${i.toString(16).padStart(3, '0')}` }));
  const parts = named.map(({ name, content }): IndexFile => ({ path: `index/${name}.pf_index`, content: pack(content) }));
  const newParts = named.map(({ from, to, name }) => arrayItem([textItem(from), textItem(to), textItem(name)]));
  const others = [meta.slice(filters, sorts), meta.slice(sorts, fields), meta.slice(fields, end)];
  return { meta: pack(arrayItem([meta.slice(version, pages), arrayItem(newPages), arrayItem(newParts), ...others])), parts };
}

interface Part {
  readonly from: string;
  readonly to: string;
  readonly content: Uint8Array;
}

function smallParts(part: Uint8Array): readonly Part[] {
  const [list = Number.NaN] = elementsOf(part, 0);
  const groups: Uint8Array[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const word of items(part, list)) {
    if (size + word.length > partSize) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(word);
    size += word.length;
  }
  return groups.map((words) => ({ from: wordOf(words.at(0)), to: wordOf(words.at(-1)), content: arrayItem([arrayItem(words)]) }));
}

function wordOf(item: Uint8Array | undefined): string {
  if (!item) throw new Error('A part of Pagefind’s index is empty.');
  return textAt(item, elementsOf(item, 0)[0] ?? Number.NaN);
}

function items(bytes: Uint8Array, array: number): readonly Uint8Array[] {
  return spans(bytes, elementsOf(bytes, array));
}

/** What stands between offsets. */
function spans(bytes: Uint8Array, offsets: readonly number[]): readonly Uint8Array[] {
  return offsets.slice(0, -1).map((offset, i) => bytes.slice(offset, offsets[i + 1]));
}

function fileAt(files: readonly IndexFile[], path: string): IndexFile {
  const file = files.find((other) => other.path === path);
  if (!file) throw new Error(`Pagefind wrote no ${path}.`);
  return file;
}

function unpack(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(gunzipSync(content));
  if (new TextDecoder().decode(bytes.subarray(0, signature.length)) !== signature) throw new Error(`A file of Pagefind does not begin with ${signature}.`);
  return bytes.slice(signature.length);
}

function pack(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(Buffer.concat([Buffer.from(signature), bytes]), { level: 9 }));
}

function shortHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}
