import { expect, test } from 'vitest';
import { growthOf, growthSentence, growthTable } from './growth.ts';
import type { BuildFigures } from './measure-build.ts';

const build = (chapters: number, cpuSeconds: number | undefined, peakMiB: number | undefined, seconds = 0): BuildFigures => ({ chapters, seconds, cpuSeconds, peakMiB });

test('what a build costs before its first chapter hides no growth', () => {
  // 30 s, then n²/10,000 s: less a chapter at 1,000 than at 18, and still not linear.
  const quadratic = [18, 200, 1000].map((n) => build(n, 30 + n ** 2 / 10_000, 500 + n));
  expect(growthOf(quadratic).map(({ what, isLinear }) => [what, isLinear])).toEqual([['processor time', false], ['memory', true]]);
});

test('a straight line is linear, and so is one that becomes flatter', () => {
  expect(growthOf([18, 200, 1000].map((n) => build(n, 30 + n / 2, 500 + Math.sqrt(n)))).every(({ isLinear }) => isLinear)).toBe(true);
});

test('what measuring scatters is no growth, more than that is', () => {
  const with1000 = (cpu: number): boolean | undefined => growthOf([build(18, 30, undefined), build(200, 130, undefined), build(1000, cpu, undefined)])[0]?.isLinear;
  expect(with1000(130 + 800 * (100 / 182) * 1.2)).toBe(true);
  expect(with1000(130 + 800 * (100 / 182) * 1.3)).toBe(false);
});

test('where the system tells neither processor time nor memory, the clock is judged', () => {
  const growth = growthOf([build(18, undefined, undefined, 20), build(200, undefined, undefined, 40), build(1000, undefined, undefined, 400)]);
  expect(growth.map(growthSentence)).toEqual(['time grows faster than linearly: a further chapter costs 0.110 s in the small guide, 0.450 s in the large one.']);
});

test('two sizes are too few', () => {
  expect(() => growthOf([build(18, 1, 1), build(200, 2, 2)])).toThrow('three sizes, the smallest first');
  expect(() => growthOf([build(18, 1, 1), build(200, 2, 2), build(200, 2, 2)])).toThrow(RangeError);
});

test('the table has a row for each size', () => {
  expect(growthTable([build(18, 30, 900, 17), build(200, undefined, undefined, 60)]).split('\n').map((row) => row.trim().split(/ {2,}/))).toEqual([
    ['chapters', 'seconds', 'processor s', 'peak MiB', 's a chapter', 'processor s a chapter'],
    ['18', '17.0', '30.0', '900', '0.944', '1.667'],
    ['200', '60.0', 'not told', 'not told', '0.300', 'not told'],
  ]);
});
