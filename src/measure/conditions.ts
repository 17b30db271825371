import { cpus } from 'node:os';

/** Under what everything is measured: a phone of some years ago, on a line as trains have it. */
export const conditions = {
  /** How many times slower the processor is made. */
  cpu: 4,
  /** Both ways of the line, in kilobits a second. */
  down: 1600,
  up: 750,
  /** Milliseconds from a request to the first byte of its answer, at least. */
  latency: 150,
  viewport: { width: 412, height: 823 },
} as const;

/** What a table was measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  readonly browser: string;
}

/** This machine with a browser, by name and version. */
export function thisMachine(browser: string): Machine {
  const all = cpus();
  return { processor: all[0]?.model.trim() ?? 'unknown', cores: all.length, node: process.version, browser };
}
