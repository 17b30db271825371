import { answer, excerpt } from './excerpt.ts';
import type { Engine, Fragment } from './engine.ts';
import type { ChapterList, ResultKind } from './record.ts';
import { bareWord, bareWords, isMeant, markWords, type Stretch } from './words.ts';

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
  const loaded = await Promise.all(results.slice(0, limit).map(({ data }) => data()));
  const wanted = bareWords(query);
  const fragments = loaded.filter((fragment) => meantWords(fragment, wanted).size > 0);
  // The best ones mean something else: so do all that follow.
  if (fragments.length === 0) return { query, total: 0, results: [] };

  const isNamed = (fragment: Fragment): boolean => bareWords(titleOf(fragment)).join(' ') === wanted.join(' ');
  const best = [...fragments.filter(isNamed), ...fragments.filter((fragment) => !isNamed(fragment))];
  return {
    query,
    total: results.length - (loaded.length - fragments.length),
    results: best.map((fragment) => resultOf(fragment, meantWords(fragment, wanted), engine.chapters)),
  };
}

/** The found words of a fragment that are meant by the query. */
function meantWords({ content, locations }: Fragment, wanted: readonly string[]): ReadonlySet<string> {
  const words = content.split(/\s+/);
  const found = locations.map((place) => bareWord(words[place] ?? ''));
  return new Set(found.filter((word) => word !== '' && wanted.some((other) => isMeant(word, other))));
}

function titleOf({ meta }: Fragment): string {
  return meta['title'] ?? meta['myth'] ?? meta['source'] ?? '';
}

/** Kinds of results by the page that they stand on; everything else is a section of a chapter or of another page. */
const kinds: Readonly<Record<string, ResultKind>> = { glossary: 'glossary', failures: 'failure', myths: 'myth', sources: 'source' };

function resultOf(fragment: Fragment, found: ReadonlySet<string>, chapters: ChapterList): Result {
  const { url, meta, content, locations } = fragment;
  const title = titleOf(fragment);
  const chapter = chapters[meta['chapter'] ?? ''];
  const page = /([^/]+)\/(?:#.*)?$/.exec(url)?.[1] ?? '';
  const kind = kinds[page] ?? (/#exercise-/.test(url) ? 'exercise' : /\/explore\/[^/]+\/$/.test(url) ? 'explorer' : chapter ? 'chapter' : 'page');
  const answersItself = kind !== 'chapter' && kind !== 'page';
  return {
    url,
    kind,
    phase: kind === 'failure' ? 'back' : (chapter?.phase ?? 'plain'),
    title: markWords(title, found),
    chapter: chapter?.title,
    isWhole: !url.includes('#'),
    text: markWords(answersItself ? answer(content, title) : excerpt(content, locations, title), found),
  };
}
