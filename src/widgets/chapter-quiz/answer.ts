import type { QuestionKind } from '../../schemas/quiz.ts';

/**
 * An answer, for every kind a list of values: the option chosen, the options ticked, the items in their order, the
 * right sides in the order of the left ones, the text typed, the line pointed at. `''` is a place left empty.
 */
export type Answer = readonly string[];

/** What is right; for `short` all accepted texts, normalised, else the one right answer. */
export interface AnswerKey {
  readonly kind: QuestionKind;
  readonly right: Answer;
}

/** Typed text as it is compared: without outer spaces, case, repeated spaces. */
export function normalise(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** True when there is something to check. */
export function isComplete({ kind, right }: AnswerKey, answer: Answer): boolean {
  const places = kind === 'order' || kind === 'match' ? right.length : 1;
  return answer.length >= places && answer.every((value) => value.trim() !== '');
}

export function isRight({ kind, right }: AnswerKey, answer: Answer): boolean {
  if (kind === 'short') return right.includes(normalise(answer[0] ?? ''));
  if (kind === 'several') return answer.length === right.length && answer.every((value) => right.includes(value));
  return answer.length === right.length && answer.every((value, i) => value === right[i]);
}

export function isSame({ kind }: AnswerKey, a: Answer | undefined, b: Answer): boolean {
  if (a?.length !== b.length) return false;
  if (kind === 'short') return normalise(a[0] ?? '') === normalise(b[0] ?? '');
  const sorted = (answer: Answer): Answer => (kind === 'several' ? [...answer].sort() : answer);
  return sorted(a).every((value, i) => value === sorted(b)[i]);
}

/** How many parts of an answer are right, wrong, missing: for several, order and match. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export function tally(key: AnswerKey, answer: Answer): Tally {
  const right = answer.filter((value, place) => isPartRight(key, value, place)).length;
  return { right, wrong: answer.length - right, missed: key.kind === 'several' ? key.right.length - right : 0 };
}

/** True when one part of an answer is right at its place. */
export function isPartRight(key: AnswerKey, value: string, place: number): boolean {
  if (key.kind === 'several') return key.right.includes(value);
  if (key.kind === 'short') return key.right.includes(normalise(value));
  return key.right[place] === value;
}

/** True when each value of an answer still exists: the question may have lost an option since. */
export function isPossible({ kind, right }: AnswerKey, answer: Answer, values: ReadonlySet<string>): boolean {
  if (kind === 'short') return answer.length === 1;
  if ((kind === 'order' || kind === 'match') && answer.length !== right.length) return false;
  return answer.length > 0 && answer.every((value) => values.has(value));
}
