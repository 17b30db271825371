import type { Engine, Hit } from './engine.ts';
import { answer, excerpt } from './excerpt.ts';
import { boundQuery } from './query.ts';
import type { Ranked } from './rank.ts';
import type { ResultKind } from './record.ts';
import { chapterOf, kindOfRow } from './rows.ts';
import { searchRows } from './search-rows.ts';
import { slips } from './spelling.ts';
import { wordsOf } from './tokens.ts';
import { bareWord, bareWords, isFormOf, markWords, type Stretch } from './words.ts';

/** Something found. */
export interface Result {
  /** Address below the edition with the anchor: `wsgi/#call`. */
  readonly address: string;
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
  /** What was searched in its place, since the guide does not have a word of it. */
  readonly meant: string | undefined;
  readonly total: number;
  /** How many there are of all kinds and parts. */
  readonly all: number;
  readonly results: readonly Result[];
  /** When nothing was found: entries of the glossary that are nearest. */
  readonly near: readonly { readonly address: string; readonly title: string }[];
}

/** What is wanted of the results. */
export interface Choice {
  /** How many. */
  readonly limit: number;
  /** Only of this kind. */
  readonly kind?: ResultKind | undefined;
  /** Only of this part of the guide. */
  readonly part?: number | undefined;
  /** Gets the first results before the texts of the others are there. */
  readonly early?: ((found: Found) => void) | undefined;
}

/** So many results are told early. */
const first = 2;

/**
 * Searches. The page, and whatever measures the search, use this one function.
 * @throws Error when the index cannot be reached
 */
export async function find(engine: Engine, typed: string, choice: Choice): Promise<Found> {
  const query = boundQuery(typed);
  // Without a letter or a digit there is nothing to look for.
  if (!/[\p{L}\p{N}]/u.test(query)) return { query, meant: undefined, total: 0, all: 0, results: [], near: [] };
  const isExact = /^".*[\p{L}\p{N}].*"$/u.test(query);
  const { ranked, meant } = isExact ? { ranked: exact(await engine.search(query)), meant: undefined } : await searchRows(engine, query);
  // A part of the index that could not be loaded looks like an answer without results.
  if (ranked.length === 0) await engine.check();

  const fitting = ranked.filter(({ row }) => choice.part === undefined || chapterOf(engine, row)?.part === choice.part);
  const chosen = fitting.filter(({ row }) => choice.kind === undefined || kindOfRow(engine, row) === choice.kind);
  const found: Found = { query, meant, total: chosen.length, all: ranked.length, results: [], near: ranked.length === 0 ? await nearTerms(engine, query) : [] };
  const shown = chosen.slice(0, choice.limit);
  const best = await Promise.all(shown.slice(0, first).map((one) => resultOf(engine, one, meant ?? query)));
  if (shown.length > first) choice.early?.({ ...found, results: best });
  return { ...found, results: [...best, ...(await Promise.all(shown.slice(first).map((one) => resultOf(engine, one, meant ?? query))))] };
}

function exact(hits: readonly Hit[]): readonly Ranked[] {
  return hits.map(({ row, score, places }) => ({ row, score, cover: 1, places }));
}

async function resultOf(engine: Engine, { row, places }: Ranked, query: string): Promise<Result> {
  const { address, title, content } = await engine.text(row);
  const chapter = chapterOf(engine, row);
  const kind = kindOfRow(engine, row);
  const words = content.split(/\s+/);
  const wanted = bareWords(query);
  const found = new Set([...places.map((place) => bareWord(words[place] ?? '')), ...bareWords(title).filter((word) => wanted.some((other) => isFormOf(word, other)))].filter(Boolean));
  const answersItself = kind !== 'chapter' && kind !== 'page' && kind !== 'time-out';
  return {
    address,
    kind,
    phase: kind === 'failure' ? 'back' : (chapter?.phase ?? 'plain'),
    title: markWords(title, found),
    chapter: chapter?.title,
    isWhole: !address.includes('#'),
    text: markWords(answersItself ? answer(content, title) : excerpt(content, places, title), found),
  };
}

/** Words that differ in a larger share of their letters are not near. */
const farthest = 0.45;

function distanceOf(word: string, other: string): number {
  const length = Math.max(word.length, other.length);
  return slips(word, other, length * farthest) / length;
}

/** Entries of the glossary whose names are nearest to a word of the query, at most three. */
async function nearTerms(engine: Engine, query: string): Promise<Found['near']> {
  const asked = wordsOf(query).filter((word) => word.length > 2).slice(0, 6);
  const near = engine.names.rows
    .flatMap(([place, title], row) => {
      if (!place.startsWith('glossary/#')) return [];
      const distance = Math.min(...asked.flatMap((word) => wordsOf(title).map((other) => distanceOf(word, other))), 1);
      return distance <= farthest ? [{ row, distance }] : [];
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  const texts = await Promise.all(near.map(({ row }) => engine.text(row)));
  return texts.map(({ address, title }) => ({ address, title }));
}
