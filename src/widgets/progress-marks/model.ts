import { stateOfChapter, type ChapterState, type Progress } from '../../progress/model.ts';

/**
 * The chapter to go on with: the first one begun, else the first unread one after the last one read.
 * @param slugs chapters in reading order
 * @returns undefined before anything was read, and when everything is
 */
export function chapterToContinue(progress: Progress, slugs: readonly string[]): string | undefined {
  const states = slugs.map((slug): [string, ChapterState] => [slug, stateOfChapter(progress, slug)]);
  const begun = states.find(([, state]) => state === 'started');
  if (begun) return begun[0];
  const last = states.findLastIndex(([, state]) => state === 'read');
  if (last < 0) return undefined;
  return [...states.slice(last + 1), ...states.slice(0, last)].find(([, state]) => state === 'unread')?.[0];
}
