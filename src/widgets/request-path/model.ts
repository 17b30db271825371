import type { Station } from '../../lib/hops.ts';
import type { Shot } from './recorded.ts';

/** Where something happens: a stop of the guide's hop strip. */
export type HopId = Station['id'];

/** The stops in the order of the way out. */
export const hops = ['browser', 'name', 'connection', 'web-server', 'gateway', 'workers', 'app', 'database'] as const satisfies readonly HopId[];

/** What a reader may look at; each look shows what was recorded. */
export const looks = ['browser', 'curl', 'dig', 'ss', 'error', 'access', 'gunicorn', 'journal'] as const;
export type Look = (typeof looks)[number];

/** One stop of a request's way. */
export interface Step {
  readonly hop: HopId;
  readonly isBack: boolean;
  readonly title: string;
  readonly says: string;
  readonly shots: readonly Shot[];
  /** Milliseconds since the first packet, when a packet of this step was recorded. */
  readonly at?: number | undefined;
  /** Logs that got a line here, as they are called. */
  readonly logs: readonly string[];
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A request that dies. */
export interface Failure {
  readonly id: string;
  readonly title: string;
  /** Where it dies. */
  readonly hop: HopId;
  /** Why, as one may name it. */
  readonly cause: string;
  readonly says: string;
  /** What was typed to break the system; none when the request itself is at fault. */
  readonly broken: string | undefined;
  readonly looks: Readonly<Record<Look, Shot>>;
}

/** A failure to find. */
export interface Case {
  /** Id of the failure. */
  readonly failure: string;
  /** What somebody says who wants help. */
  readonly complaint: string;
  /** The fewest looks that settle it. */
  readonly way: readonly Look[];
  readonly because: string;
}

/** All that the explorer shows, as the build wrote it. */
export interface Recordings {
  readonly versions: Readonly<Record<string, string>>;
  readonly scenarios: readonly Scenario[];
  readonly failures: readonly Failure[];
  /** From the easiest to the hardest. */
  readonly cases: readonly Case[];
}

/** Which stops a request that dies at `hop` reached, the last one included. */
export function reached(hop: HopId): readonly HopId[] {
  return hops.slice(0, hops.indexOf(hop) + 1);
}

/** More steps than any request takes. */
const manySteps = 40;

/**
 * The step that is shown after `by` more of them; it stays within the way.
 * @param count of the steps; while the recordings are on their way it is not known, and the step is put right when they are there
 */
export function stepAfter(current: number, by: number, count = manySteps): number {
  return Math.min(Math.max(0, current + by), Math.max(0, count - 1));
}

/** A reader at work on a case. */
export interface Diagnosis {
  /** In the order in which they were taken; each once. */
  readonly taken: readonly Look[];
  /** Wrong answers so far. */
  readonly misses: number;
  readonly state: 'open' | 'solved' | 'given-up';
}

export const fresh: Diagnosis = { taken: [], misses: 0, state: 'open' };

/** Takes a look. A look is paid once, and none is taken when the case is closed. */
export function look(diagnosis: Diagnosis, what: Look): Diagnosis {
  if (diagnosis.state !== 'open' || diagnosis.taken.includes(what)) return diagnosis;
  return { ...diagnosis, taken: [...diagnosis.taken, what] };
}

/** What is said about an answer: both right, the stop only, the cause only, or nothing right. */
export type Answer = 'right' | 'hop-only' | 'cause-only' | 'wrong';

/** Names a stop and a cause. */
export function name(diagnosis: Diagnosis, answer: { readonly hop: HopId; readonly failure: string }, truth: Pick<Failure, 'id' | 'hop'>): { readonly diagnosis: Diagnosis; readonly answer: Answer } {
  const [isHop, isCause] = [answer.hop === truth.hop, answer.failure === truth.id];
  const isRight = isHop && isCause;
  const said: Answer = isRight ? 'right' : isHop ? 'hop-only' : isCause ? 'cause-only' : 'wrong';
  if (diagnosis.state !== 'open') return { diagnosis, answer: said };
  return { diagnosis: isRight ? { ...diagnosis, state: 'solved' } : { ...diagnosis, misses: diagnosis.misses + 1 }, answer: said };
}

export function giveUp(diagnosis: Diagnosis): Diagnosis {
  return diagnosis.state === 'open' ? { ...diagnosis, state: 'given-up' } : diagnosis;
}

/** The most that a case brings. */
export const most = 10;

/**
 * Points of a closed case: 10 with no more looks than the shortest way needs, one less for each further look, two less
 * for each wrong answer, never below 1 for a case that was solved; a case given up brings none.
 */
export function score({ taken, misses, state }: Diagnosis, way: readonly Look[]): number {
  if (state !== 'solved') return 0;
  return Math.max(1, most - Math.max(0, taken.length - way.length) - 2 * misses);
}

/** What a link to this explorer holds. */
export interface State {
  readonly mode: Mode;
  readonly scenario: string;
  readonly step: number;
  readonly failure: string;
  readonly case: number;
  readonly taken: readonly Look[];
}

export const modes = ['follow', 'break', 'find'] as const;
export type Mode = (typeof modes)[number];

/** The state that a link holds; undefined when it is none: links are written by anybody. */
export function readState(value: unknown, known: { readonly scenarios: readonly string[]; readonly failures: readonly string[]; readonly cases: number }): State | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const state = value as Partial<Record<keyof State, unknown>>;
  const index = (found: unknown, count: number): found is number => typeof found === 'number' && Number.isInteger(found) && found >= 0 && found < count;
  const { mode, scenario, step, failure, case: number, taken } = state;
  if (!modes.some((one) => one === mode) || !index(step, manySteps) || !index(number, known.cases)) return undefined;
  if (!known.scenarios.some((one) => one === scenario) || !known.failures.some((one) => one === failure)) return undefined;
  if (!Array.isArray(taken) || taken.length > looks.length || !taken.every((one) => looks.some((each) => each === one)) || new Set(taken).size < taken.length) return undefined;
  return { mode, scenario, step, failure, case: number, taken } as State;
}
