import type { AnswerRecord } from '../../progress/model.ts';
import { check, isSame, read, type Arrangement, type Finding, type PuzzleKey } from './model.ts';

/** Wrong tries after which the solution opens by itself. */
export const triesUntilSolution = 3;

/** Where a reader stands: `open` to be put in order, `right` at last, or the solution is `shown`. */
export type Phase = 'open' | 'right' | 'shown';

export interface PuzzleState {
  readonly phase: Phase;
  /** Wrong tries in this round. */
  readonly tries: number;
  /** What was checked last in this round. */
  readonly checked?: Arrangement | undefined;
}

export const openState: PuzzleState = { phase: 'open', tries: 0 };

/** What came of a check. `same` is the wrong arrangement of before; neither it nor `unchosen` counts as a try. */
export type Outcome = Finding | { readonly kind: 'same' };

/** Checks what the reader has made. The third wrong try ends the round. */
export function checkNow(state: PuzzleState, key: PuzzleKey, arrangement: Arrangement): { readonly outcome: Outcome; readonly state: PuzzleState } {
  if (state.phase !== 'open' || isSame(state.checked, arrangement)) return { outcome: { kind: 'same' }, state };
  const outcome = check(key, arrangement);
  if (outcome.kind === 'unchosen') return { outcome, state };
  if (outcome.kind === 'right') return { outcome, state: { ...state, phase: 'right', checked: arrangement } };
  const tries = state.tries + 1;
  return { outcome, state: { phase: tries >= triesUntilSolution ? 'shown' : 'open', tries, checked: arrangement } };
}

/** The state to go on with after a reload; what was kept of another version of the puzzle does not count. */
export function stateFrom(record: AnswerRecord | undefined, key: PuzzleKey): PuzzleState {
  const checked = record && read(key, record.last ?? record.first);
  if (!record || !checked) return openState;
  if (record.right) return { phase: 'right', tries: 0, checked };
  if (record.shown || record.tries >= triesUntilSolution) return { phase: 'shown', tries: record.tries, checked };
  return { phase: 'open', tries: record.tries, checked };
}
