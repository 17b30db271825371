import type { Engine, Hit } from './engine.ts';
import { answer, excerpt } from './excerpt.ts';
import { factorOf } from './name-index.ts';
import { boundQuery, isErrorText, isHowQuestion } from './query.ts';
import { rank, textScores, type Found as WordFound, type Ranked } from './rank.ts';
import { kindOf, type IndexChapter, type ResultKind } from './record.ts';
import { slips } from './spelling.ts';
import { tokensOf, wordsOf, type Token } from './tokens.ts';
import { understand, wordsToSearch } from './understand.ts';
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

/** At most so many words are looked for in the texts. */
const mostWords = 6;

/**
 * Searches. The page, and whatever measures the search, use this one function.
 * @throws Error when the index cannot be reached
 */
export async function find(engine: Engine, typed: string, choice: Choice): Promise<Found> {
  const query = boundQuery(typed);
  // Without a letter or a digit there is nothing to look for.
  if (!/[\p{L}\p{N}]/u.test(query)) return { query, meant: undefined, total: 0, results: [], near: [] };
  const isExact = /^".*[\p{L}\p{N}].*"$/u.test(query);
  const { ranked, meant } = isExact ? { ranked: exact(await engine.search(query)), meant: undefined } : await search(engine, query);
  // A part of the index that could not be loaded looks like an answer without results.
  if (ranked.length === 0) await engine.check();

  const fitting = ranked.filter(({ row }) => choice.part === undefined || chapterOf(engine, row)?.part === choice.part);
  const chosen = fitting.filter(({ row }) => choice.kind === undefined || kindOfRow(engine, row) === choice.kind);
  const found: Found = { query, meant, total: chosen.length, results: [], near: ranked.length === 0 ? nearTerms(engine, query) : [] };
  const shown = chosen.slice(0, choice.limit);
  const best = await Promise.all(shown.slice(0, first).map((one) => resultOf(engine, one, meant ?? query)));
  if (shown.length > first) choice.early?.({ ...found, results: best });
  return { ...found, results: [...best, ...(await Promise.all(shown.slice(first).map((one) => resultOf(engine, one, meant ?? query))))] };
}

async function search(engine: Engine, query: string): Promise<{ readonly ranked: readonly Ranked[]; readonly meant: string | undefined }> {
  const understood = await understand(engine, query);
  if (understood.readings.length === 0) return { ranked: [], meant: undefined };
  const places = new Map<number, number[]>();
  const names = new Map<number, number>();
  const texts = new Map<number, { score: number; cover: number }>();
  const parts = (await Promise.all(understood.compounds.map((part) => hitsOfPart(engine, part)))).filter((hits) => hits.length > 0);
  const groups = understood.compounds.map((part) => tokensOf(part).map(({ stem }) => stem));
  for (const [i, reading] of understood.readings.entries()) {
    const factor = i === 0 ? 1 : 0.96;
    for (const [row, score] of engine.names.find(reading, groups)) names.set(row, Math.max(names.get(row) ?? 0, score * factor));
    const words = await searchTexts(engine, reading, i === 0 ? parts : []);
    for (const { hits } of words) for (const hit of hits) places.set(hit.row, [...(places.get(hit.row) ?? []), ...hit.places]);
    for (const [row, { score, cover }] of textScores(words, engine.names.rows.length)) {
      const own = texts.get(row);
      if (!own || score * factor > own.score) texts.set(row, { score: score * factor, cover });
    }
  }
  const isError = isErrorText(query);
  const asksHow = isHowQuestion(query);
  // What is written as one word is meant as one: pages that only have its parts stand behind.
  const whole = new Set(parts.flatMap((hits) => hits.map(({ row }) => row)));
  const liking = (row: number): number => {
    const kind = kindOfRow(engine, row);
    return (whole.size === 0 || whole.has(row) ? 1 : 0.4) * (isError && kind === 'failure' ? 1.4 : 1) * (asksHow && kind === 'chapter' ? 1.35 : 1);
  };
  for (const [row, score] of names) names.set(row, score * liking(row));
  const ranked = rank(names, texts, (row) => factorOf(engine.names.rows[row]?.[0] ?? '') * liking(row) * (!isError && kindOfRow(engine, row) === 'failure' ? 0.75 : 1), (row) => places.get(row) ?? [], asksHow ? 1 : 0.6);
  return { ranked, meant: understood.meant };
}

/** Pagefind's results for each telling word, and for what is written as one. */
async function searchTexts(engine: Engine, reading: readonly Token[], parts: readonly (readonly Hit[])[]): Promise<readonly WordFound[]> {
  const words = wordsToSearch(engine, reading, mostWords);
  const found = await Promise.all(words.map(async ({ word }) => ({ weight: 1, hits: await engine.search(word) })));
  return [...found, ...parts.map((hits) => ({ weight: 3, hits }))];
}

/** Pages with a word of several parts; Pagefind takes one that it does not know for another. */
async function hitsOfPart(engine: Engine, part: string): Promise<readonly Hit[]> {
  const joined = wordsOf(part).join('');
  // Variables of Nginx are words with their dollar sign.
  for (const spelling of [part, `$${part}`]) {
    const hits = await engine.search(spelling);
    const [best] = hits;
    if (!best) continue;
    const words = (await engine.text(best.row)).content.split(/\s+/);
    if (best.places.some((place) => wordsOf(words[place] ?? '').join('').includes(joined))) return hits;
  }
  return [];
}

function exact(hits: readonly Hit[]): readonly Ranked[] {
  return hits.map(({ row, score, places }) => ({ row, score, cover: 1, places }));
}

function chapterOf(engine: Engine, row: number): IndexChapter | undefined {
  return engine.head.chapters[engine.names.rows[row]?.[2] ?? -1];
}

function kindOfRow(engine: Engine, row: number): ResultKind {
  return kindOf(engine.names.rows[row]?.[0] ?? '', chapterOf(engine, row) !== undefined);
}

async function resultOf(engine: Engine, { row, places }: Ranked, query: string): Promise<Result> {
  const [address = ''] = engine.names.rows[row] ?? [];
  const { title, content } = await engine.text(row);
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
function nearTerms({ names }: Engine, query: string): Found['near'] {
  const asked = wordsOf(query).filter((word) => word.length > 2).slice(0, 6);
  return names.rows
    .filter(([address]) => address.startsWith('glossary/#'))
    .map(([address, title]) => {
      const distance = Math.min(...asked.flatMap((word) => wordsOf(title).map((other) => distanceOf(word, other))), 1);
      return { address, title, distance };
    })
    .filter(({ distance }) => distance <= farthest)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ address, title }) => ({ address, title }));
}
