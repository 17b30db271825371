import type { AnswerRecord, Progress, ReviewRecord } from './model.ts';

/**
 * Days after which a question that was wrong or unsure comes back, and how much longer it rests after each right answer.
 * Gaps that grow: Cepeda et al. 2008; Kang, Lindsey, Mozer and Pashler 2014.
 */
export const gaps = [2, 7, 21, 60] as const;

/** The most questions of one day; what is left waits for the next. */
export const mostOfADay = 20;

const day = 86_400_000;

/** A question that is to come back. */
export interface ReviewItem {
  /** `chapter/question`. */
  readonly key: string;
  readonly rev: number;
  /** When (ISO, UTC). */
  readonly due: string;
  /** Why it is on the list. Somebody who was sure and wrong gains most. */
  readonly reason: 'sure-and-wrong' | 'wrong' | 'unsure';
}

/**
 * All questions that are to come back, the first due first.
 * @param known present revisions by `chapter/question`; what is not among them has been removed or changed its meaning
 * @param now ISO, UTC. What was answered in the future (by a clock that was wrong) is due now, and older than anything else
 */
export function reviewList(progress: Progress, known: ReadonlyMap<string, number>, now: string): readonly ReviewItem[] {
  const latest = after(now, 1);
  /** When it was, as far as that can be known. */
  const time = (at: string): string => (at > latest ? '' : at);
  const answers = latestAnswers(progress, known, time);
  const items = [...answers].flatMap(([key, answer]): ReviewItem[] => {
    const reason = reasonOf(answer);
    const rev = answer.rev;
    const kept = progress.reviews[key];
    const review = kept?.rev === rev ? kept : undefined;
    // A new wrong answer, in a quiz or an exam, begins anew.
    if (review && (!reason || time(review.at) >= time(answer.at))) {
      const due = time(review.at) ? earlier(review.due, after(review.at, gaps[review.step] ?? 0)) : now;
      return review.step >= gaps.length ? [] : [{ key, rev, due, reason: reason ?? 'wrong' }];
    }
    return reason ? [{ key, rev, due: time(answer.at) ? after(answer.at, gaps[0]) : now, reason }] : [];
  });
  return items.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1));
}

/** Today's questions: those that are due, at most {@link mostOfADay}; sure and wrong first, then mixed by chapter. */
export function dueToday(items: readonly ReviewItem[], now: string): readonly ReviewItem[] {
  const due = items.filter((item) => item.due <= now);
  const chosen = [...due.filter(({ reason }) => reason === 'sure-and-wrong'), ...due.filter(({ reason }) => reason !== 'sure-and-wrong')].slice(0, mostOfADay);
  const chapters = [...Map.groupBy(chosen, ({ key }) => key.split('/')[0]).values()];
  const rounds = Math.max(0, ...chapters.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, i) => chapters.flatMap((own) => own[i] ?? [])).flat();
}

/**
 * What is kept after a question has come back.
 * @param before what was kept of its present revision
 */
export function afterReview(before: ReviewRecord | undefined, rev: number, isRight: boolean, now: string): ReviewRecord {
  const step = isRight ? (before?.rev === rev ? before.step : 0) + 1 : 0;
  return { rev, step, due: after(now, gaps[Math.min(step, gaps.length - 1)] ?? 0), at: now };
}

function latestAnswers({ answers, exams }: Progress, known: ReadonlyMap<string, number>, time: (at: string) => string): ReadonlyMap<string, AnswerRecord> {
  const latest = new Map<string, AnswerRecord>();
  for (const source of [answers, ...Object.values(exams).map((exam) => exam.answers)]) {
    for (const [key, answer] of Object.entries(source)) {
      const other = latest.get(key);
      if (known.get(key) === answer.rev && (!other || time(other.at) < time(answer.at))) latest.set(key, answer);
    }
  }
  return latest;
}

function reasonOf({ firstRight, sure }: AnswerRecord): ReviewItem['reason'] | undefined {
  if (!firstRight) return sure ? 'sure-and-wrong' : 'wrong';
  return sure === false ? 'unsure' : undefined;
}

const after = (at: string, days: number): string => new Date(Date.parse(at) + days * day).toISOString();
const earlier = (a: string, b: string): string => (a < b ? a : b);
