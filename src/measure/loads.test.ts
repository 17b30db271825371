import { expect, test } from 'vitest';
import { best, together, type Load } from './loads.ts';

const load = (largest: number, requests: number): Load => ({ figures: { largest, requests }, files: [] });

test('of times the best load counts, of everything else the worst', () => {
  expect(together('chapter', '/en/wsgi/', [load(900, 9), load(1400, 10), load(1100, 9)])).toMatchObject({ figures: { largest: 900, requests: 10 }, medians: { largest: 1100 }, loads: 3 });
});

/** Loads in the order given; the last one stays. */
function loads(...all: readonly Load[]): () => Promise<Load> {
  const left = [...all];
  return () => Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? load(0, 0));
}

test('a page that is late is loaded again until it keeps to its budgets, a page in time once', async () => {
  expect((await best('chapter', '/en/', true, 5, loads(load(5000, 9), load(2000, 9), load(700, 9)))).loads).toBe(3);
  expect((await best('chapter', '/en/', true, 5, loads(load(700, 9)))).loads).toBe(1);
});

test('a page that is always late, or has too many requests, is not loaded for ever', async () => {
  expect((await best('chapter', '/en/', true, 5, loads(load(5000, 9)))).loads).toBe(5);
  expect((await best('chapter', '/en/', true, 5, loads(load(700, 99)))).loads).toBe(1);
  expect((await best('chapter', '/en/', false, 4, loads(load(700, 9)))).loads).toBe(4);
});
