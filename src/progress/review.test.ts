import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyProgress, withAnswer, withExam, withReview, type AnswerRecord, type Progress } from './model.ts';
import { afterReview, dueToday, gaps, mostOfADay, reviewList } from './review.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 10, 1 + n)).toISOString();
const known = new Map([['wsgi/a', 1], ['wsgi/b', 1], ['cgi/c', 2]]);
const answer = (rest: Partial<AnswerRecord> = {}): AnswerRecord => ({ rev: 1, first: ['0'], firstRight: false, right: true, tries: 2, at: day(0), ...rest });
const withA = (rest: Partial<AnswerRecord> = {}): Progress => withAnswer(emptyProgress, 'wsgi/a', answer(rest));

test.each([
  ['wrong', { sure: false }, 'wrong'],
  ['wrong, and sure of it', { sure: true }, 'sure-and-wrong'],
  ['right, and unsure', { firstRight: true, sure: false }, 'unsure'],
] as const)('what was %s comes back after two days', (_, rest, reason) => {
  expect(reviewList(withA(rest), known, day(1))).toEqual([{ key: 'wsgi/a', rev: 1, due: day(2), reason }]);
  expect(dueToday(reviewList(withA(rest), known, day(1)), day(1))).toEqual([]);
  expect(dueToday(reviewList(withA(rest), known, day(2)), day(2))).toHaveLength(1);
});

test('what was right and sure does not come back, nor what has changed or gone', () => {
  expect(reviewList(withA({ firstRight: true, sure: true }), known, day(9))).toEqual([]);
  expect(reviewList(withA({ firstRight: true }), known, day(9))).toEqual([]);
  expect(reviewList(withAnswer(emptyProgress, 'cgi/c', answer({ rev: 1 })), known, day(9))).toEqual([]);
  expect(reviewList(withAnswer(emptyProgress, 'wsgi/gone', answer()), known, day(9))).toEqual([]);
});

test('right answers lengthen the gap: 2, 7, 21, 60 days, then it is over; a wrong one begins anew', () => {
  let all = withA();
  let now = 2;
  for (const gap of gaps.slice(1)) {
    all = withReview(all, 'wsgi/a', afterReview(all.reviews['wsgi/a'], 1, true, day(now)));
    expect(reviewList(all, known, day(now))[0]?.due).toBe(day(now + gap));
    now += gap;
  }
  const over = withReview(all, 'wsgi/a', afterReview(all.reviews['wsgi/a'], 1, true, day(now)));
  expect(reviewList(over, known, day(now + 1000))).toEqual([]);
  const anew = withReview(all, 'wsgi/a', afterReview(all.reviews['wsgi/a'], 1, false, day(now)));
  expect(reviewList(anew, known, day(now))[0]?.due).toBe(day(now + 2));
});

test('a wrong answer in an exam counts, and one after the last review begins anew', () => {
  const exam = withExam(emptyProgress, '1', { round: 1, questions: ['wsgi/b'], answers: { 'wsgi/b': answer({ at: day(5) }) } });
  expect(reviewList(exam, known, day(5))).toEqual([{ key: 'wsgi/b', rev: 1, due: day(7), reason: 'wrong' }]);
  const reviewed = withReview(exam, 'wsgi/b', { rev: 1, step: 4, due: day(3), at: day(3) });
  expect(reviewList(reviewed, known, day(5))).toHaveLength(1);
});

test('a day has twenty questions at most, the sure and wrong first, chapters mixed', () => {
  const keys = Array.from({ length: 30 }, (_, i) => `${i % 2 ? 'wsgi' : 'cgi'}/q${i}`);
  const many = new Map(keys.map((key) => [key, 1]));
  const all = keys.reduce((progress, key, i) => withAnswer(progress, key, answer({ sure: i > 24, at: day(i % 3) })), emptyProgress);
  const today = dueToday(reviewList(all, many, day(40)), day(40));
  expect(today).toHaveLength(mostOfADay);
  expect(today.filter(({ reason }) => reason === 'sure-and-wrong')).toHaveLength(5);
  expect(today.slice(0, 10).map(({ key }) => key.split('/')[0])).toEqual(Array.from({ length: 5 }, () => [today[0]?.key.split('/')[0], today[1]?.key.split('/')[0]]).flat());
  expect(today[0]?.key.split('/')[0]).not.toBe(today[1]?.key.split('/')[0]);
});

test('a clock that was wrong puts nothing off for ever', () => {
  const ahead = withA({ at: day(4000) });
  expect(reviewList(ahead, known, day(0))[0]?.due).toBe(day(0));
  const answered = withReview(ahead, 'wsgi/a', afterReview(undefined, 1, true, day(0)));
  expect(reviewList(answered, known, day(1))[0]?.due).toBe(day(7));
  const far = withReview(withA(), 'wsgi/a', { rev: 1, step: 1, due: day(4000), at: day(3990) });
  expect(dueToday(reviewList(far, known, day(3)), day(3))).toHaveLength(1);
  // An hour is a time zone's mistake, or another machine's clock.
  expect(reviewList(withA({ at: new Date(Date.parse(day(0)) + 3_600_000).toISOString() }), known, day(0))[0]?.due).toBe('2026-11-03T01:00:00.000Z');
});

test('whatever the clock has done, who answers rightly each time is done with a question within a year', () => {
  const moment = fc.integer({ min: -4000, max: 4000 }).map(day);
  fc.assert(
    fc.property(moment, moment, fc.option(fc.record({ rev: fc.constant(1), step: fc.integer({ min: 0, max: 3 }), due: moment, at: moment })), (at, exam, review) => {
      let all = withExam(withA({ at }), '1', { round: 1, questions: ['wsgi/a'], answers: { 'wsgi/a': answer({ at: exam }) } });
      if (review) all = withReview(all, 'wsgi/a', review);
      for (let n = 0; n < 365; n++) {
        const now = day(n);
        for (const { key } of dueToday(reviewList(all, known, now), now)) all = withReview(all, key, afterReview(all.reviews[key], 1, true, now));
      }
      // What was answered in these days by a clock that is right again may begin anew once.
      const open = reviewList(all, known, day(365));
      expect(open.length === 0 || at > day(100) || exam > day(100)).toBe(true);
    }),
  );
});

test('whatever is kept, nothing comes back later than sixty days from now', () => {
  const moment = fc.integer({ min: -2000, max: 2000 }).map(day);
  const record = fc.record({ rev: fc.constant(1), step: fc.integer({ min: 0, max: 6 }), due: moment, at: moment });
  fc.assert(
    fc.property(moment, fc.boolean(), moment, fc.option(record), (at, sure, now, review) => {
      const all = review ? withReview(withA({ at, sure }), 'wsgi/a', review) : withA({ at, sure });
      for (const { due } of reviewList(all, known, now)) expect(Date.parse(due) - Date.parse(now)).toBeLessThanOrEqual(60 * 86_400_000);
    }),
  );
});
