import type { ChapterFile } from './read-guide.ts';

/** How long things take, in seconds. */
const pace = { word: 60 / 220, plate: 20, question: 45 } as const;

/** Minutes that a chapter takes: text at 220 words a minute, 20 s a picture or listing, 45 s a question. */
export function chapterMinutes(chapter: Pick<ChapterFile, 'body' | 'quiz'>): number {
  const { words, fences } = chapter.body;
  const questions = chapter.quiz?.data.questions.length ?? 0;
  const seconds = words * pace.word + fences.length * pace.plate + questions * pace.question;
  return Math.max(1, Math.round(seconds / 60));
}

/** Minutes that so many questions take. */
export function questionMinutes(count: number): number {
  return Math.max(1, Math.round((count * pace.question) / 60));
}

/** Exercises of a chapter, and the minutes that they take besides. */
export function exerciseMinutes({ exercises }: Pick<ChapterFile, 'exercises'>): { readonly count: number; readonly minutes: number } {
  return { count: exercises.length, minutes: exercises.reduce((sum, { data }) => sum + data.minutes, 0) };
}
