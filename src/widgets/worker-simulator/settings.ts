import { momentsOf, type ArrivalPattern } from './arrivals.ts';
import type { Simulation } from './model.ts';

export const kinds = ['sync', 'threads', 'loop', 'blocked', 'pool'] as const;
export type Kind = (typeof kinds)[number];
export const patterns = ['together', 'evenly', 'by-chance'] as const satisfies readonly ArrivalPattern['pattern'][];

/** Everything that a reader can set. Times in seconds. */
export interface Settings extends Readonly<Record<NumberName, number>> {
  readonly kind: Kind;
  readonly pattern: ArrivalPattern['pattern'];
}

/** The numbers with their bounds, in the order of the form. */
export const numbers = {
  workers: { min: 1, max: 16, step: 1 },
  threads: { min: 1, max: 64, step: 1 },
  wait: { min: 0, max: 10, step: 0.1 },
  cpu: { min: 0, max: 2, step: 0.05 },
  cores: { min: 1, max: 16, step: 1 },
  count: { min: 1, max: 200, step: 1 },
  every: { min: 0.02, max: 2, step: 0.02 },
  /** 0: Gunicorn kills nobody, or there is no Gunicorn. */
  timeout: { min: 0, max: 30, step: 1 },
  /** Each so-manieth request is slow; 0: none. */
  slowEvery: { min: 0, max: 20, step: 1 },
  slowWait: { min: 0, max: 30, step: 0.5 },
  seed: { min: 1, max: 9999, step: 1 },
} as const;

export type NumberName = 'workers' | 'threads' | 'wait' | 'cpu' | 'cores' | 'count' | 'every' | 'timeout' | 'slowEvery' | 'slowWait' | 'seed';

export type PresetName = 'four' | 'one' | 'threads' | 'loop' | 'blocked' | 'pool' | 'computing' | 'uneven' | 'timeout' | 'silent' | 'traffic';

const four: Settings = { kind: 'sync', workers: 4, threads: 4, wait: 0.5, cpu: 0, cores: 2, pattern: 'together', count: 6, every: 0.1, timeout: 30, slowEvery: 0, slowWait: 9, seed: 1 };

/** Cases of the chapter to begin with; the first is what the page shows. */
export const presets: Readonly<Record<PresetName, Settings>> = {
  four,
  one: { ...four, workers: 1 },
  threads: { ...four, kind: 'threads', workers: 1 },
  loop: { ...four, kind: 'loop', workers: 1 },
  blocked: { ...four, kind: 'blocked', workers: 1 },
  pool: { ...four, kind: 'pool', workers: 1, threads: 40, count: 41 },
  computing: { ...four, kind: 'threads', workers: 1, wait: 0, cpu: 0.5, count: 8 },
  uneven: { ...four, kind: 'threads', count: 64, seed: 3 },
  timeout: { ...four, workers: 2, count: 8, timeout: 4, slowEvery: 4 },
  silent: { ...four, kind: 'blocked', workers: 2, count: 6, timeout: 4, slowEvery: 4, seed: 3 },
  traffic: { ...four, workers: 12, wait: 0.2, pattern: 'by-chance', count: 200, every: 0.02 },
};

/** Whether a number matters to this kind and these arrivals. */
export function matters(name: NumberName, { kind, pattern, slowEvery }: Pick<Settings, 'kind' | 'pattern' | 'slowEvery'>): boolean {
  if (name === 'threads') return kind === 'threads' || kind === 'pool';
  if (name === 'every') return pattern !== 'together';
  if (name === 'slowWait') return slowEvery > 0;
  return true;
}

/** What the model is asked for these settings. */
export function simulationOf({ kind, workers, threads, wait, cpu, cores, pattern, count, every, timeout, slowEvery, slowWait, seed }: Settings): Simulation {
  return {
    server: ({ sync: 'sync', threads: 'gthread', loop: 'asgi', blocked: 'asgi', pool: 'asgi-pool' } as const)[kind],
    blocking: kind === 'blocked',
    arrivals: momentsOf({ pattern, count, every, seed }),
    ...{ workers, threads, wait, cpu, cores, timeout, seed },
    ...(slowEvery > 0 && { slow: { every: slowEvery, wait: slowWait } }),
  };
}

/** Settings of a link or a form, or undefined when they are none. */
export function readSettings(value: unknown): Settings | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, pattern, ...rest } = value as Partial<Settings>;
  if (!kinds.some((known) => known === kind) || !patterns.some((known) => known === pattern)) return undefined;
  const names = Object.keys(numbers) as NumberName[];
  const isGood = (name: NumberName): boolean => {
    const number = rest[name];
    const { min, max, step } = numbers[name];
    return typeof number === 'number' && number >= min && number <= max && (step < 1 || Number.isInteger(number));
  };
  if (!names.every(isGood)) return undefined;
  return { kind, pattern, ...Object.fromEntries(names.map((name) => [name, rest[name]])) } as Settings;
}
