import { expect, test } from 'vitest';
import type { ExerciseRecord } from '../../progress/model.ts';
import { after, mayOpenHint, mayOpenSolution, recordOf, stateOf, untouched, type ExerciseEvent, type ExerciseState } from './model.ts';

const fails: ExerciseEvent = { kind: 'graded', accepted: false };
const passes: ExerciseEvent = { kind: 'graded', accepted: true };
const cut: ExerciseEvent = { kind: 'cut' };
const hint = (number: number): ExerciseEvent => ({ kind: 'hint', number });
const through = (...events: readonly ExerciseEvent[]): ExerciseState => events.reduce(after, untouched);
const at = '2026-11-21T10:00:00.000Z';
const starter = 'def app(): ...\n';
const keep = (state: ExerciseState, text: string, before?: ExerciseRecord): ExerciseRecord | undefined => recordOf(state, text, starter, at, before, 100);

test.each<[string, readonly ExerciseEvent[], Partial<ExerciseState>]>([
  ['a run that fails is a try', [fails], { phase: 'tried', tries: 1 }],
  ['a run that is cut is a try and never a pass', [cut], { phase: 'tried', tries: 1 }],
  ['a pass is a pass', [fails, passes], { phase: 'passed', tries: 2 }],
  ['a later run that fails takes no pass away', [passes, fails], { phase: 'passed', tries: 2 }],
  ['a later run that is cut takes no pass away', [passes, cut], { phase: 'passed', tries: 2 }],
  ['hints open one by one', [hint(1), hint(2)], { phase: 'untouched', hints: 2 }],
  ['a hint cannot be skipped', [hint(2)], { hints: 0 }],
  ['a hint opened again counts once', [hint(1), hint(1)], { hints: 1 }],
  ['there is no solution before a try', [{ kind: 'solution' }], { shown: false }],
  ['there is one after a try', [fails, { kind: 'solution' }], { shown: true, phase: 'tried' }],
  ['a solution that was read is no pass', [cut, { kind: 'solution' }, fails], { shown: true, phase: 'tried' }],
])('%s', (_, events, expected) => {
  expect(through(...events)).toMatchObject(expected);
});

test('what may be opened follows from what was done', () => {
  expect([1, 2, 3].map((number) => mayOpenHint(through(hint(1)), number))).toEqual([true, true, false]);
  expect(mayOpenSolution(untouched)).toBe(false);
  expect(mayOpenSolution(through(cut))).toBe(true);
});

test('a state is there again after it was kept', () => {
  for (const state of [through(fails), through(hint(1), fails, { kind: 'solution' }, passes), through(hint(1))]) {
    expect(stateOf(keep(state, starter))).toEqual(state);
  }
  expect(stateOf(undefined)).toBe(untouched);
});

test('nothing is kept of an exercise that was only looked at', () => {
  expect(keep(untouched, starter)).toBeUndefined();
});

test('a program is kept when it is the reader’s own, and not endless', () => {
  expect(keep(untouched, 'x')).toEqual({ text: 'x', tries: 0, hints: 0, at });
  expect(keep(untouched, 'x'.repeat(101))).toBeUndefined();
  expect(keep(untouched, starter, { text: 'x', tries: 0, hints: 0, at })).toEqual({ tries: 0, hints: 0, at });
});

test('the day of the first pass stays', () => {
  const first = '2026-11-01T10:00:00.000Z';
  expect(keep(through(passes, fails), 'x', { tries: 1, hints: 0, passed: first, at: first })?.passed).toBe(first);
});
