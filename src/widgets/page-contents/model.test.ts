import { expect, test } from 'vitest';
import { sectionAt } from './model.ts';

test.each([
  [[300, 900, 1500], 0, 'before the first section the first is named'],
  [[-200, 90, 1500], 1, 'a heading under the header is reached'],
  [[-900, -200, 400], 1, 'between two headings the upper one holds'],
  [[-2000, -900, -200], 2, 'after the last heading the last holds'],
])('headings at %j: section %i, %s', (tops, expected) => {
  expect(sectionAt(tops, 120)).toBe(expected);
});
