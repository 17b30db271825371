import { expect, test } from 'vitest';
import type { AnswerRecord } from '../../progress/model.ts';
import { quizResult, type Asked } from './result.ts';

const asked = (number: number, see: string, record: Partial<AnswerRecord> | undefined): Asked => ({
  id: `q${number}`,
  number,
  see,
  record: record && { rev: 1, first: ['0'], firstRight: false, right: false, tries: 2, at: '2026-11-21T10:00:00.000Z', ...record },
});
const right = { firstRight: true, right: true, tries: 1 };

test('sections to read again stand once, the strongest reason first', () => {
  const { readAgain } = quizResult([
    asked(1, 'hosts', { ...right, sure: false }),
    asked(2, 'ttl', {}),
    asked(3, 'root', { sure: true }),
    asked(4, 'hosts', { sure: false }),
    asked(5, 'cache', right),
  ]);
  expect(readAgain).toEqual([
    { see: 'root', reason: 'sure-and-wrong', numbers: [3] },
    { see: 'hosts', reason: 'wrong', numbers: [1, 4] },
    { see: 'ttl', reason: 'wrong', numbers: [2] },
  ]);
});

test('first answers are counted, and what is right by now', () => {
  const result = quizResult([asked(1, 'a', right), asked(2, 'a', { right: true }), asked(3, 'a', {}), asked(4, 'a', undefined)]);
  expect(result).toMatchObject({ of: 4, answered: 3, firstRight: 1, right: 2 });
});

test('a question is repeated until a later round begins with the right answer', () => {
  const { toRepeat } = quizResult([asked(1, 'a', right), asked(2, 'a', { right: true }), asked(3, 'a', { right: true, repaired: true }), asked(4, 'a', {})]);
  expect(toRepeat).toEqual(['q2', 'q4']);
});
