import { excerpt } from './excerpt.ts';
import type { Engine, Fragment } from './engine.ts';
import type { ResultKind } from './record.ts';
import { bareWord, bareWords, markWords, type Stretch } from './words.ts';

/** Something found. */
export interface Result {
  /** Address with the base path and the anchor. */
  readonly url: string;
  readonly kind: ResultKind;
  readonly phase: string;
  readonly title: readonly Stretch[];
  /** Title of the chapter that it is a section of, or that explains it. */
  readonly chapter: string | undefined;
  /** The chapter or page as a whole, not a section of it. */
  readonly isWhole: boolean;
  readonly text: readonly Stretch[];
}

/** The answer to a query: the best results, best first, and how many there are in all. */
export interface Found {
  readonly query: string;
  readonly total: number;
  readonly results: readonly Result[];
}

/** Longer queries are cut: nobody types them, and a pasted log has its meaning at the start. */
export const longestQuery = 200;

/** A query as it is searched: one line, bounded. */
export function boundQuery(query: string): string {
  return Array.from(query.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()).slice(0, longestQuery).join('').trim();
}

/**
 * Searches. The page, and whatever measures the search, use this one function.
 * @param limit how many results are wanted
 * @throws Error when the index cannot be reached
 */
export async function find(engine: Engine, typed: string, limit: number): Promise<Found> {
  const query = boundQuery(typed);
  // Pagefind answers a query without a letter or a digit by everything.
  if (!/[\p{L}\p{N}]/u.test(query)) return { query, total: 0, results: [] };

  // In quotation marks Pagefind looks for the exact words; a single one is only punctuation.
  const { results } = await engine.search(query);
  // A part of the index that could not be loaded looks like an answer without results.
  if (results.length === 0) await engine.check();
  const fragments = await Promise.all(results.slice(0, limit).map(({ data }) => data()));
  const wanted = bareWords(query).join(' ');
  const isNamed = (fragment: Fragment): boolean => bareWords(titleOf(fragment)).join(' ') === wanted;
  const best = [...fragments.filter(isNamed), ...fragments.filter((fragment) => !isNamed(fragment))];
  return { query, total: results.length, results: best.map((fragment) => resultOf(fragment, query)) };
}

function titleOf({ meta }: Fragment): string {
  return meta['title'] ?? meta['myth'] ?? meta['source'] ?? '';
}

function resultOf(fragment: Fragment, query: string): Result {
  const { url, meta, content, locations } = fragment;
  const title = titleOf(fragment);
  const words = content.split(/\s+/);
  const found = new Set([...locations.map((place) => bareWord(words[place] ?? '')), ...bareWords(query)].filter(Boolean));
  return {
    url,
    kind: (meta['kind'] ?? 'page') as ResultKind,
    phase: meta['phase'] ?? 'plain',
    title: markWords(title, found),
    chapter: meta['chapter'],
    isWhole: !url.includes('#'),
    text: markWords(meta['answer'] ?? excerpt(content, locations, title), found),
  };
}
