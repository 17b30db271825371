import { isCopied, sharedRun } from './copied.ts';
import type { Engine, Hit } from './engine.ts';
import { factorOf } from './name-index.ts';
import { isErrorText, isHowQuestion, queryTokens, strongTokens } from './query.ts';
import { rank, textScores, type Found, type Ranked } from './rank.ts';
import { kindOfRow } from './rows.ts';
import { tokensOf, wordsOf, type Token } from './tokens.ts';
import { understand, wordsToSearch } from './understand.ts';
import { weights } from './weights.ts';
import { bareWords } from './words.ts';

/** At most so many words are looked for in the texts. */
const mostWords = 6;

/** So many failures are compared with a copied line word by word. */
const mostCompared = 12;

/** What kind of query it is: names and texts count differently for each. */
interface QueryKind {
  /** What a failing program says. */
  readonly isError: boolean;
  /** A question that a section answers. */
  readonly isQuestion: boolean;
  /** Nothing but names of code: `Content-Length`. */
  readonly isCode: boolean;
}

/**
 * The rows that answer a query, best first, and what was searched in its place when the guide does not have a word of it.
 * @throws Error when the index cannot be reached
 */
export async function searchRows(engine: Engine, query: string): Promise<{ readonly ranked: readonly Ranked[]; readonly meant: string | undefined }> {
  const { readings, compounds, meant } = await understand(engine, query);
  if (readings.length === 0) return { ranked: [], meant: undefined };
  const kind: QueryKind = { isError: isErrorText(query), isQuestion: isHowQuestion(query), isCode: compounds.length > 0 && compounds.length === bareWords(query).length };
  const parts = (await Promise.all(compounds.map((part) => hitsOfPart(engine, part)))).filter((hits) => hits.length > 0);
  // `proxy pass` is what `proxy_pass` sounds like.
  const joined = /^[a-z]+(?: [a-z]+){1,2}$/i.test(query) ? [await hitsOfPart(engine, query.replaceAll(' ', '_'))].filter((hits) => hits.length > 0) : [];
  const named = {
    groups: compounds.map((part) => tokensOf(part).map(({ stem }) => stem)),
    share: kind.isQuestion ? weights.shareOfQuestion : weights.share,
    rest: kind.isError ? weights.restOfError : weights.rest,
    isPart: kind.isError,
  };

  const places = new Map<number, number[]>();
  const names = new Map<number, number>();
  const texts = new Map<number, { score: number; cover: number }>();
  for (const [i, reading] of readings.entries()) {
    const factor = i === 0 ? 1 : weights.otherWords * nearness(readings[0] ?? [], reading) ** weights.otherLength;
    for (const [row, score] of engine.names.find(reading, named)) names.set(row, Math.max(names.get(row) ?? 0, score * factor));
    const words = await searchTexts(engine, reading, i === 0 ? [...parts, ...joined] : []);
    for (const { hits } of words) for (const hit of hits) places.set(hit.row, [...(places.get(hit.row) ?? []), ...hit.places]);
    for (const [row, { score, cover }] of textScores(words, engine.names.rows.length)) {
      const own = texts.get(row);
      if (!own || score * factor > own.score) texts.set(row, { score: score * factor, cover });
    }
  }

  // What is written as one word is meant as one: pages that only have its parts stand behind.
  const whole = new Set(parts.flatMap((hits) => hits.map(({ row }) => row)));
  const liking = (row: number): number => (whole.size === 0 || whole.has(row) ? 1 : weights.torn) * likingOf(engine, row, kind);
  for (const [row, score] of names) names.set(row, score * liking(row));
  const textFactor = (row: number): number => factorOf(engine.names.rows[row]?.[0] ?? '') * liking(row) * (!kind.isError && kindOfRow(engine, row) === 'failure' ? weights.failureText : 1);
  const ranked = rank(names, texts, textFactor, (row) => places.get(row) ?? [], kind.isQuestion ? weights.textOfQuestion : kind.isCode ? weights.textOfCode : weights.text);
  return { ranked: isCopied(query) ? await byRuns(engine, query, ranked) : ranked, meant };
}

/** How likely a row of its kind is what such a query asks for. */
function likingOf(engine: Engine, row: number, { isError, isQuestion }: QueryKind): number {
  const isWhole = !(engine.names.rows[row]?.[0] ?? '').includes('#');
  switch (kindOfRow(engine, row)) {
    case 'failure':
      return isError ? weights.failureToError : weights.failureToOther;
    case 'chapter':
      return (isQuestion ? weights.sectionToQuestion : 1) * (isWhole ? weights.whole : 1);
    case 'glossary':
      return isQuestion ? weights.termToQuestion : 1;
    default:
      return 1;
  }
}

/** Puts the failures first whose texts have most of a copied line word by word. */
async function byRuns(engine: Engine, query: string, ranked: readonly Ranked[]): Promise<readonly Ranked[]> {
  const words = queryTokens(query).map(({ word }) => word);
  const failures = ranked.filter(({ row }) => kindOfRow(engine, row) === 'failure').slice(0, mostCompared);
  const runs = await Promise.all(failures.map(async ({ row }) => [row, sharedRun(words, wordsOf((await engine.text(row)).content))] as const));
  const added = new Map(runs.map(([row, run]) => [row, weights.run * run]));
  return ranked.map((one) => ({ ...one, score: one.score + (added.get(one.row) ?? 0) })).sort((a, b) => b.score - a.score || a.row - b.row);
}

/** How much a reading in other words says of what was typed: less, when it has more words, such as a whole heading for one. */
function nearness(typed: readonly Token[], reading: readonly Token[]): number {
  return Math.min(1, strongTokens(typed).length / strongTokens(reading).length);
}

/** Pagefind's results for each telling word, and for what is written as one. */
async function searchTexts(engine: Engine, reading: readonly Token[], parts: readonly (readonly Hit[])[]): Promise<readonly Found[]> {
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
