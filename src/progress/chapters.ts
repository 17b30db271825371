import { stateOfChapter, withRead, withoutRead, type ChapterState } from './model.ts';
import { onProgress, progress } from './browser.ts';

export type { ChapterState } from './model.ts';
export { onProgress };

/** Whether the reader has read a chapter, or begun its quiz. */
export function chapterState(slug: string): ChapterState {
  return stateOfChapter(progress.read(), slug);
}

/** Marks a chapter as read, today. */
export function markRead(slug: string): void {
  progress.update((all) => withRead(all, slug, new Date().toISOString()));
}

/** Takes the mark back; answers stay. */
export function markUnread(slug: string): void {
  progress.update((all) => withoutRead(all, slug));
}
