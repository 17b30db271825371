import { expect, test } from 'vitest';
import { enlargement } from './model.ts';

test.each([
  ['fills a wide window', { width: 500, height: 400 }, { width: 1400, height: 800 }, 2],
  ['on a phone it scrolls', { width: 500, height: 400 }, { width: 340, height: 600 }, 1.25],
  ['a small drawing does not become coarse', { width: 200, height: 100 }, { width: 2400, height: 1300 }, 3],
])('%s', (_, drawing, room, expected) => {
  expect(enlargement(drawing, room)).toBe(expected);
});
