import { createHash } from 'node:crypto';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { NamesFile, RussianFile } from './engine.ts';
import { guideWords } from './guide-words.ts';
import { addressOf, nameRows, russianNames } from './name-rows.ts';
import { recordPage, type IndexChapter, type IndexHead, type SearchRecord } from './record.ts';
import { repack } from './repack.ts';
import type { SynonymRow } from './synonyms.ts';

/** All that the index of an edition is made of. */
export interface EditionRecords {
  readonly locale: string;
  readonly records: readonly SearchRecord[];
  readonly chapters: readonly IndexChapter[];
  readonly synonyms: readonly SynonymRow[];
}

/**
 * Makes the index: Pagefind's, one page a record, added in the order given, and beside it the names, the texts and the
 * words of each edition. The same records make the same bytes.
 * @throws Error naming the record that Pagefind refuses
 */
export async function indexFiles(editions: readonly EditionRecords[]): Promise<readonly IndexFile[]> {
  const numbers = new Map(editions.flatMap(({ records }) => records.map(({ url }, number) => [url, number] as const)));
  const { files, texts } = repack(await pagefindFiles(editions.flatMap(({ records }) => records)), (url) => {
    const number = numbers.get(url);
    if (number === undefined) throw new Error(`Pagefind has a page that is no record: ${url}.`);
    return number;
  });
  return [...files, ...editions.flatMap((edition) => ownFiles(edition, texts))];
}

/** The files of an edition that are not Pagefind's; `guide.<locale>.json` tells the version that the others have in their names. */
function ownFiles({ locale, records, chapters, synonyms }: EditionRecords, texts: ReadonlyMap<string, string>): readonly IndexFile[] {
  const own = records.map(({ url, title }) => `${addressOf(url)}\n${title}\n${texts.get(url) ?? ''}`);
  const isRussian = ([ask]: SynonymRow): boolean => /\p{Script=Cyrillic}/u.test(ask);
  const short = (list: readonly SynonymRow[]): NamesFile['synonyms'] =>
    list.map(([ask, means]) => {
      const row = records.findIndex(({ kind, title }) => kind !== 'source' && kind !== 'myth' && title === means);
      return [ask, row < 0 ? means : row];
    });
  const names: NamesFile = { rows: nameRows(records, chapters), synonyms: short(synonyms.filter((row) => !isRussian(row))) };
  const russian: RussianFile = { names: russianNames(records), synonyms: short(synonyms.filter(isRussian)) };
  const words = guideWords(own);
  const version = createHash('sha256').update(JSON.stringify([own, names, russian, words])).digest('hex').slice(0, 10);
  const head: IndexHead = { version, chapters };
  const file = (path: string, content: unknown): IndexFile => ({ path, content: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) });
  return [
    file(`guide.${locale}.json`, head),
    file(`names.${locale}_${version}.json`, names),
    file(`russian.${locale}_${version}.json`, russian),
    file(`words.${locale}_${version}.json`, words),
    ...own.map((text, number) => file(`text/${locale}_${version}/${number}.txt`, text)),
  ];
}

/** Pagefind's own files, those that readers load. */
async function pagefindFiles(records: readonly SearchRecord[]): Promise<readonly IndexFile[]> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (const record of records) {
      const added = await index.addHTMLFile({ url: record.url, content: recordPage(record) });
      if (added.errors.length > 0) throw new Error(`${record.url} cannot be indexed: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    return withoutUnused(files);
  } finally {
    await close();
  }
}

/** Leaves out the modules of languages that no edition has. */
function withoutUnused(files: readonly IndexFile[]): readonly IndexFile[] {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  if (!entry) throw new Error('Pagefind wrote no pagefind-entry.json');
  const { languages } = JSON.parse(new TextDecoder().decode(entry.content)) as { languages: Record<string, { wasm: string | null }> };
  const modules = new Set(Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
  return files.filter(({ path }) => !path.startsWith('wasm.') || modules.has(path));
}
