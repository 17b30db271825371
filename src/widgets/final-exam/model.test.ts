import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { examPool } from '../../content/exam-pool.ts';
import { readGuide } from '../../content/read-guide.ts';
import { askedDraw, drawExam, drawsInRound, examSize, nextDraw, type AskedDraw, type ExamQuestion } from './model.ts';

const guide = examPool(readGuide(fileURLToPath(new URL('../../..', import.meta.url)), 'en'));
const keys = (questions: readonly ExamQuestion[]): readonly string[] => questions.map(({ key }) => key);
const question = (chapter: string, id: number, rest: Partial<ExamQuestion> = {}): ExamQuestion => ({ key: `${chapter}/q${id}`, chapter, kind: 'choice', level: 'apply', objective: `o${id}`, ...rest });
const some = (counts: Readonly<Record<string, number>>): readonly ExamQuestion[] =>
  Object.entries(counts).flatMap(([chapter, count]) => Array.from({ length: count }, (_, i) => question(chapter, i)));

describe('the exam of this guide', () => {
  const chapters = [...new Set(guide.map(({ chapter }) => chapter))];
  const draws = Array.from({ length: 60 }, (_, i) => ({ draw: i + 1, drawn: drawExam(guide, i + 1) }));

  test.each(draws)('draw $draw has 40 different questions, two or three of each chapter, mostly applied, of all kinds', ({ drawn }) => {
    expect(new Set(keys(drawn)).size).toBe(examSize);
    for (const chapter of chapters) {
      const own = drawn.filter((one) => one.chapter === chapter);
      expect(own.length, chapter).toBeGreaterThanOrEqual(2);
      expect(own.length, chapter).toBeLessThanOrEqual(3);
      expect(own.some(({ level }) => level === 'apply'), chapter).toBe(true);
    }
    expect(drawn.filter(({ level }) => level === 'apply').length).toBeGreaterThanOrEqual(24);
    expect(new Set(drawn.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
  });

  test('draws of one round share no question; later rounds are other draws', () => {
    const round = drawsInRound(guide);
    expect(round).toBeGreaterThanOrEqual(4);
    for (let from = 0; from + round <= draws.length; from += round) {
      expect(new Set(draws.slice(from, from + round).flatMap(({ drawn }) => keys(drawn))).size).toBe(round * examSize);
    }
    expect(new Set(draws.map(({ drawn }) => keys(drawn).join())).size).toBe(draws.length);
  });

  test('a draw is the same each time, and stands in reading order', () => {
    expect(keys(drawExam(guide, 17))).toEqual(keys(drawExam(guide, 17)));
    const places = drawExam(guide, 17).map((one) => guide.indexOf(one));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('a new draw shows nothing that was seen, until everything was', () => {
    const begun = new Map<number, readonly string[]>();
    for (let i = 0; i < drawsInRound(guide); i++) begun.set(nextDraw(guide, begun), keys(drawExam(guide, nextDraw(guide, begun))));
    expect(new Set([...begun.values()].flat()).size).toBe(begun.size * examSize);
    expect(begun.has(nextDraw(guide, begun))).toBe(false);
  });
});

test('a pool with fewer questions than asked for is drawn whole', () => {
  const few = some({ a: 3, b: 1 });
  for (const draw of [1, 2, 9]) expect(drawExam(few, draw, 40)).toEqual(few);
  expect(drawExam([], 1)).toEqual([]);
  expect(nextDraw([], new Map())).toBe(1);
});

test('a chapter with one question gives one, and the others fill up', () => {
  const drawn = drawExam(some({ a: 9, b: 1, c: 9 }), 4, 9);
  expect([...Map.groupBy(drawn, ({ chapter }) => chapter)].map(([chapter, { length }]) => [chapter, length])).toEqual([['a', 4], ['b', 1], ['c', 4]]);
});

test('with more chapters than questions each question is of another chapter', () => {
  const drawn = drawExam(some({ a: 2, b: 2, c: 2, d: 2 }), 3, 3);
  expect(new Set(drawn.map(({ chapter }) => chapter)).size).toBe(3);
});

test('an applied question is preferred, then another objective, then a kind that is still missing', () => {
  const pool = [
    question('a', 1, { level: 'recall' }),
    question('a', 2, { level: 'apply', objective: 'x' }),
    question('a', 3, { level: 'recall', objective: 'x', kind: 'order' }),
    question('a', 4, { level: 'understand', objective: 'y', kind: 'match' }),
  ];
  expect(keys(drawExam(pool, 1, 2))).toEqual(['a/q2', 'a/q4']);
});

test('a draw that was opened from elsewhere is not begun again; the freshest one is next', () => {
  const pool = some({ a: 8, b: 8 });
  const begun = new Map([2, 7].map((draw) => [draw, keys(drawExam(pool, draw, 4))]));
  const next = nextDraw(pool, begun, 4);
  expect(begun.has(next)).toBe(false);
  const known = (draw: number): number => drawExam(pool, draw, 4).filter(({ key }) => [...begun.values()].flat().includes(key)).length;
  for (let draw = 1; draw <= 8; draw++) if (!begun.has(draw)) expect(known(next)).toBeLessThanOrEqual(known(draw));
});

test.each<readonly [string, AskedDraw]>([
  ['', { draw: 1 }],
  ['?other=2', { draw: 1 }],
  ['?draw=1', { draw: 1 }],
  ['?draw=9999', { draw: 9999 }],
  ...['', '0', '-1', '01', '1.5', '10000', '١', 'two', '2;', '<b>', '1e3'].map((written) => [`?draw=${encodeURIComponent(written)}`, { draw: 1, broken: written }] as const),
])('the address %s asks for %o', (search, expected) => {
  expect(askedDraw(search)).toEqual(expected);
});
