import { expect, test } from 'vitest';
import { balance, textAbove, textAround } from './labels.ts';

test.each([
  [['SELECT … id', '= 42'], ['SELECT …', 'id = 42']],
  [['Nginx (web', 'server)'], ['Nginx', '(web server)']],
  [['one two', 'three four', 'five'], ['one', 'two three', 'four five']],
  [['one line'], ['one line']],
  [[], []],
])('%j is broken as %j', (lines, expected) => {
  expect(balance(lines)).toEqual(expected);
});

test('words above a line grow upwards', () => {
  expect(textAbove(['one', 'two'], 10, 50, 'msg').map(({ attributes }) => attributes['y'])).toEqual([33, 50]);
});

test('words in a box are centred around its middle', () => {
  const [first, second] = textAround(['one', 'two'], 0, 20, 'note-t').map(({ attributes }) => Number(attributes['y']));
  expect((Number(first) + Number(second)) / 2).toBeCloseTo(24.8);
});
