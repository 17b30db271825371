import { describe, expect, test } from 'vitest';
import type { AnswerKey } from './answer.ts';
import { isPossible, isRight, normalise, tally } from './answer.ts';
import { check, openState, recordAfter, recordShown, showSolution, stateFrom } from './model.ts';

const at = '2026-11-21T10:00:00.000Z';
const choice: AnswerKey = { kind: 'choice', right: ['1'] };
const several: AnswerKey = { kind: 'several', right: ['0', '2'] };
const order: AnswerKey = { kind: 'order', right: ['0', '1', '2'] };
const match: AnswerKey = { kind: 'match', right: ['1', '0'] };
const short: AnswerKey = { kind: 'short', right: ['302', '302 found'] };

describe('an answer is right', () => {
  test.each([
    [choice, ['1'], true],
    [choice, ['0'], false],
    [several, ['2', '0'], true],
    [several, ['0'], false],
    [several, ['0', '1', '2'], false],
    [order, ['0', '1', '2'], true],
    [order, ['1', '0', '2'], false],
    [match, ['1', '0'], true],
    [match, ['0', '1'], false],
    [short, ['  302   FOUND '], true],
    [short, ['302 moved'], false],
  ])('%o with %j: %s', (key, answer, expected) => {
    expect(isRight(key, answer)).toBe(expected);
  });

  test('typed text is compared without case, outer and repeated spaces', () => {
    expect(normalise('  Getent\t AHOSTS  shop.test\n')).toBe('getent ahosts shop.test');
  });

  test('its parts are counted', () => {
    expect(tally(several, ['0', '1'])).toEqual({ right: 1, wrong: 1, missed: 1 });
    expect(tally(order, ['0', '2', '1'])).toEqual({ right: 1, wrong: 2, missed: 0 });
  });

  test('a kept answer to options that are gone is not possible any more', () => {
    expect(isPossible(choice, ['4'], new Set(['0', '1']))).toBe(false);
    expect(isPossible(order, ['0', '1'], new Set(['0', '1', '2']))).toBe(false);
    expect(isPossible(choice, ['0'], new Set(['0', '1']))).toBe(true);
  });
});

describe('a question', () => {
  test('right at once is over', () => {
    expect(check(openState, choice, ['1'])).toEqual({ verdict: 'right', state: { phase: 'right', answer: ['1'] } });
  });

  test('gives another try after the first wrong check, and the solution after the second', () => {
    const first = check(openState, choice, ['0']);
    expect(first).toEqual({ verdict: 'wrong', state: { phase: 'again', answer: ['0'] } });
    expect(check(first.state, choice, ['2']).state.phase).toBe('shown');
    expect(check(first.state, choice, ['1']).state.phase).toBe('right');
  });

  test.each([
    [choice, []],
    [match, ['1', '']],
    [short, ['   ']],
  ])('%o without an answer (%j) is not checked', (key, answer) => {
    expect(check(openState, key, answer)).toEqual({ verdict: 'empty', state: openState });
  });

  test('does not count the same wrong answer twice', () => {
    const { state } = check(openState, short, ['404']);
    expect(check(state, short, [' 404 '])).toEqual({ verdict: 'same', state });
    const ticked = check(openState, several, ['0', '1']).state;
    expect(check(ticked, several, ['1', '0']).verdict).toBe('same');
  });

  test('shows its solution only after an honest try', () => {
    expect(showSolution(openState)).toEqual(openState);
    expect(showSolution({ phase: 'again', answer: ['0'] }).phase).toBe('shown');
  });

  test('that is over takes no more answers', () => {
    const { state } = check(openState, choice, ['1']);
    expect(check(state, choice, ['0']).state).toBe(state);
  });
});

describe('what is kept', () => {
  const checked = { rev: 1, at, sure: undefined };
  const first = recordAfter(undefined, { ...checked, answer: ['0'], right: false, sure: true });

  test('is the first answer, for ever', () => {
    expect(recordAfter(first, { ...checked, answer: ['1'], right: true, sure: false })).toMatchObject({
      first: ['0'],
      firstRight: false,
      sure: true,
      last: ['1'],
      right: true,
      tries: 2,
    });
  });

  test('is dropped when the question has a new revision', () => {
    expect(recordAfter(first, { ...checked, rev: 2, answer: ['1'], right: true })).toEqual({ rev: 2, first: ['1'], firstRight: true, right: true, tries: 1, at });
  });

  test('leads back to where the reader was', () => {
    expect(stateFrom(undefined)).toEqual(openState);
    expect(stateFrom(first)).toEqual({ phase: 'again', answer: ['0'] });
    expect(stateFrom(recordShown(first, at))).toEqual({ phase: 'shown', answer: ['0'] });
    expect(stateFrom(recordAfter(first, { ...checked, answer: ['2'], right: false }))).toEqual({ phase: 'shown', answer: ['2'] });
    expect(stateFrom(recordAfter(first, { ...checked, answer: ['1'], right: true }))).toEqual({ phase: 'right', answer: ['1'] });
  });

  test('tells a repaired answer from a second try', () => {
    const second = recordAfter(first, { ...checked, answer: ['1'], right: true });
    expect(second.repaired).toBeUndefined();
    expect(recordAfter(second, { ...checked, answer: ['1'], right: true, repeated: true }).repaired).toBe(true);
  });
});
