import type { Hit } from './engine.ts';
import { weights } from './weights.ts';

/** A word of a query with the pages that have it. */
export interface Found {
  readonly hits: readonly Hit[];
  /** How much the word counts beside the others. */
  readonly weight: number;
}

/** A row with its scores and the places of the found words in its text. */
export interface Ranked {
  readonly row: number;
  readonly score: number;
  /** How much of what was asked for is in the text: 0 to 1. */
  readonly cover: number;
  readonly places: readonly number[];
}

/** Words that stand within so many words of each other belong together: about a sentence. */
const near = 24;

interface Evidence {
  score: number;
  cover: number;
  readonly places: { readonly place: number; readonly word: number }[];
}

/**
 * How well texts fit: each word counts by its rarity and by how well the page fits it; a page that has all of them is
 * worth more than one that has one of them often, and one that has them in one sentence more than one that has them apart.
 * @param pages number of all pages
 */
export function textScores(words: readonly Found[], pages: number): ReadonlyMap<number, { readonly score: number; readonly cover: number }> {
  const rows = new Map<number, Evidence>();
  const telling = words.map(({ hits, weight }) => weight * Math.log(1 + pages / Math.max(1, hits.length)));
  const total = telling.reduce((sum, own) => sum + own, 0);
  for (const [word, { hits }] of words.entries()) {
    const own = telling[word] ?? 0;
    const best = Math.max(...hits.slice(0, 50).map(({ score }) => score), 0);
    for (const { row, score, places } of hits) {
      const evidence = rows.get(row) ?? { score: 0, cover: 0, places: [] };
      evidence.score += own * (1 - weights.pagefind + weights.pagefind * Math.sqrt(Math.max(0, score) / (best || 1)));
      evidence.cover += own;
      for (const place of places.slice(0, 40)) evidence.places.push({ place, word });
      rows.set(row, evidence);
    }
  }
  return new Map(
    [...rows].map(([row, { score, cover, places }]) => {
      const together = words.length > 1 ? closest(places, telling) / total : cover / total;
      return [row, { score: (score / total) * (weights.anyWord + weights.allWords * (cover / total) + weights.together * together), cover: cover / total }];
    }),
  );
}

/** How much the words tell that stand together somewhere. */
function closest(places: readonly { readonly place: number; readonly word: number }[], telling: readonly number[]): number {
  const sorted = [...places].sort((a, b) => a.place - b.place);
  const counts = telling.map(() => 0);
  let best = 0;
  let sum = 0;
  let from = 0;
  for (const { place, word } of sorted) {
    const before = counts[word] ?? 0;
    counts[word] = before + 1;
    if (before === 0) sum += telling[word] ?? 0;
    for (let first = sorted[from]; first && place - first.place > near; first = sorted[++from]) {
      const left = (counts[first.word] ?? 0) - 1;
      counts[first.word] = left;
      if (left === 0) sum -= telling[first.word] ?? 0;
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** Joins what names and texts say. Rows that have little of what was asked for are left out. */
export function rank(
  names: ReadonlyMap<number, number>,
  texts: ReadonlyMap<number, { readonly score: number; readonly cover: number }>,
  factorOf: (row: number) => number,
  placesOf: (row: number) => readonly number[],
  textWeight = 0.6,
): readonly Ranked[] {
  const rows = new Set([...names.keys(), ...texts.keys()]);
  return [...rows]
    .flatMap((row): Ranked[] => {
      const name = names.get(row) ?? 0;
      const { score = 0, cover = 0 } = texts.get(row) ?? {};
      return name >= 0.3 || cover >= 0.45 ? [{ row, score: name + textWeight * score * factorOf(row), cover, places: [] }] : [];
    })
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .map((ranked) => ({ ...ranked, places: placesOf(ranked.row) }));
}
