import { expect, test } from 'vitest';
import { disordered, shuffled } from './shuffle.ts';

const seeds = Array.from({ length: 300 }, (_, i) => `question-${i}`);

test('the same seed gives the same order', () => {
  expect(shuffled(['a', 'b', 'c', 'd', 'e'], 'refused-or-silent')).toEqual(shuffled(['a', 'b', 'c', 'd', 'e'], 'refused-or-silent'));
});

test('nothing is lost', () => {
  for (const seed of seeds) expect([...shuffled([1, 2, 3, 4, 5], seed)].sort()).toEqual([1, 2, 3, 4, 5]);
});

test('every place gets every option, about as often', () => {
  const places = [0, 0, 0, 0];
  for (const seed of seeds) places[shuffled(['right', 'b', 'c', 'd'], seed).indexOf('right')]! += 1;
  for (const count of places) expect(count).toBeGreaterThan(45);
});

test.each([3, 4, 5, 6, 7])('of %i steps at most one stands at its place', (count) => {
  const steps = Array.from({ length: count }, (_, i) => i);
  for (const seed of seeds) expect(disordered(steps, seed).filter((step, place) => step === place).length).toBeLessThanOrEqual(1);
});
