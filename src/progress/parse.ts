import { emptyProgress, longestProgram, progressVersion, type AnswerRecord, type ChapterRecord, type ExamRecord, type ExerciseRecord, type Progress, type ReviewRecord } from './model.ts';

/** What became of data from outside. */
export type Parsed =
  /** `dropped` names the entries that could not be read. */
  | { readonly kind: 'progress'; readonly progress: Progress; readonly dropped: readonly string[] }
  /** Written by a newer version of the site: not to be touched. */
  | { readonly kind: 'newer'; readonly version: number }
  /** Not progress at all. */
  | { readonly kind: 'rubbish' };

const slug = '[a-z][a-z0-9-]{0,99}';
const answerName = new RegExp(`^${slug}/${slug}$`);
const drawName = /^[1-9]\d{0,3}$/;
const chapterName = new RegExp(`^${slug}$`);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

/** Reads data that anybody may have written. Entries that are wrong are left out and named. */
export function parseProgress(data: unknown): Parsed {
  if (!isObject(data) || !isCount(data['version'])) return { kind: 'rubbish' };
  if (data['version'] > progressVersion) return { kind: 'newer', version: data['version'] };
  const { answers, chapters } = data;
  const exercises = data['version'] === 1 ? {} : data['exercises'];
  const exams = data['version'] < 3 ? {} : data['exams'];
  const reviews = data['version'] < 4 ? {} : data['reviews'];
  if (!isObject(answers) || !isObject(chapters) || !isObject(exercises) || !isObject(exams) || !isObject(reviews)) return { kind: 'rubbish' };
  const dropped: string[] = [];
  return {
    kind: 'progress',
    progress: {
      ...emptyProgress,
      answers: entries(answers, answerName, readAnswer, dropped),
      chapters: entries(chapters, chapterName, readChapter, dropped),
      exercises: entries(exercises, answerName, readExercise, dropped),
      exams: entries(exams, drawName, readExam, dropped),
      reviews: entries(reviews, answerName, readReview, dropped),
    },
    dropped,
  };
}

/** {@link parseProgress} of text. */
export function parseProgressText(text: string): Parsed {
  try {
    return parseProgress(JSON.parse(text));
  } catch {
    return { kind: 'rubbish' };
  }
}

function entries<T>(all: Readonly<Record<string, unknown>>, name: RegExp, read: (value: unknown) => T | undefined, dropped: string[]): Record<string, T> {
  const good: Record<string, T> = {};
  for (const [key, value] of Object.entries(all)) {
    // The names' pattern also keeps `__proto__` out.
    const entry = name.test(key) ? read(value) : undefined;
    if (entry) good[key] = entry;
    else dropped.push(key.slice(0, 80));
  }
  return good;
}

function readAnswer(value: unknown): AnswerRecord | undefined {
  if (!isObject(value)) return undefined;
  const { rev, first, firstRight, right, tries, last, shown, repaired, sure, at } = value;
  if (!isCount(rev) || !isAnswer(first) || !isFlag(firstRight) || !isFlag(right) || !isCount(tries) || !isInstant(at)) return undefined;
  if ((last !== undefined && !isAnswer(last)) || !isMark(shown) || !isMark(repaired) || (sure !== undefined && !isFlag(sure))) return undefined;
  return {
    rev,
    first,
    firstRight,
    right,
    tries,
    ...(last ? { last } : {}),
    ...(shown ? { shown } : {}),
    ...(repaired ? { repaired } : {}),
    ...(sure === undefined ? {} : { sure }),
    at,
  };
}

function readChapter(value: unknown): ChapterRecord | undefined {
  if (!isObject(value)) return undefined;
  const { read, quiz, place } = value;
  if (read !== undefined && !isInstant(read)) return undefined;
  const result = quiz === undefined ? undefined : readResult(quiz);
  const section = place === undefined ? undefined : readPlace(place);
  if ((quiz !== undefined && !result) || (place !== undefined && !section)) return undefined;
  return { ...(read ? { read } : {}), ...(result ? { quiz: result } : {}), ...(section ? { place: section } : {}) };
}

function readResult(value: unknown): ChapterRecord['quiz'] {
  if (!isObject(value)) return undefined;
  const { right, of, at } = value;
  return isNumber(right) && isCount(of) && right <= of && isInstant(at) ? { right, of, at } : undefined;
}

function readPlace(value: unknown): ChapterRecord['place'] {
  if (!isObject(value)) return undefined;
  const { section, at } = value;
  return typeof section === 'string' && chapterName.test(section) && isInstant(at) ? { section, at } : undefined;
}

function readExercise(value: unknown): ExerciseRecord | undefined {
  if (!isObject(value)) return undefined;
  const { text, tries, hints, passed, shown, at } = value;
  if (!isNumber(tries) || !isNumber(hints) || !isInstant(at) || !isMark(shown)) return undefined;
  if (text !== undefined && (typeof text !== 'string' || text.length > longestProgram)) return undefined;
  if (passed !== undefined && !isInstant(passed)) return undefined;
  return { ...(text === undefined ? {} : { text }), tries, hints, ...(passed ? { passed } : {}), ...(shown ? { shown } : {}), at };
}

/** An exam of which anything is wrong is wrong as a whole: a part of one would count as unanswered. */
function readExam(value: unknown): ExamRecord | undefined {
  if (!isObject(value)) return undefined;
  const { round, questions, answers } = value;
  if (!isCount(round) || !isObject(answers) || !Array.isArray(questions) || questions.length === 0 || questions.length > 200) return undefined;
  if (!questions.every((key): key is string => typeof key === 'string' && answerName.test(key))) return undefined;
  const wrong: string[] = [];
  const good = entries(answers, answerName, readAnswer, wrong);
  return wrong.length === 0 ? { round, questions, answers: good } : undefined;
}

function readReview(value: unknown): ReviewRecord | undefined {
  if (!isObject(value)) return undefined;
  const { rev, step, due, at } = value;
  return isCount(rev) && isNumber(step) && step < 100 && isInstant(due) && isInstant(at) ? { rev, step, due, at } : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isMark = (value: unknown): value is true | undefined => value === undefined || value === true;
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isCount = (value: unknown): value is number => isNumber(value) && value > 0;
const isInstant = (value: unknown): value is string => typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value));
const isAnswer = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= 20 && value.every((part) => typeof part === 'string' && part.length <= 300);
