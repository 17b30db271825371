import type { Query, QueryKind } from './queries.ts';
import { queryKinds } from './queries.ts';

/** Where the first right answer stood. */
export interface Rank {
  readonly kind: QueryKind;
  readonly ask: string;
  readonly aside: boolean;
  /** From 1; `undefined` when none of the right ones was among the results looked at. */
  readonly place: number | undefined;
  /** Addresses of the first results, for those who want to know what stood in front. */
  readonly first: readonly string[];
}

/** So many results of a query are looked at; what stands further down counts as not found. */
export const looked = 12;

/** The place of the first right answer. @param found addresses below the edition, best first */
export function rankOf(kind: QueryKind, { ask, at, aside }: Query, found: readonly string[]): Rank {
  const index = found.slice(0, looked).findIndex((address) => at.includes(address));
  return { kind, ask, aside: aside === true, place: index < 0 ? undefined : index + 1, first: found.slice(0, 3) };
}

/** Mean of one over the place: 1 when every first result is right, 0.5 when every second is. */
export function meanReciprocalRank(ranks: readonly Rank[]): number {
  if (ranks.length === 0) return Number.NaN;
  return ranks.reduce((sum, { place }) => sum + (place ? 1 / place : 0), 0) / ranks.length;
}

/** A line of the table: all queries of a kind, those that changes are made for, those kept aside. */
export interface ScoreLine {
  readonly name: QueryKind | 'all';
  readonly queries: number;
  readonly all: number;
  readonly tuned: number;
  readonly aside: number;
}

/** The table: a line for each kind, and the last for all. */
export function scoreTable(ranks: readonly Rank[]): readonly ScoreLine[] {
  const line = (name: ScoreLine['name'], own: readonly Rank[]): ScoreLine => ({
    name,
    queries: own.length,
    all: meanReciprocalRank(own),
    tuned: meanReciprocalRank(own.filter(({ aside }) => !aside)),
    aside: meanReciprocalRank(own.filter(({ aside }) => aside)),
  });
  return [...queryKinds.map((kind) => line(kind, ranks.filter((rank) => rank.kind === kind))), line('all', ranks)];
}

/** What the score must reach: in all, and in each kind. */
export const demanded = { all: 0.95, kind: 0.9 } as const;

/** Lines that fall short, as sentences; none when the search is good enough. */
export function shortfalls(table: readonly ScoreLine[]): readonly string[] {
  return table.flatMap(({ name, all }) => {
    const least = name === 'all' ? demanded.all : demanded.kind;
    return all >= least ? [] : [`${name === 'all' ? 'In all' : `Queries of the kind “${name}”`}: ${all.toFixed(3)}, less than ${least}.`];
  });
}
