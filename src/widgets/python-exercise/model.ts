import type { ExerciseRecord } from '../../progress/model.ts';

/** Where a reader stands with an exercise. */
export interface ExerciseState {
  /** `passed` is for good: a later run that fails takes nothing away. */
  readonly phase: 'untouched' | 'tried' | 'passed';
  /** Runs that were graded or cut. */
  readonly tries: number;
  /** How many hints were opened, from the first one on. */
  readonly hints: number;
  /** The worked solution was opened. */
  readonly shown: boolean;
}

/** What happens to an exercise. */
export type ExerciseEvent =
  | { readonly kind: 'graded'; readonly accepted: boolean }
  /** Stopped by the limit or the reader, or broken: a try, and never a pass. */
  | { readonly kind: 'cut' }
  /** `number` counts from 1. */
  | { readonly kind: 'hint'; readonly number: number }
  | { readonly kind: 'solution' };

export const untouched: ExerciseState = { phase: 'untouched', tries: 0, hints: 0, shown: false };

/** The state after an event. Hints cannot be skipped; the solution cannot be opened before a try. */
export function after(state: ExerciseState, event: ExerciseEvent): ExerciseState {
  switch (event.kind) {
    case 'graded':
      return { ...state, tries: state.tries + 1, phase: event.accepted || state.phase === 'passed' ? 'passed' : 'tried' };
    case 'cut':
      return { ...state, tries: state.tries + 1, phase: state.phase === 'passed' ? 'passed' : 'tried' };
    case 'hint':
      return event.number === state.hints + 1 ? { ...state, hints: event.number } : state;
    case 'solution':
      return mayOpenSolution(state) ? { ...state, shown: true } : state;
  }
}

/** The hints so far, and the next one. */
export function mayOpenHint(state: ExerciseState, number: number): boolean {
  return number <= state.hints + 1;
}

/** The worked solution is for those who have tried. */
export function mayOpenSolution(state: ExerciseState): boolean {
  return state.phase !== 'untouched' || state.shown;
}

/** The state that was kept. */
export function stateOf(record: ExerciseRecord | undefined): ExerciseState {
  if (!record) return untouched;
  const { passed, tries, hints, shown = false } = record;
  return { phase: passed ? 'passed' : tries > 0 ? 'tried' : 'untouched', tries, hints, shown };
}

/**
 * What is kept of a state.
 * @param before the record so far: the day of the first pass stays
 * @param text the program; the starter is not kept, nor what is longer than `longest`
 * @returns undefined when there is nothing to keep
 */
export function recordOf(
  state: ExerciseState,
  text: string,
  starter: string,
  at: string,
  before: ExerciseRecord | undefined,
  longest: number,
): ExerciseRecord | undefined {
  const isOwn = text !== starter && text.length <= longest;
  if (!before && !isOwn && state === untouched) return undefined;
  const passed = before?.passed ?? (state.phase === 'passed' ? at : undefined);
  return {
    ...(isOwn ? { text } : {}),
    tries: state.tries,
    hints: state.hints,
    ...(passed ? { passed } : {}),
    ...(state.shown ? { shown: true as const } : {}),
    at,
  };
}
