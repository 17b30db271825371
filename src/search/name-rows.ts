import type { IndexChapter, SearchRecord } from './record.ts';
import type { NameRow } from './name-index.ts';

/**
 * The names of an edition's records, in their order, as `names.json` keeps them.
 * @throws Error when a record explains an entry that is not there
 */
export function nameRows(records: readonly SearchRecord[], chapters: readonly IndexChapter[]): readonly NameRow[] {
  const numbers = new Map(records.map(({ url }, number) => [url, number]));
  return records.map(({ url, kind, title, chapter, names = [], links = 0, explains = [] }): NameRow => {
    const references = explains.map((other) => {
      const number = numbers.get(other);
      if (number === undefined) throw new Error(`${url} explains ${other}, which is not in the search.`);
      return number;
    });
    const place = chapters.findIndex(({ slug }) => slug === chapter);
    const own = [...new Set(names)].filter((name) => name && name !== title);
    // Titles of other people's texts are long, and seldom what is looked for: they are found in their texts.
    return [addressOf(url), kind === 'source' ? '' : title, place, Math.round(Math.log2(1 + links)), ...own, ...references];
  });
}

/** The address below the edition: `/en/wsgi/#call` → `wsgi/#call`. */
export function addressOf(url: string): string {
  return url.replace(/^\/[^/]+\//, '');
}

/** Russian names by the number of their record: each spelling that the glossary joins by commas or brackets. */
export function russianNames(records: readonly SearchRecord[]): readonly (readonly [row: number, name: string])[] {
  return records.flatMap(({ russian = '' }, row) =>
    russian
      .split(/[(),;]|—/)
      .map((name) => name.trim())
      .filter((name) => /\p{Script=Cyrillic}/u.test(name))
      .map((name) => [row, name] as const),
  );
}
