import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf } from './arrivals.ts';
import { servers } from './check.ts';
import { mostAtOnce, simulate, type Served, type Simulation } from './model.ts';

const six = [0, 0, 0, 0, 0, 0];
const finishes = (simulation: Simulation): readonly number[] => simulate(simulation).requests.map(({ finish }) => Math.round(finish * 1e6) / 1e6);

test.each<[string, Partial<Simulation>, readonly number[]]>([
  ['one sync worker: one after the other', { workers: 1 }, [0.5, 1, 1.5, 2, 2.5, 3]],
  ['four sync workers: four, then two', { workers: 4 }, [0.5, 0.5, 0.5, 0.5, 1, 1]],
  ['four threads of one worker do the same', { server: 'gthread', threads: 4 }, [0.5, 0.5, 0.5, 0.5, 1, 1]],
  ['in an event loop all waits pass together', { server: 'asgi' }, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
  ['a blocked loop is a single slot', { server: 'asgi', blocking: true }, [0.5, 1, 1.5, 2, 2.5, 3]],
  ['a pool of five threads behind a loop', { server: 'asgi-pool', threads: 5 }, [0.5, 0.5, 0.5, 0.5, 0.5, 1]],
])('six visitors at once, half a second each: %s', (_, settings, expected) => {
  expect(finishes({ server: 'sync', workers: 1, wait: 0.5, arrivals: six, ...settings })).toEqual(expected);
});

test('the forty-first visitor of the usual pool waits for a whole round', () => {
  const pool: Simulation = { server: 'asgi-pool', workers: 1, threads: 40, wait: 0.5, arrivals: Array.from({ length: 41 }, () => 0) };
  expect(simulate(pool).total).toBe(1);
  expect(simulate({ ...pool, arrivals: pool.arrivals.slice(1) }).total).toBe(0.5);
});

test('threads do not add CPU: four of them compute as long as one, processes share the cores', () => {
  const compute: Simulation = { server: 'gthread', workers: 1, threads: 1, wait: 0, cpu: 0.1, cores: 2, arrivals: Array.from({ length: 8 }, () => 0) };
  for (const threads of [1, 4, 8]) expect(simulate({ ...compute, threads }).total).toBeCloseTo(0.8);
  expect(simulate({ ...compute, server: 'sync', workers: 2 }).total).toBeCloseTo(0.4);
  expect(simulate({ ...compute, server: 'sync', workers: 8 }).total).toBeCloseTo(0.4);
  expect(simulate({ ...compute, server: 'sync', workers: 8, cores: 8 }).total).toBeCloseTo(0.1);
});

test('a loop computes one piece after the other, and the waits overlap', () => {
  expect(finishes({ server: 'asgi', workers: 1, cpu: 0.1, wait: 0.5, arrivals: [0, 0, 0] })).toEqual([0.6, 0.7, 0.8]);
});

test('Gunicorn’s timeout ends a slow request of a sync worker, and no other', () => {
  const slow: Simulation = { server: 'sync', workers: 2, wait: 0.5, slow: { every: 4, wait: 5 }, timeout: 2, arrivals: [0, 0, 0, 0, 0, 0] };
  expect(simulate(slow).requests.map(({ outcome, status }) => `${outcome} ${status}`)).toEqual(['answered 200', 'answered 200', 'answered 200', 'killed 500', 'answered 200', 'answered 200']);
  expect(simulate(slow).requests[3]).toMatchObject({ start: 0.5, finish: 2.5 });
  for (const other of ['gthread', 'asgi', 'asgi-pool'] as const) expect(simulate({ ...slow, server: other, threads: 4 }).answered).toBe(6);
});

test('a loop blocked for longer than the timeout is killed with all its requests', () => {
  const run = simulate({ server: 'asgi', workers: 1, blocking: true, wait: 5, timeout: 2, arrivals: [0, 0, 1] });
  expect(run.requests.map(({ outcome }) => outcome)).toContain('lost');
  expect(run.answered).toBe(0);
  // One by one they do not help: the loop has no time for a sign of life.
  expect(simulate({ server: 'asgi', workers: 1, blocking: true, wait: 0.5, timeout: 2, arrivals: momentsOf({ pattern: 'together', count: 8, every: 0, seed: 1 }) }).answered).toBeLessThan(8);
});

test('workers that take many connections share unevenly, by chance; workers that take one share evenly', () => {
  const burst = Array.from({ length: 64 }, () => 0);
  const totals = (simulation: Simulation): readonly number[] => Array.from({ length: 40 }, (_, seed) => Math.round(simulate({ ...simulation, seed }).total * 10));
  const uneven = totals({ server: 'gthread', workers: 4, threads: 4, wait: 0.1, arrivals: burst });
  expect(Math.min(...uneven)).toBeLessThan(7);
  expect(Math.max(...uneven)).toBe(16);
  const blocked = totals({ server: 'asgi', blocking: true, workers: 4, wait: 0.1, arrivals: burst });
  expect(Math.min(...blocked)).toBe(16);
  expect(Math.max(...blocked)).toBeGreaterThan(60);
  expect(new Set(totals({ server: 'sync', workers: 4, wait: 0.1, arrivals: burst }))).toEqual(new Set([16]));
});

test('patterns of arrivals', () => {
  expect(momentsOf({ pattern: 'together', count: 3, every: 5, seed: 1 })).toEqual([0, 0, 0]);
  expect(momentsOf({ pattern: 'evenly', count: 3, every: 0.5, seed: 1 })).toEqual([0, 0.5, 1]);
  const moments = momentsOf({ pattern: 'by-chance', count: 1000, every: 0.2, seed: 7 });
  expect((moments.at(-1) ?? 0) / 999).toBeCloseTo(0.2, 1);
  expect(momentsOf({ pattern: 'by-chance', count: 1000, every: 0.2, seed: 7 })).toEqual(moments);
});

test('what is out of bounds is named', () => {
  const good: Simulation = { server: 'sync', workers: 1, wait: 1, arrivals: [0] };
  expect(() => simulate({ ...good, workers: 0 })).toThrow('workers: 0 is not a whole number from 1 to 64.');
  expect(() => simulate({ ...good, wait: NaN })).toThrow('wait: NaN is not a number of seconds');
  expect(() => simulate({ ...good, arrivals: Array.from({ length: 1001 }, () => 0) })).toThrow('arrivals: 1001 are more than 1000.');
  expect(() => simulate({ ...good, server: 'tornado' as 'sync' })).toThrow('server: tornado is none of');
  expect(simulate({ ...good, arrivals: [] })).toMatchObject({ total: 0, answered: 0, throughput: 0, longestQueue: 0 });
});

const tenths = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max }).map((count) => count / 10);
const anySimulation: fc.Arbitrary<Simulation> = fc.record({
  server: fc.constantFrom(...servers),
  workers: fc.integer({ min: 1, max: 6 }),
  threads: fc.integer({ min: 1, max: 6 }),
  wait: tenths(8),
  cpu: tenths(4),
  blocking: fc.boolean(),
  arrivals: fc.array(tenths(20), { maxLength: 30 }),
  cores: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer(),
  timeout: fc.constantFrom(0, 0.5, 1, 30),
});
const near = 1e-6;
const busy = ({ start, finish }: Served): readonly [number, number] => [start ?? finish, finish - near];

test('every request ends, none before its own work is done, and each waits its turn', () => {
  fc.assert(
    fc.property(anySimulation, (simulation) => {
      const run = simulate(simulation);
      expect(run.requests).toHaveLength(simulation.arrivals.length);
      for (const { arrival, taken, start, computed, finish, outcome } of run.requests) {
        expect(taken).toBeGreaterThanOrEqual(arrival - near);
        expect(finish).toBeLessThan(Infinity);
        if (outcome !== 'answered') continue;
        expect(start).toBeGreaterThanOrEqual(taken - near);
        expect((computed ?? 0) - (start ?? 0)).toBeGreaterThanOrEqual((simulation.cpu ?? 0) - near);
        expect(finish - (computed ?? 0)).toBeCloseTo(simulation.wait);
      }
      if (!simulation.timeout) expect(run.answered).toBe(simulation.arrivals.length);
      expect(simulate(simulation)).toEqual(run);
      const { rate, time, inside } = run.little;
      expect(inside).toBeCloseTo(rate * time);
    }),
    { numRuns: 300 },
  );
});

test('no worker has more in progress than it has slots, no machine computes on more cores than it has', () => {
  fc.assert(
    fc.property(anySimulation, (simulation) => {
      const { server, workers, threads = 1, cores = 2, blocking } = simulation;
      const { requests, total } = simulate(simulation);
      const slots = server === 'sync' || (server === 'asgi' && blocking) ? 1 : server === 'asgi' ? Infinity : threads;
      for (let worker = 0; worker < workers; worker++) {
        expect(mostAtOnce(requests.filter((one) => one.worker === worker).map(busy))).toBeLessThanOrEqual(slots);
      }
      const computed = requests.reduce((sum, { computed: end }) => sum + (end === null ? 0 : (simulation.cpu ?? 0)), 0);
      expect(computed).toBeLessThanOrEqual(total * Math.min(cores, workers) + near);
    }),
    { numRuns: 300 },
  );
});

test('work is conserved: no sync worker is idle while somebody stands in the queue', () => {
  fc.assert(
    fc.property(anySimulation, (any) => {
      const { requests } = simulate({ ...any, server: 'sync', timeout: 0 });
      for (const { arrival, start } of requests) {
        if (start === null || start - arrival < near) continue;
        const moment = (arrival + start) / 2;
        const inProgress = requests.filter((other) => (other.start ?? Infinity) <= moment && other.finish > moment);
        expect(inProgress).toHaveLength(any.workers);
      }
    }),
    { numRuns: 300 },
  );
});

test('one more sync worker never hurts anybody who waits for others', () => {
  fc.assert(
    fc.property(anySimulation, (any) => {
      const simulation: Simulation = { ...any, server: 'sync', cpu: 0, timeout: 0 };
      const more = finishes({ ...simulation, workers: simulation.workers + 1 });
      for (const [i, finish] of finishes(simulation).entries()) expect(more[i]).toBeLessThanOrEqual(finish + near);
    }),
    { numRuns: 300 },
  );
});
