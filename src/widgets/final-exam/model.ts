import type { Question } from '../../schemas/quiz.ts';
import { shuffled } from '../shared/shuffle.ts';

/** What the draw knows of a question. */
export interface ExamQuestion extends Pick<Question, 'kind' | 'level' | 'objective'> {
  /** `chapter/question`: ids of questions are unique in their chapter only. */
  readonly key: string;
  /** Slug. */
  readonly chapter: string;
}

/** Questions of an exam. */
export const examSize = 40;

/** The draw that the page holds; others are fetched. */
export const firstDraw = 1;
export const lastDraw = 9999;

/** Questions that each chapter gives at least, where the size allows it. */
const fromEach = 2;

/** How far from application a level is. */
const remoteness = { apply: 0, understand: 1, recall: 2 } as const;

/**
 * The questions of a draw, in the order of the pool. Draws are dealt in rounds, as from a pack of cards: while the pool
 * suffices, draws of one round have no question in common; the next round is shuffled anew. A draw is the same wherever
 * and whenever it is drawn from the same pool. Each chapter gives its share; of each share one question at least is
 * applied, no objective is asked twice, and kinds and levels are mixed as in the pool, as far as the pool allows.
 * @param pool all questions, in reading order
 * @param draw 1 to {@link lastDraw}
 * @param size wanted number; a smaller pool is drawn whole
 */
export function drawExam<T extends ExamQuestion>(pool: readonly T[], draw: number, size = examSize): readonly T[] {
  const inRound = drawsInRound(pool, size);
  const round = Math.floor((draw - 1) / inRound);
  let left = byChapter(pool, `round ${round}`);
  let dealt: readonly T[] = [];
  for (let i = 0; i <= (draw - 1) % inRound; i++) {
    dealt = deal(left, size, inRound - 1 - i, `round ${round}, draw ${i}`);
    const gone = new Set(dealt);
    left = new Map([...left].map(([chapter, own]) => [chapter, own.filter((question) => !gone.has(question))]));
  }
  const drawn = new Set(dealt);
  return pool.filter((question) => drawn.has(question));
}

/** How many draws can be dealt without a question twice, with each chapter's share in all of them. */
export function drawsInRound(pool: readonly ExamQuestion[], size = examSize): number {
  const counts = [...byChapter(pool, '').values()].map(({ length }) => length);
  const share = Math.min(fromEach, Math.floor(size / Math.max(1, counts.length)));
  const whole = share > 0 ? counts.map((count) => Math.floor(count / share)) : [];
  return Math.max(1, Math.min(Math.floor(pool.length / size), ...whole));
}

function byChapter<T extends ExamQuestion>(pool: readonly T[], seed: string): ReadonlyMap<string, readonly T[]> {
  const chapters = new Map<string, readonly T[]>();
  for (const question of shuffled(pool, seed)) chapters.set(question.chapter, [...(chapters.get(question.chapter) ?? []), question]);
  return chapters;
}

/** @param toCome draws of the round that need applied questions, too */
function deal<T extends ExamQuestion>(left: ReadonlyMap<string, readonly T[]>, size: number, toCome: number, seed: string): readonly T[] {
  const dealt: T[] = [];
  const stock = new Map([...left].map(([chapter, own]) => [chapter, [...own]]));
  const supply = count([...left.values()].flat());
  // One of each chapter, again and again; those with the most left come first, for they can spare it.
  for (let pass = 0; dealt.length < size; pass++) {
    const open = shuffled([...stock], `${seed}, pass ${pass}`).filter(([, own]) => own.length > 0);
    if (open.length === 0) break;
    for (const [, own] of [...open].sort(([, a], [, b]) => b.length - a.length).slice(0, size - dealt.length)) {
      const next = best(own, dealt, { supply, toCome, isFirst: pass === 0 });
      own.splice(own.indexOf(next), 1);
      dealt.push(next);
    }
  }
  return dealt;
}

interface Hand {
  /** How many questions of each kind and level there were to deal from. */
  readonly supply: ReadonlyMap<string, number>;
  readonly toCome: number;
  /** It is the first question of its chapter. */
  readonly isFirst: boolean;
}

function count(questions: readonly ExamQuestion[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of questions.flatMap(({ kind, level }) => [kind, level])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The question that suits best what is dealt already; of equals the first. */
function best<T extends ExamQuestion>(candidates: readonly T[], dealt: readonly T[], { supply, toCome, isFirst }: Hand): T {
  const counts = count(dealt);
  const share = (name: string): number => (counts.get(name) ?? 0) / (supply.get(name) ?? 1);
  const isScarce = candidates.filter(({ level }) => level === 'apply').length <= toCome;
  const cost = ({ chapter, kind, level, objective }: T): readonly number[] => [
    (isFirst && level !== 'apply') || (!isFirst && isScarce && level === 'apply') ? 1 : 0,
    dealt.filter((other) => other.chapter === chapter && other.objective === objective).length,
    share(kind) + share(level),
    remoteness[level],
  ];
  const [first, ...rest] = candidates.map((question) => ({ question, cost: cost(question) }));
  if (!first) throw new Error('there is no question to choose from');
  return rest.reduce((least, other) => (isLess(other.cost, least.cost) ? other : least), first).question;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/**
 * The draw to go on with: of those not begun the one with the fewest questions that were seen in others, and of equals
 * the first.
 * @param begun questions of the draws that were begun, as keys, by their numbers
 */
export function nextDraw(pool: readonly ExamQuestion[], begun: ReadonlyMap<number, readonly string[]>, size = examSize): number {
  const seen = new Set([...begun.values()].flat());
  let [next, fewest] = [firstDraw, Infinity];
  // Among as many as were begun and one round more there is a whole round that was not begun, or a draw of nothing seen.
  const last = Math.min(lastDraw, begun.size + 2 * drawsInRound(pool, size));
  for (let draw = firstDraw; draw <= last; draw++) {
    if (begun.has(draw)) continue;
    const known = drawExam(pool, draw, size).filter(({ key }) => seen.has(key)).length;
    if (known < fewest) [next, fewest] = [draw, known];
  }
  return next;
}

/** What an address asks for. `broken` holds what was written. */
export type AskedDraw = { readonly draw: number; readonly broken?: string };

/**
 * Reads `?draw=` of an address; without it, and for what is no draw, the first one.
 * @param search such as `?draw=3`
 */
export function askedDraw(search: string): AskedDraw {
  const written = new URLSearchParams(search).get('draw');
  if (written === null) return { draw: firstDraw };
  const draw = /^[1-9]\d{0,3}$/.test(written) ? Number(written) : undefined;
  return draw === undefined ? { draw: firstDraw, broken: written } : { draw };
}
