/**
 * What a reader's browser keeps: answers, programs, chapters read and final exams. Pure; `store.ts` puts it into local storage.
 *
 * When authors change things:
 * - A question whose meaning changes (also: whose options are reordered) gets a higher `rev`. Answers to an older
 *   revision are not shown, and replaced by the next answer.
 * - A question, exercise or chapter that is renamed or removed leaves its entry behind. Nothing looks for it any more, so it
 *   does no harm, is exported with the rest, and goes when the reader clears. Under its new id it is unanswered.
 * - A change of this shape raises `version`. Older data is then converted in `parseProgress`; data of a newer version
 *   (from a newer edition of the site, in another tab or a file) is never overwritten.
 * - Version 1 had no exercises, version 2 no exams, version 3 no reviews.
 */
export interface Progress {
  readonly version: 4;
  /** By `chapter/question`. */
  readonly answers: Readonly<Record<string, AnswerRecord>>;
  /** By the chapter's slug. */
  readonly chapters: Readonly<Record<string, ChapterRecord>>;
  /** By `chapter/exercise`. */
  readonly exercises: Readonly<Record<string, ExerciseRecord>>;
  /** Final exams by the number of their draw. */
  readonly exams: Readonly<Record<string, ExamRecord>>;
  /** Questions that have come back, by `chapter/question` (review.ts). */
  readonly reviews: Readonly<Record<string, ReviewRecord>>;
}

/** A question that has been answered at least once. */
export interface AnswerRecord {
  /** Revision of the question that was answered. */
  readonly rev: number;
  /** The first answer, kept for ever: numbers of options, or the text typed. */
  readonly first: readonly string[];
  readonly firstRight: boolean;
  /** Answered rightly at last. */
  readonly right: boolean;
  /** How often it was checked. */
  readonly tries: number;
  /** The last answer, when it is not the first. */
  readonly last?: readonly string[];
  /** The solution was asked for. */
  readonly shown?: true;
  /** The first answer was wrong, and one in a later round was right at once. */
  readonly repaired?: true;
  /** What the reader said before the first check. */
  readonly sure?: boolean;
  /** When it last changed (ISO, UTC): the newest wins when two copies meet. */
  readonly at: string;
}

export interface ChapterRecord {
  /** When it was marked as read (ISO, UTC). */
  readonly read?: string;
  /** First answers of the finished quiz. */
  readonly quiz?: { readonly right: number; readonly of: number; readonly at: string };
  /** The section that was read last: id of its heading. */
  readonly place?: { readonly section: string; readonly at: string };
}

/** An exercise that the reader has begun: has changed its program, run it, or opened a hint. */
export interface ExerciseRecord {
  /** The reader's program, of at most {@link longestProgram} characters; without it the starter stands in the editor. */
  readonly text?: string;
  /** How often it was graded. */
  readonly tries: number;
  /** How many hints were opened. */
  readonly hints: number;
  /** When all requests first passed (ISO, UTC). */
  readonly passed?: string;
  /** The worked solution was opened. */
  readonly shown?: true;
  /** When it last changed (ISO, UTC): the newest wins when two copies meet. */
  readonly at: string;
}

/** A draw of the final exam in which something was answered. Its answers have nothing to do with those of the chapters. */
export interface ExamRecord {
  /** 1 at first; starting the draw over raises it. */
  readonly round: number;
  /** What was drawn when it was begun, in order, as `chapter/question`: a later edition might draw others by this number. */
  readonly questions: readonly string[];
  /** By `chapter/question`. */
  readonly answers: Readonly<Record<string, AnswerRecord>>;
}

/** A question that was wrong or unsure and has come back at least once. */
export interface ReviewRecord {
  /** Revision of the question. */
  readonly rev: number;
  /** Right answers in a row, which choose the next gap; as many as there are gaps: it does not come back. */
  readonly step: number;
  /** When it comes back (ISO, UTC). */
  readonly due: string;
  /** When it was last answered (ISO, UTC): the newest wins when two copies meet. */
  readonly at: string;
}

/** Characters beyond which a program is not kept; the longest solution of the guide has about 3,000. */
export const longestProgram = 20_000;

export const progressVersion = 4;

export const emptyProgress: Progress = { version: progressVersion, answers: {}, chapters: {}, exercises: {}, exams: {}, reviews: {} };

/** Name of an answer, or of an exercise, among all. */
export function answerKey(chapter: string, question: string): string {
  return `${chapter}/${question}`;
}

/** The answer to the present revision of a question, if there is one. */
export function answerTo(progress: Progress, chapter: string, question: string, rev: number): AnswerRecord | undefined {
  const record = progress.answers[answerKey(chapter, question)];
  return record?.rev === rev ? record : undefined;
}

export function withAnswer(progress: Progress, key: string, record: AnswerRecord): Progress {
  return { ...progress, answers: { ...progress.answers, [key]: record } };
}

export function withChapter(progress: Progress, slug: string, record: ChapterRecord): Progress {
  return { ...progress, chapters: { ...progress.chapters, [slug]: record } };
}

export function withExercise(progress: Progress, key: string, record: ExerciseRecord): Progress {
  return { ...progress, exercises: { ...progress.exercises, [key]: record } };
}

export function withExam(progress: Progress, draw: string, record: ExamRecord): Progress {
  return { ...progress, exams: { ...progress.exams, [draw]: record } };
}

export function withReview(progress: Progress, key: string, record: ReviewRecord): Progress {
  return { ...progress, reviews: { ...progress.reviews, [key]: record } };
}

/** Remembers which section of a chapter was read last. */
export function withPlace(progress: Progress, slug: string, section: string, at: string): Progress {
  return withChapter(progress, slug, { ...progress.chapters[slug], place: { section, at } });
}

/** Marks a chapter as read; one that is read keeps its day. */
export function withRead(progress: Progress, slug: string, at: string): Progress {
  return withChapter(progress, slug, { read: at, ...progress.chapters[slug] });
}

export function withoutRead(progress: Progress, slug: string): Progress {
  const { read: _, ...rest } = progress.chapters[slug] ?? {};
  return withChapter(progress, slug, rest);
}

/** `started` is a chapter with an answer, a program or a place that is not read yet. */
export type ChapterState = 'unread' | 'started' | 'read';

export function stateOfChapter(progress: Progress, slug: string): ChapterState {
  if (progress.chapters[slug]?.read) return 'read';
  if (progress.chapters[slug]?.place) return 'started';
  const begun = { ...progress.answers, ...progress.exercises };
  return Object.keys(begun).some((key) => key.startsWith(`${slug}/`)) ? 'started' : 'unread';
}

const collections = ['answers', 'chapters', 'exercises', 'exams', 'reviews'] as const;

/** The entries of `after` that `before` has not, or has otherwise. */
export function changes(before: Progress, after: Progress): Progress {
  const changed = collections.map((name) => [name, Object.fromEntries(Object.entries(after[name]).filter(([key, record]) => before[name][key] !== record))]);
  return { ...emptyProgress, ...Object.fromEntries(changed) };
}

/** All entries of two copies; where both have one, that of `over`. */
export function overlay(under: Progress, over: Progress): Progress {
  return { ...emptyProgress, ...Object.fromEntries(collections.map((name) => [name, { ...under[name], ...over[name] }])) };
}

/** Two copies made one: of each answer, review, program and quiz result the newer, of each day of reading or passing the earlier, of each exam the later round. */
export function merge(a: Progress, b: Progress): Progress {
  const answers = mergeNewest(a.answers, b.answers);
  const exercises = { ...a.exercises };
  for (const [key, record] of Object.entries(b.exercises)) exercises[key] = mergeExercise(exercises[key] ?? record, record);
  const chapters = { ...a.chapters };
  for (const [slug, record] of Object.entries(b.chapters)) chapters[slug] = mergeChapter(chapters[slug] ?? {}, record);
  const exams = { ...a.exams };
  for (const [draw, record] of Object.entries(b.exams)) exams[draw] = mergeExam(exams[draw] ?? record, record);
  const reviews = mergeNewest(a.reviews, b.reviews);
  return { version: progressVersion, answers, chapters, exercises, exams, reviews };
}

function mergeNewest<T extends { readonly at: string }>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const newest = { ...a };
  for (const [key, record] of Object.entries(b)) {
    const mine = newest[key];
    if (!mine || record.at > mine.at) newest[key] = record;
  }
  return newest;
}

/** What was drawn is the same in both, but for an edition between them: then that of the exam with more answers stays. */
function mergeExam(a: ExamRecord, b: ExamRecord): ExamRecord {
  if (a.round !== b.round) return a.round > b.round ? a : b;
  const fuller = Object.keys(b.answers).length > Object.keys(a.answers).length ? b : a;
  return { ...fuller, answers: mergeNewest(a.answers, b.answers) };
}

function mergeChapter(a: ChapterRecord, b: ChapterRecord): ChapterRecord {
  const read = earlier(a.read, b.read);
  const quiz = newer(a.quiz, b.quiz);
  const place = newer(a.place, b.place);
  return { ...(read ? { read } : {}), ...(quiz ? { quiz } : {}), ...(place ? { place } : {}) };
}

function mergeExercise(a: ExerciseRecord, b: ExerciseRecord): ExerciseRecord {
  const passed = earlier(a.passed, b.passed);
  return { ...(b.at > a.at ? b : a), ...(passed ? { passed } : {}) };
}

function newer<T extends { readonly at: string }>(a: T | undefined, b: T | undefined): T | undefined {
  return a && b ? (a.at > b.at ? a : b) : (a ?? b);
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a && b ? (a < b ? a : b) : (a ?? b);
}
