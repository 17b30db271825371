import { expect, test } from 'vitest';
import type { AnswerRecord } from '../../progress/model.ts';
import { choose, keyOf, move, solution, start, write } from './model.ts';
import { checkNow, openState, stateFrom, type PuzzleState } from './state.ts';

const key = keyOf([{ code: 'a' }, { code: 'b', instead: 'x', why: 'x is wrong' }, { code: 'c' }, { code: 'd' }]);
const right = solution(key);
const wrongs = [move(right, 0, 1), move(right, 0, 2), move(right, 0, 3)];
const record = (rest: Partial<AnswerRecord>): AnswerRecord => ({ rev: key.rev, first: write(right), firstRight: false, right: false, tries: 1, at: '2026-11-21T10:00:00.000Z', ...rest });

test('the third wrong try opens the solution, and nothing counts after it', () => {
  let state: PuzzleState = openState;
  const phases = wrongs.map((wrong) => (state = checkNow(state, key, wrong).state).phase);
  expect(phases).toEqual(['open', 'open', 'shown']);
  expect(checkNow(state, key, right)).toEqual({ outcome: { kind: 'same' }, state });
});

test('neither the same arrangement again nor a pair without a choice is a try', () => {
  const once = checkNow(openState, key, wrongs[0]!).state;
  expect(checkNow(once, key, wrongs[0]!)).toEqual({ outcome: { kind: 'same' }, state: once });
  expect(checkNow(once, key, start(key, 'seed'))).toMatchObject({ outcome: { kind: 'unchosen' }, state: once });
  expect(checkNow(once, key, choose(key, wrongs[0]!, 0, 'instead')).state.tries).toBe(2);
});

test('the right order after a wrong one ends the round', () => {
  const once = checkNow(openState, key, wrongs[0]!).state;
  expect(checkNow(once, key, right)).toMatchObject({ outcome: { kind: 'right' }, state: { phase: 'right' } });
});

test.each([
  ['nothing', undefined, 'open', 0],
  ['two wrong tries', record({ tries: 2, first: write(wrongs[0]!), last: write(wrongs[1]!) }), 'open', 2],
  ['three wrong tries', record({ tries: 3, first: write(wrongs[0]!) }), 'shown', 3],
  ['the solution asked for', record({ shown: true }), 'shown', 1],
  ['a right one, in whichever try', record({ right: true, tries: 5 }), 'right', 0],
  ['an arrangement of something else', record({ right: true, first: ['9', 'what', '', '0'] }), 'open', 0],
] as const)('of %s a reload makes the same state', (_, kept, phase, tries) => {
  expect(stateFrom(kept, key)).toMatchObject({ phase, tries });
});
