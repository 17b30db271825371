import { expect, test } from 'vitest';
import type { AnswerRecord } from '../../progress/model.ts';
import { chapterOf, examResult, type Examined } from './result.ts';

const answered = (firstRight: boolean, sure?: boolean): AnswerRecord => ({
  rev: 1, first: ['0'], firstRight, right: true, tries: firstRight ? 1 : 2, at: '2026-11-21T10:00:00.000Z', ...(sure === undefined ? {} : { sure }),
});
const question = (number: number, part: string, id: string, see: string, record?: AnswerRecord): Examined => ({ number, part, id, see, record });

test('a result counts by chapter and part, and says what to read again there', () => {
  const { all, parts, chapters } = examResult([
    question(1, '1', 'cgi/a', '/en/cgi/#fork', answered(true)),
    question(2, '1', 'cgi/b', '/en/cgi/#fork', answered(false, true)),
    question(3, '2', 'wsgi/a', '/en/wsgi/#rules', answered(true, false)),
    question(4, '2', 'wsgi/b', '/en/wsgi/#call'),
  ]);
  expect(all).toMatchObject({ of: 4, answered: 3, firstRight: 2, right: 3, toRepeat: ['cgi/b'] });
  expect([...parts].map(([part, { firstRight, of }]) => [part, firstRight, of])).toEqual([['1', 1, 2], ['2', 1, 2]]);
  expect(chapters.get('cgi')).toMatchObject({ firstRight: 1, of: 2, readAgain: [{ see: '/en/cgi/#fork', reason: 'sure-and-wrong', numbers: [2] }] });
  expect(chapters.get('wsgi')).toMatchObject({ answered: 1, readAgain: [{ see: '/en/wsgi/#rules', reason: 'right-but-unsure', numbers: [3] }] });
  expect(chapters.has('asgi')).toBe(false);
});

test('the chapter of a question stands before the slash', () => {
  expect(chapterOf('urls-ports-sockets/who-listens')).toBe('urls-ports-sockets');
});
