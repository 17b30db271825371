import type { NeedName } from './needs.ts';

/**
 * What a file `tests/models/<name>.compare.ts` exports: a model of the guide is run beside the real servers on many
 * cases. It runs in a namespace of its own: user 0, a network with nothing but `lo`, an own /etc/hosts,
 * /etc/resolv.conf and /etc/nsswitch.conf, the Python packages of the labs first in PATH when it needs `venv`; the
 * working folder is new and empty.
 */
export interface ComparisonFile {
  readonly needs: readonly NeedName[];
  /** Runs all cases. */
  compare(): Promise<Comparison>;
}

/** What came out of a comparison. */
export interface Comparison {
  /** Number of cases that were run. */
  readonly cases: number;
  /** One entry for each case in which model and server differ: the case, ours, theirs. */
  readonly differences: readonly string[];
  /** What is worth printing besides, such as the seed. */
  readonly notes?: readonly string[];
}

/** Marks the line in which the isolated program hands its result over. */
export const resultMark = '\u001ecomparison ';

/** Finds the result in what the isolated program printed; undefined when it ended without one. */
export function resultOf(printed: string): Comparison | undefined {
  const at = printed.lastIndexOf(resultMark);
  if (at < 0) return undefined;
  try {
    return JSON.parse(printed.slice(at + resultMark.length).split('\n', 1)[0] ?? '') as Comparison;
  } catch {
    return undefined;
  }
}
