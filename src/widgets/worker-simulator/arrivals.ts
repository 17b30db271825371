import { randomFrom } from './random.ts';

/** How visitors come: all at one moment, at equal distances, or by chance with this distance on average. */
export interface ArrivalPattern {
  readonly pattern: 'together' | 'evenly' | 'by-chance';
  readonly count: number;
  /** Seconds between two arrivals; not used by `together`. */
  readonly every: number;
  readonly seed: number;
}

/** The moments of a pattern, in seconds, ascending; the first visitor comes at 0. */
export function momentsOf({ pattern, count, every, seed }: ArrivalPattern): readonly number[] {
  if (pattern === 'together') return Array.from({ length: count }, () => 0);
  const random = randomFrom(seed);
  let moment = 0;
  return Array.from({ length: count }, (_, i) => {
    // Gaps of a Poisson process: each moment is as likely as any other.
    if (i > 0) moment += pattern === 'evenly' ? every : -Math.log(1 - random()) * every;
    return moment;
  });
}
