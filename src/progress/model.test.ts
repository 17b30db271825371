import { expect, test } from 'vitest';
import { answerTo, emptyProgress, merge, stateOfChapter, withAnswer, withExam, withExercise, withRead, withoutRead, type AnswerRecord } from './model.ts';

const record = (at: string, rest: Partial<AnswerRecord> = {}): AnswerRecord => ({ rev: 1, first: ['0'], firstRight: true, right: true, tries: 1, at, ...rest });
const [early, late] = ['2026-11-20T10:00:00.000Z', '2026-11-21T10:00:00.000Z'];

test('an answer to an older revision is not shown', () => {
  const progress = withAnswer(emptyProgress, 'wsgi/a', record(early));
  expect(answerTo(progress, 'wsgi', 'a', 1)).toBeDefined();
  expect(answerTo(progress, 'wsgi', 'a', 2)).toBeUndefined();
});

test('a chapter is begun by its first answer and read by its mark', () => {
  const begun = withAnswer(emptyProgress, 'wsgi/a', record(early));
  expect(stateOfChapter(emptyProgress, 'wsgi')).toBe('unread');
  expect(stateOfChapter(begun, 'wsgi')).toBe('started');
  expect(stateOfChapter(begun, 'wsg')).toBe('unread');
  expect(stateOfChapter(withExercise(emptyProgress, 'wsgi/echo', { tries: 0, hints: 1, at: early }), 'wsgi')).toBe('started');
  expect(stateOfChapter(withRead(begun, 'wsgi', late), 'wsgi')).toBe('read');
  expect(stateOfChapter(withoutRead(withRead(begun, 'wsgi', late), 'wsgi'), 'wsgi')).toBe('started');
});

test('a chapter keeps the day on which it was first read', () => {
  expect(withRead(withRead(emptyProgress, 'wsgi', early), 'wsgi', late).chapters['wsgi']?.read).toBe(early);
});

test('of two copies the newer answer stays, whichever comes first', () => {
  const old = withAnswer(withAnswer(emptyProgress, 'wsgi/a', record(early)), 'wsgi/only-here', record(early));
  const newer = withAnswer(emptyProgress, 'wsgi/a', record(late, { tries: 3 }));
  for (const both of [merge(old, newer), merge(newer, old)]) {
    expect(both.answers['wsgi/a']?.tries).toBe(3);
    expect(both.answers['wsgi/only-here']).toBeDefined();
  }
});

test('of two copies the first day of reading and the newer result stay', () => {
  const here = { ...emptyProgress, chapters: { wsgi: { read: early, quiz: { right: 3, of: 9, at: early } } } };
  const there = { ...emptyProgress, chapters: { wsgi: { read: late, quiz: { right: 8, of: 9, at: late } }, cgi: { read: late } } };
  expect(merge(here, there).chapters).toEqual({ wsgi: { read: early, quiz: { right: 8, of: 9, at: late } }, cgi: { read: late } });
});

test('of two copies of a program the newer stays, and the first day on which it passed', () => {
  const old = withExercise(emptyProgress, 'wsgi/echo', { text: 'old', tries: 3, hints: 0, passed: early, at: early });
  const newer = withExercise(emptyProgress, 'wsgi/echo', { text: 'new', tries: 4, hints: 0, passed: late, at: late });
  for (const both of [merge(old, newer), merge(newer, old), merge(merge(emptyProgress, old), newer)]) {
    expect(both.exercises['wsgi/echo']).toEqual({ text: 'new', tries: 4, hints: 0, passed: early, at: late });
  }
});

test('of two copies of an exam the later round stays; of the same round each newer answer', () => {
  const exam = (round: number, answers: Readonly<Record<string, AnswerRecord>>) => withExam(emptyProgress, '1', { round, questions: ['wsgi/a', 'wsgi/b'], answers });
  const here = exam(1, { 'wsgi/a': record(early), 'wsgi/b': record(late, { tries: 2 }) });
  const there = exam(1, { 'wsgi/b': record(early), 'wsgi/a': record(late, { tries: 5 }) });
  for (const both of [merge(here, there), merge(there, here), merge(merge(emptyProgress, here), there)]) {
    expect(both.exams['1']?.answers).toMatchObject({ 'wsgi/a': { tries: 5 }, 'wsgi/b': { tries: 2 } });
  }
  const again = exam(2, {});
  for (const both of [merge(here, again), merge(again, here)]) expect(both.exams['1']).toEqual(again.exams['1']);
});
