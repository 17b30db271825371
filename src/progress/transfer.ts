import { merge, type Progress } from './model.ts';
import { parseProgressText } from './parse.ts';

/** Characters beyond which a file is not read: answers take some ten thousand, programs at most 20,000 each. */
export const largestImport = 1_000_000;

/** Text of an export: the progress itself, and what the file is. */
export function exportText(progress: Progress, at: string): string {
  return `${JSON.stringify({ what: 'Progress in Request Path', exported: at, ...progress }, undefined, 2)}\n`;
}

/** Name of an export. */
export function exportName(at: string): string {
  return `request-path-progress-${at.slice(0, 10)}.json`;
}

/** What became of an import. Only `merged` changes anything. */
export type Imported =
  /** `answers` are those to questions of chapters and of exams; `chapters` those that are read or whose quiz is done. */
  | { readonly kind: 'merged'; readonly progress: Progress; readonly answers: number; readonly chapters: number; readonly exercises: number }
  | { readonly kind: 'not-json' | 'not-progress' | 'too-large' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'wrong-entries'; readonly entries: readonly string[] };

/** Joins a file with what is there, by the rule of {@link merge}. A file that is not wholly right changes nothing. */
export function importText(progress: Progress, text: string): Imported {
  if (text.length > largestImport) return { kind: 'too-large' };
  const parsed = parseProgressText(text);
  if (parsed.kind === 'newer') return parsed;
  if (parsed.kind === 'rubbish') return { kind: isJson(text) ? 'not-progress' : 'not-json' };
  if (parsed.dropped.length > 0) return { kind: 'wrong-entries', entries: parsed.dropped };
  const { answers, chapters, exercises, exams } = parsed.progress;
  const ofExams = Object.values(exams).reduce((sum, exam) => sum + Object.keys(exam.answers).length, 0);
  return {
    kind: 'merged',
    progress: merge(progress, parsed.progress),
    answers: Object.keys(answers).length + ofExams,
    chapters: Object.values(chapters).filter(({ read, quiz }) => read ?? quiz).length,
    exercises: Object.keys(exercises).length,
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
