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
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

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

function entries<T>(all: Readonly<Record<string, unknown>>, name: RegExp, read: Read<T>, dropped: string[]): Record<string, T> {
  const good: Record<string, T> = {};
  for (const [key, value] of Object.entries(all)) {
    // The names' pattern also keeps `__proto__` out.
    const entry = name.test(key) ? read(value) : undefined;
    if (entry) good[key] = entry;
    else dropped.push(key.slice(0, 80));
  }
  return good;
}

/** Reads a value; undefined when it is not what it should be. */
type Read<T> = (value: unknown) => T | undefined;
type OptionalOf<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Key : never }[keyof T];

/** Reads an object by its fields. Those named at the end may be missing; whatever else it holds is left out. */
function record<T>(fields: { readonly [Key in keyof T]-?: Read<NonNullable<T[Key]>> }, ...optional: readonly OptionalOf<T>[]): Read<T> {
  const mayMiss: readonly (keyof T)[] = optional;
  return (value) => {
    if (!isObject(value)) return undefined;
    const known: Partial<T> = {};
    for (const name in fields) {
      const part = fields[name](value[name]);
      if (part !== undefined) known[name] = part;
      else if (value[name] !== undefined || !mayMiss.includes(name)) return undefined;
    }
    return known as T;
  };
}

/** A value as it is, when a condition holds for it. */
const kept =
  <T>(isGood: (value: unknown) => value is T): Read<T> =>
  (value) =>
    isGood(value) ? value : undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, longest: number): value is string => typeof value === 'string' && value.length <= longest;
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isCount = (value: unknown): value is number => isNumber(value) && value > 0;

const flag = kept((value) => typeof value === 'boolean');
const mark = kept((value) => value === true);
const number = kept(isNumber);
const count = kept(isCount);
const instant = kept((value): value is string => isText(value, 30) && instantForm.test(value) && !Number.isNaN(Date.parse(value)));
const words = kept((value): value is readonly string[] => Array.isArray(value) && value.length <= 20 && value.every((part) => isText(part, 300)));

const readAnswer = record<AnswerRecord>(
  { rev: count, first: words, firstRight: flag, right: flag, tries: count, last: words, shown: mark, repaired: mark, sure: flag, at: instant },
  'last',
  'shown',
  'repaired',
  'sure',
);

const readResult = record<NonNullable<ChapterRecord['quiz']>>({ right: number, of: count, at: instant });

const readChapter = record<ChapterRecord>(
  {
    read: instant,
    quiz(value) {
      const result = readResult(value);
      return result && result.right <= result.of ? result : undefined;
    },
    place: record({ section: kept((value): value is string => isText(value, 100) && chapterName.test(value)), at: instant }),
  },
  'read',
  'quiz',
  'place',
);

const readExercise = record<ExerciseRecord>(
  { text: kept((value): value is string => isText(value, longestProgram)), tries: number, hints: number, passed: instant, shown: mark, at: instant },
  'text',
  'passed',
  'shown',
);

/** An exam of which anything is wrong is wrong as a whole: a part of one would count as unanswered. */
const readExam = record<ExamRecord>({
  round: count,
  questions: kept((value): value is readonly string[] => Array.isArray(value) && value.length > 0 && value.length <= 200 && value.every((key) => isText(key, 201) && answerName.test(key))),
  answers(value) {
    const wrong: string[] = [];
    const good = isObject(value) && entries(value, answerName, readAnswer, wrong);
    return good && wrong.length === 0 ? good : undefined;
  },
});

const readReview = record<ReviewRecord>({ rev: count, step: kept((value): value is number => isNumber(value) && value < 100), due: instant, at: instant });
