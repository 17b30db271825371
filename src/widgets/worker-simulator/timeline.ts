import type { Outcome, Run } from './model.ts';

/** A request in the picture; from, turn and to are parts of the whole time, 0 to 1. */
export interface Bar {
  readonly id: number;
  /** From 0: requests that are in progress together stand in different lanes. */
  readonly lane: number;
  readonly from: number;
  /** Where computing ends and waiting begins. */
  readonly turn: number;
  readonly to: number;
  readonly outcome: Outcome;
}

/** How many wait, from `at` (0 to 1) until the next step. */
export interface Step {
  readonly at: number;
  /** In the system's queue. */
  readonly queued: number;
  /** Accepted by a worker, and not begun. */
  readonly inside: number;
}

export interface Timeline {
  /** Seconds that the whole width stands for. */
  readonly seconds: number;
  readonly workers: readonly { readonly taken: number; readonly lanes: number; readonly bars: readonly Bar[] }[];
  readonly steps: readonly Step[];
  /** The most that wait at one moment, both kinds together. */
  readonly mostWaiting: number;
}

/** Lays a run out as a picture: lanes for each worker, and those who wait. */
export function timelineOf({ requests, total, shares }: Run): Timeline {
  const begin = requests[0]?.arrival ?? 0;
  const at = (moment: number): number => (total > 0 ? (moment - begin) / total : 0);
  const workers = shares.map((taken, worker) => {
    const ends: number[] = [];
    const bars = requests
      .filter(({ worker: own, start }) => own === worker && start !== null)
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
      .map(({ id, start, computed, finish, outcome }): Bar => {
        const from = start ?? finish;
        const found = ends.findIndex((end) => end <= from + 1e-9);
        const lane = found < 0 ? ends.length : found;
        ends[lane] = finish;
        return { id, lane, from: at(from), turn: at(computed ?? finish), to: at(finish), outcome };
      });
    return { taken, lanes: Math.max(1, ends.length), bars };
  });
  const moments = [...new Set(requests.flatMap(({ arrival, taken, start, finish }) => [arrival, taken, start ?? finish]))].sort((a, b) => a - b);
  const steps = moments.map((moment): Step => {
    const queued = requests.filter(({ arrival, taken }) => arrival <= moment && taken > moment).length;
    const inside = requests.filter(({ taken, start, finish }) => taken <= moment && (start ?? finish) > moment).length;
    return { at: at(moment), queued, inside };
  });
  return { seconds: total, workers, steps, mostWaiting: Math.max(0, ...steps.map(({ queued, inside }) => queued + inside)) };
}
