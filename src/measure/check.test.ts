import { expect, test } from 'vitest';
import { budgets, type Budget } from './budgets.ts';
import { exceeded, judged, unmeasured, type Row } from './check.ts';

const files = [
  { path: '/en/wsgi/', kind: 'html', body: 41_000, headers: 900 },
  { path: '/_astro/Page.css', kind: 'css', body: 7_000, headers: 600 },
  { path: '/_astro/quiz.js', kind: 'js', body: 9_000, headers: 600 },
  { path: '/_astro/latin.woff2', kind: 'font', body: 18_000, headers: 600 },
] as const;
const budget: readonly Budget[] = [
  { subject: 'chapter', figure: 'bytesWithoutFonts', most: 50_000, why: 'text alone' },
  { subject: 'chapter', figure: 'largest', most: 1000, why: 'the page is there' },
  { subject: 'home', figure: 'bytes', most: 10, why: 'another page' },
];
const row = (figures: Row['figures'], more: Partial<Row> = {}): Row => ({ subject: 'chapter', path: '/en/wsgi/', figures, loads: 1, files, ...more });

test('a page within its budgets is said nothing of, and one that takes exactly as much neither', () => {
  expect(exceeded(row({ bytesWithoutFonts: 49_999, largest: 1000 }), budget)).toEqual([]);
  expect(exceeded(row({ bytesWithoutFonts: 50_000 }), budget)).toEqual([]);
});

test('a byte too many is told with page, measured, budget, reason and the largest files that count', () => {
  expect(exceeded(row({ bytesWithoutFonts: 57_000 }), budget)).toEqual([
    '/en/wsgi/ (chapter): all but fonts, compressed 57.0 kB; the budget is 50.0 kB: text alone. Largest: /en/wsgi/ 41.0 kB, /_astro/quiz.js 9.0 kB, /_astro/Page.css 7.0 kB.',
  ]);
});

test('a page that is late is told with the best and the median of its loads', () => {
  expect(exceeded(row({ largest: 1204 }, { loads: 5, medians: { largest: 1500 } }), budget)).toEqual([
    '/en/wsgi/ (chapter): largest paint 1204 ms, the best of 5 (median 1500 ms); the budget is 1000 ms: the page is there.',
  ]);
});

test('times are judged on a machine that has time, bytes on every machine', () => {
  const late = [row({ largest: 5000, requests: 99 })];
  const idle = judged(late, 0.98);
  expect(idle.problems.filter((sentence) => sentence.includes('largest paint 5000 ms'))).toHaveLength(1);
  expect(idle.notJudged).toEqual([]);
  const busy = judged(late, 0.2);
  expect(busy.notJudged).toEqual([expect.stringContaining('largest paint 5000 ms')]);
  expect(busy.problems.filter((sentence) => sentence.includes('requests 99'))).toHaveLength(1);
});

test('what is tolerated of times is told, what is more fails, and bytes have no tolerance', () => {
  const told = (largest: number): boolean[] => {
    const { problems, notJudged } = judged([row({ largest, scripts: 10_001 })], 1, 1.5);
    expect(problems.filter((sentence) => sentence.includes('scripts, compressed 10.0 kB'))).toHaveLength(1);
    return [problems, notJudged].map((sentences) => sentences.some((sentence) => sentence.includes(`largest paint ${largest} ms`)));
  };
  expect(told(1000)).toEqual([false, false]);
  expect(told(1499)).toEqual([false, true]);
  expect(told(1501)).toEqual([true, false]);
});

test('every budget of the project fails by a page that exceeds it, and is missed when nothing was measured for it', () => {
  for (const { subject, figure, most } of budgets) {
    const over: Row = { subject, path: '/en/', figures: { [figure]: most + 1 }, loads: 1, files };
    expect(exceeded(over)).toHaveLength(1);
    expect(unmeasured([over])).toHaveLength(budgets.length - 1);
  }
});
