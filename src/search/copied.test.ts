import { expect, test } from 'vitest';
import { isCopied, sharedRun } from './copied.ts';
import { wordsOf } from './tokens.ts';

test.each([
  ['connect() failed (111: Connection refused)', true],
  ['Host: 127.0.0.1:8001', true],
  ['ben: who are you?', true],
  ['wsgi.input', false],
  ['X-Forwarded-For', false],
  ['X-Forwarded-For:', false],
  ['how do I reload nginx?', false],
  ['proxy_pass', false],
])('%s is copied from a program: %s', (query, expected) => {
  expect(isCopied(query)).toBe(expected);
});

test('the longest run of words counts, wherever it stands', () => {
  const text = wordsOf('Before. upstream timed out (110: Connection timed out) while reading. After, upstream closed.');
  expect(sharedRun(wordsOf('upstream timed out (110: Connection timed out) while reading'), text)).toBe(1);
  expect(sharedRun(wordsOf('upstream timed out elsewhere'), text)).toBe(0.75);
  expect(sharedRun(wordsOf('out timed upstream'), text)).toBeCloseTo(1 / 3);
  expect(sharedRun([], text)).toBe(0);
  expect(sharedRun(wordsOf('word'), [])).toBe(0);
});
