import { expect, test } from 'vitest';
import { resultMark, resultOf } from './comparison.ts';

test('the result is the last marked line, whatever else was printed', () => {
  const result = { cases: 3, differences: ['a\nb'], notes: ['seed 1'] };
  expect(resultOf(`words\n${resultMark}{"cases":0}\nmore\n${resultMark}${JSON.stringify(result)}\nend`)).toEqual(result);
});

test('a program that died has no result', () => {
  expect(resultOf('Segmentation fault')).toBeUndefined();
  expect(resultOf(`${resultMark}{"cases":3,`)).toBeUndefined();
});
