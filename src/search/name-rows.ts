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
    // Titles of other people's texts and beliefs are long, and seldom what is looked for: they are found in their texts.
    return [placeOf(addressOf(url)), kind === 'source' || kind === 'myth' ? '' : title, place, Math.round(Math.log2(1 + links)), ...own, ...references];
  });
}

/** The address below the edition: `/en/wsgi/#call` → `wsgi/#call`. */
export function addressOf(url: string): string {
  return url.replace(/^\/[^/]+\//, '');
}

/**
 * As much of an address as tells what stands there: the page, and of the anchor only what makes a difference. The whole
 * address is in the text, which is loaded with a result.
 */
export function placeOf(address: string): string {
  const [page = '', anchor] = address.split('#');
  if (anchor === undefined) return page;
  if (page === 'time-outs/' || /^(?:recap|breaks-down)$/.test(anchor)) return address;
  return `${page}#${anchor.startsWith('exercise-') ? 'exercise-' : ''}`;
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
