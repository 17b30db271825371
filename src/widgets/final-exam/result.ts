import { quizResult, type Asked, type QuizResult } from '../chapter-quiz/result.ts';

/** A question as the result of an exam sees it: `id` is `chapter/question`. */
export interface Examined extends Asked {
  readonly part: string;
}

export interface ExamResult {
  readonly all: QuizResult;
  /** By number of the part. */
  readonly parts: ReadonlyMap<string, QuizResult>;
  /** By slug; only chapters that were asked about. */
  readonly chapters: ReadonlyMap<string, QuizResult>;
}

/** What an exam says, as a whole and by topic. */
export function examResult(questions: readonly Examined[]): ExamResult {
  const by = (name: (question: Examined) => string): ReadonlyMap<string, QuizResult> =>
    new Map([...Map.groupBy(questions, name)].map(([topic, own]) => [topic, quizResult(own)]));
  return { all: quizResult(questions), parts: by(({ part }) => part), chapters: by(({ id }) => chapterOf(id)) };
}

/** Slug in `chapter/question`. */
export function chapterOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}
