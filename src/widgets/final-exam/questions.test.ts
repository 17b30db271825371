import { afterEach, expect, test, vi } from 'vitest';
import type { ExamQuestion } from './model.ts';
import { fetchQuestions, questionsOf } from './questions.ts';

const pool = Array.from({ length: 60 }, (_, i): ExamQuestion => ({ key: `c${i % 6}/q${i}`, chapter: `c${i % 6}`, kind: 'choice', level: 'apply', objective: 'o' }));
const keys = (questions: readonly ExamQuestion[]): readonly string[] => questions.map(({ key }) => key);

afterEach(() => vi.unstubAllGlobals());

test('a draw that was begun keeps its questions, in their order', () => {
  const kept = ['c3/q3', 'c0/q0'];
  expect(keys(questionsOf(pool, 1, kept))).toEqual(kept);
});

test('a draw of which a question is gone is drawn anew', () => {
  const drawn = keys(questionsOf(pool, 1, undefined));
  expect(drawn).toHaveLength(40);
  expect(keys(questionsOf(pool, 1, ['c3/q3', 'c0/gone']))).toEqual(drawn);
  expect(keys(questionsOf(pool, 1, []))).toEqual(drawn);
});

test('the questions are fetched once; what failed is tried again', async () => {
  const answers = [() => Promise.reject(new TypeError('offline')), () => Promise.resolve(new Response('', { status: 503 })), () => Promise.resolve(Response.json({ questions: [] }))];
  const fetched = vi.fn(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')));
  vi.stubGlobal('fetch', fetched);
  await expect(fetchQuestions('/q.json')).rejects.toThrow('offline');
  await expect(fetchQuestions('/q.json')).rejects.toThrow('/q.json answered 503');
  await expect(fetchQuestions('/q.json')).resolves.toEqual({ questions: [] });
  await fetchQuestions('/q.json');
  expect(fetched).toHaveBeenCalledTimes(3);
});
