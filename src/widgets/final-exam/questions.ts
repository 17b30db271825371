import { drawExam, type ExamQuestion } from './model.ts';

/** A question as it is fetched. */
export interface ExamFileQuestion extends ExamQuestion {
  readonly part: number;
  /** Markup of the question (Question.astro); its number is to be filled in. */
  readonly html: string;
  /** Markup of its right answer for paper (KeyItem.astro). */
  readonly answer: string;
}

/** What `exam/questions.json` holds: all questions of an edition, in reading order. */
export interface ExamFile {
  readonly questions: readonly ExamFileQuestion[];
}

const files = new Map<string, Promise<ExamFile>>();

/**
 * All questions, fetched once.
 * @throws Error when they cannot be fetched; the next call tries again
 */
export function fetchQuestions(address: string): Promise<ExamFile> {
  const file = files.get(address) ?? load(address);
  files.set(address, file);
  file.catch(() => files.delete(address));
  return file;
}

async function load(address: string): Promise<ExamFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as ExamFile;
}

/**
 * The questions of a draw: those that it had when it was begun, as long as all of them exist, else those drawn now.
 * @param kept keys of the questions when it was begun
 */
export function questionsOf<T extends ExamQuestion>(pool: readonly T[], draw: number, kept: readonly string[] | undefined): readonly T[] {
  const byKey = new Map(pool.map((question) => [question.key, question]));
  const begun = kept?.flatMap((key) => byKey.get(key) ?? []);
  return begun && begun.length > 0 && begun.length === kept?.length ? begun : drawExam(pool, draw);
}
