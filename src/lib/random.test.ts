import { expect, test } from 'vitest';
import { mulberry32 } from './random.ts';

test('the same beginning gives the same numbers, from 0 up to 1', () => {
  const [one, two, other] = [mulberry32(1), mulberry32(1), mulberry32(2)];
  const numbers = Array.from({ length: 1000 }, () => one());
  expect(Array.from({ length: 1000 }, () => two())).toEqual(numbers);
  expect(Array.from({ length: 1000 }, () => other())).not.toEqual(numbers);
  for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
  expect(numbers.reduce((sum, number) => sum + number, 0) / 1000).toBeCloseTo(0.5, 1);
});
