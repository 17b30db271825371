import { expect, test } from 'vitest';
import { nearby } from './nearby.ts';

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

test.each([
  [-1, [0, 1, 2, 3]],
  [0, [0, 1, 2, 3]],
  [5, [3, 4, 5, 6]],
  [9, [6, 7, 8, 9]],
])('around %i: %j', (at, shown) => {
  expect(nearby(ten, at, 4)).toEqual(shown);
});

test('a list that is short enough is whole', () => {
  expect(nearby(ten, 7, 10)).toEqual(ten);
  expect(nearby(ten, -1, 60)).toEqual(ten);
});
