import { randomFrom } from './random.ts';

/** Connections that come within this time (seconds) are one burst: whoever is awake goes on taking. */
const burst = 0.005;

/**
 * Which worker takes the next connection from the listening socket that all share. Nobody divides: the system wakes
 * the workers that wait, and who is awake takes on.
 *
 * Measured with Gunicorn 27.0.1 and Uvicorn 0.54.0 on two cores, 8 to 64 connections at once, 2 to 8 workers: workers
 * that take many connections (gthread, event loops) got anything from equal parts to all of them by one, and the
 * larger the burst, the more by one. A loop that is stopped by its first request took either its one connection, so
 * that the parts were equal (four of ten bursts), or a part of the burst before it stopped. Workers that take one at a
 * time got equal parts, always. Connections that come one by one go to any worker.
 */
export interface Share {
  /** True when a loop takes what has come in a burst before it begins with the first of them. */
  readonly takesAhead: boolean;
  /** Must be called before each dealing, with the moment. */
  begin(now: number): void;
  /** Picks one of the workers that may take a connection now. */
  pick(free: readonly number[]): number;
  /** True when a connection that came at this moment belongs to the burst that goes on. */
  isFresh(arrival: number): boolean;
}

/** Deals connections among `workers`, by chance from `seed`. */
export function shareFrom(seed: number, workers: number): Share {
  const random = randomFrom(seed);
  let last = -1;
  let moment = -Infinity;
  let taken = 0;
  let luck = 0;
  return {
    get takesAhead() {
      return luck < 0.6;
    },
    begin(now) {
      if (now - moment > burst) {
        luck = random();
        taken = 0;
      }
      moment = now;
    },
    pick(free) {
      // At first all who wait are awake; then the one that has just taken mostly takes the next, too.
      const staying = 1 - luck ** 4;
      const stays = taken >= workers && free.includes(last) && random() < staying;
      last = stays ? last : (free[Math.floor(random() * free.length)] ?? 0);
      taken++;
      return last;
    },
    isFresh: (arrival) => moment - arrival <= burst,
  };
}
