import { tokensOf, type Token } from './tokens.ts';

/** What is typed, and the guide's words for it. */
export type SynonymRow = readonly [ask: string, means: string];

/** At most so many readings of a query are searched. */
const mostReadings = 6;

/** Replaces what readers type by what the guide calls it. */
export class Synonyms {
  readonly #byFirst = new Map<string, { readonly stems: readonly string[]; readonly means: readonly Token[] }[]>();
  readonly #stems = new Set<string>();

  constructor(rows: readonly SynonymRow[]) {
    this.add(rows);
  }

  add(rows: readonly SynonymRow[]): void {
    for (const [ask, means] of rows) {
      const stems = tokensOf(ask).map(({ stem }) => stem);
      const [first] = stems;
      if (first === undefined) continue;
      const list = this.#byFirst.get(first) ?? [];
      for (const stem of stems) this.#stems.add(stem);
      list.push({ stems, means: tokensOf(means) });
      this.#byFirst.set(first, list);
    }
  }

  /** Whether a word is a synonym, or part of one. */
  knows({ stem }: Token): boolean {
    return this.#stems.has(stem);
  }

  /**
   * The query in other words: one reading for each synonym in it, and one with all of them. Without the query itself.
   * @param groups stems that are written as one word: no part of one is replaced by itself
   */
  readings(query: readonly Token[], groups: readonly (readonly string[])[] = []): readonly (readonly Token[])[] {
    const found = query.flatMap((token, from) =>
      (this.#byFirst.get(token.stem) ?? [])
        .filter(({ stems }) => stems.every((stem, i) => query[from + i]?.stem === stem))
        .filter(({ stems }) => !groups.some((group) => group.length > stems.length && stems.every((stem) => group.includes(stem))))
        .map(({ stems, means }) => ({ from, to: from + stems.length, means })),
    );
    const readings = found.map(({ from, to, means }) => [...query.slice(0, from), ...means, ...query.slice(to)]);
    if (found.length > 1) {
      const all: Token[] = [];
      for (let at = 0; at < query.length; ) {
        const here = found.filter(({ from }) => from === at).sort((a, b) => b.to - a.to)[0];
        const token = query[at];
        if (here) all.push(...here.means);
        else if (token) all.push(token);
        at = here ? here.to : at + 1;
      }
      readings.unshift(all);
    }
    return readings.slice(0, mostReadings);
  }
}
