import { expect, test } from 'vitest';
import { holds, pickCoding } from './negotiate.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['GZIP', 'gzip'],
  [undefined, 'identity'],
])('a client that takes %s gets %s', (header, coding) => {
  expect(pickCoding(header)).toBe(coding);
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  [undefined, false],
])('a client that holds %s needs no body: %s', (header, expected) => {
  expect(holds(header, '"a"')).toBe(expected);
});
