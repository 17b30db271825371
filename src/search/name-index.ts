import { isWeak, stemOf, tokensOf, type Token } from './tokens.ts';
import { weights } from './weights.ts';

/**
 * What a section or an entry is called: its place (`wsgi/#`, see name-rows.ts), its title (of a source or belief `''`: it is in its text), the place of its
 * chapter in the list of chapters (-1: none), how often it is linked (as a power of two), and its other names: abbreviations, error texts; a number stands for
 * another row, whose names this one explains.
 */
export type NameRow = readonly [place: string, title: string, chapter: number, links: number, ...names: (string | number)[]];

/** How names are looked for. */
export interface Named {
  /** Stems that are written as one word: a name with some of them only is hardly meant. */
  readonly groups?: readonly (readonly string[])[];
  /** See {@link weights}. */
  readonly share?: number;
  readonly rest?: number;
  /** The query may be a part of a name: a few words of a long error text. */
  readonly isPart?: boolean;
}

interface Phrase {
  readonly row: number;
  /** Its words in their order. */
  readonly stems: readonly string[];
  /** How much it counts as an answer. */
  readonly factor: number;
  weight: number;
}

/** Kinds of rows that seldom are what somebody means by a name, by the page that they stand on. */
const factors: Readonly<Record<string, number>> = { sources: 0.3, myths: 0.75, 'cheat-sheet': 0.6, exam: 0.6, about: 0.7, explore: 0.85 };

/** Finds rows by their names, whole and in part. */
export class NameIndex {
  readonly rows: readonly NameRow[];
  readonly #phrases: Phrase[] = [];
  readonly #byStem = new Map<string, number[]>();
  readonly #words = new Map<string, number>();
  readonly #joined = new Map<string, string>();

  constructor(rows: readonly NameRow[]) {
    this.rows = rows;
    rows.forEach(([address, title, , links, ...names], row) => {
      const factor = factorOf(address, links);
      this.#add(row, title, factor);
      // `504 Gateway Time-out, after a wait`: what one sees first, and what tells it from others.
      const [start = ''] = title.split(/[,;:]\s/);
      if (address.startsWith('failures/') && start !== title) this.#add(row, start, factor);
      for (const name of names) {
        if (typeof name === 'string') this.#add(row, name, factor);
        else this.#explain(row, name, factor);
      }
    });
    this.#weigh();
  }

  /** Adds names of rows that came later, such as those in another language. */
  add(names: readonly (readonly [row: number, name: string])[]): void {
    for (const [row, name] of names) {
      this.#add(row, name, this.#factor(row));
      this.rows.forEach(([, , , , ...others], other) => {
        if (others.includes(row)) this.#add(other, name, weights.explained * this.#factor(other));
      });
    }
    this.#weigh();
  }

  /** Words of the names, each with the number of rows that it stands in. */
  get words(): ReadonlyMap<string, number> {
    return this.#words;
  }

  /** Two neighbours of a name that somebody writes as one word: `loadbalancer` → `load balancer`. */
  apart(word: string): string | undefined {
    return word.length > 5 ? this.#joined.get(word) : undefined;
  }

  /** How much a word tells: rare ones tell more. */
  weight(stem: string, word = stem): number {
    const rows = this.#byStem.get(stem)?.length ?? 1;
    // `AH00957`, `57014`: codes mean one thing.
    const kind = isWeak(word) ? weights.weak : /\d{3}/.test(word) && word.length > 4 ? 2 : 1;
    return Math.log(1 + this.#phrases.length / rows) * kind;
  }

  /** Whether some name has this word, or one that begins with it. */
  knows({ stem, word }: Token): boolean {
    if (this.#byStem.has(stem)) return true;
    if (word.length < 3) return false;
    for (const other of this.#words.keys()) if (other.startsWith(word)) return true;
    return false;
  }

  /**
   * How well the names of each row fit: 1 for a name that is exactly what was asked for. What the query has beyond the
   * name lowers it, what the name has beyond the query a little, too. Words that no name has do not count.
   */
  find(query: readonly Token[], { groups = [], share = weights.share, rest = weights.rest, isPart = false }: Named = {}): ReadonlyMap<number, number> {
    const asked = [...new Map(query.map((token) => [token.stem, token])).values()];
    const matched = new Map<number, Map<string, number>>();
    let total = 0;
    for (const token of asked) {
      const weight = this.weight(token.stem, token.word);
      let isNamed = false;
      for (const [stem, quality] of this.#alike(token)) {
        for (const index of this.#byStem.get(stem) ?? []) {
          isNamed = true;
          const own = matched.get(index) ?? new Map<string, number>();
          own.set(token.stem, Math.max(own.get(token.stem) ?? 0, quality * weight));
          matched.set(index, own);
        }
      }
      if (isNamed) total += weight;
    }

    const pairs = new Set(query.slice(1).map(({ stem }, i) => `${query[i]?.stem} ${stem}`));
    const scores = new Map<number, number>();
    for (const [index, own] of matched) {
      const phrase = this.#phrases[index];
      if (!phrase) continue;
      const torn = groups.flatMap((group) => (group.every((stem) => own.has(stem)) ? [] : group));
      let weight = 0;
      for (const [stem, part] of own) weight += torn.includes(stem) ? part * 0.2 : part;
      const score = phrase.factor * (weight / total) ** share * Math.min(1, weight / phrase.weight) ** rest * (1 + weights.inOrder * orderOf(phrase.stems, pairs, isPart));
      if (score > (scores.get(phrase.row) ?? 0)) scores.set(phrase.row, score);
    }
    return scores;
  }

  /** The stem itself, and stems of words that begin with what was typed. */
  #alike({ stem, word }: Token): ReadonlyMap<string, number> {
    const found = new Map([[stem, 1]]);
    if (word.length < 3 || isWeak(word)) return found;
    for (const other of this.#words.keys()) {
      if (!other.startsWith(word)) continue;
      const otherStem = stemOf(other);
      if (!found.has(otherStem)) found.set(otherStem, 0.5 + 0.4 * (word.length / other.length));
    }
    return found;
  }

  #factor(row: number): number {
    const [address = '', , , links = 0] = this.rows[row] ?? [];
    return factorOf(address, links);
  }

  #explain(row: number, of: number, factor: number): void {
    const [, title = '', , , ...names] = this.rows[of] ?? [];
    for (const name of [title, ...names]) if (typeof name === 'string') this.#add(row, name, factor * weights.explained);
  }

  #add(row: number, name: string, factor: number): void {
    const tokens = tokensOf(name);
    const stems = tokens.map(({ stem }) => stem);
    if (stems.length === 0) return;
    const index = this.#phrases.push({ row, stems, factor, weight: 0 }) - 1;
    for (const stem of new Set(stems)) {
      const list = this.#byStem.get(stem);
      if (list) list.push(index);
      else this.#byStem.set(stem, [index]);
    }
    tokens.slice(1).forEach(({ word }, i) => this.#joined.set(`${tokens[i]?.word}${word}`, `${tokens[i]?.word} ${word}`));
    for (const { word } of tokens) this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
  }

  #weigh(): void {
    const known = new Map([...this.#words.keys()].map((word) => [stemOf(word), this.weight(stemOf(word), word)]));
    for (const phrase of this.#phrases) phrase.weight = [...new Set(phrase.stems)].reduce((sum, stem) => sum + (known.get(stem) ?? 0), 0);
  }
}

/** How much of a phrase stands in the query in the same order; of a part of one, how much of the part: 0 to 1. */
function orderOf(stems: readonly string[], pairs: ReadonlySet<string>, isPart: boolean): number {
  if (stems.length < 2) return 0;
  const found = new Set(stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`).filter((pair) => pairs.has(pair))).size;
  return found / (isPart ? Math.max(1, Math.min(pairs.size, stems.length - 1)) : stems.length - 1);
}

/** How much a row counts as an answer: by its address, and a little by how often it is linked. */
export function factorOf(address: string, links = 0): number {
  return kindFactor(address) * (1 + 0.02 * Math.min(links, 6));
}

function kindFactor(address: string): number {
  if (/#(?:recap|breaks-down)$/.test(address)) return 0.5;
  if (address.includes('#exercise-')) return 0.8;
  return factors[/^[^/]+/.exec(address)?.[0] ?? ''] ?? 1;
}
