import type { AnswerRecord } from '../../progress/model.ts';
import { isComplete, isRight, isSame, type Answer, type AnswerKey } from './answer.ts';

/**
 * Where a question stands:
 * `open` not checked in this round; `again` checked once, wrong: only what was chosen is explained, and there is
 * another try; `right` and `shown`: everything is explained.
 */
export type Phase = 'open' | 'again' | 'right' | 'shown';

export interface QuestionState {
  readonly phase: Phase;
  /** The answer checked last in this round. */
  readonly answer?: Answer;
}

/** What a check found. `empty`: nothing (or not all) chosen; `same`: the wrong answer of before. Neither counts. */
export type Verdict = 'empty' | 'same' | 'right' | 'wrong';

export const openState: QuestionState = { phase: 'open' };

/** Checks what is chosen. A second wrong answer ends the round. */
export function check(state: QuestionState, key: AnswerKey, answer: Answer): { readonly verdict: Verdict; readonly state: QuestionState } {
  if (isOver(state)) return { verdict: 'same', state };
  if (!isComplete(key, answer)) return { verdict: 'empty', state };
  if (state.phase === 'again' && isSame(key, state.answer, answer)) return { verdict: 'same', state };
  if (isRight(key, answer)) return { verdict: 'right', state: { phase: 'right', answer } };
  return { verdict: 'wrong', state: { phase: state.phase === 'again' ? 'shown' : 'again', answer } };
}

/** Gives up after a wrong answer. */
export function showSolution(state: QuestionState): QuestionState {
  return state.phase === 'again' ? { ...state, phase: 'shown' } : state;
}

export function isOver({ phase }: QuestionState): boolean {
  return phase === 'right' || phase === 'shown';
}

/** The state to go on with after a reload. */
export function stateFrom(record: AnswerRecord | undefined): QuestionState {
  if (!record) return openState;
  const answer = record.last ?? record.first;
  if (record.right) return { phase: 'right', answer };
  return { phase: record.shown || record.tries > 1 ? 'shown' : 'again', answer };
}

/**
 * What is kept after a check. The first answer, and how sure one was of it, stay as they were.
 * @param checked `repeated`: it is the first check of a later round
 */
export function recordAfter(
  before: AnswerRecord | undefined,
  checked: { readonly rev: number; readonly answer: Answer; readonly right: boolean; readonly sure: boolean | undefined; readonly at: string; readonly repeated?: boolean },
): AnswerRecord {
  const { rev, answer, right, sure, at, repeated } = checked;
  if (before?.rev !== rev) {
    return { rev, first: answer, firstRight: right, right, tries: 1, ...(sure === undefined ? {} : { sure }), at };
  }
  const repaired = before.repaired || (repeated && right);
  return { ...before, right: right || before.right, ...(repaired ? { repaired } : {}), tries: before.tries + 1, last: answer, at };
}

/** What is kept when the solution was asked for. */
export function recordShown(before: AnswerRecord, at: string): AnswerRecord {
  return { ...before, shown: true, at };
}
