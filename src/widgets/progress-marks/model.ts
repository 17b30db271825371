import { stateOfChapter, type ChapterState, type Progress } from '../../progress/model.ts';

/** Where to go on: a chapter, and the section that was read last there. */
export interface Continuation {
  readonly slug: string;
  readonly section?: string;
}

/**
 * Where to go on: in the unread chapter that was read last, else the first one begun, else the first unread one after
 * the last one read.
 * @param slugs chapters in reading order
 * @returns undefined before anything was read, and when everything is
 */
export function whereToContinue(progress: Progress, slugs: readonly string[]): Continuation | undefined {
  const places = slugs.flatMap((slug) => {
    const { read, place } = progress.chapters[slug] ?? {};
    return place && !read ? [{ slug, ...place }] : [];
  });
  const last = places.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (last) return { slug: last.slug, section: last.section };
  const slug = chapterToContinue(progress, slugs);
  return slug === undefined ? undefined : { slug };
}

function chapterToContinue(progress: Progress, slugs: readonly string[]): string | undefined {
  const states = slugs.map((slug): [string, ChapterState] => [slug, stateOfChapter(progress, slug)]);
  const begun = states.find(([, state]) => state === 'started');
  if (begun) return begun[0];
  const last = states.findLastIndex(([, state]) => state === 'read');
  if (last < 0) return undefined;
  return [...states.slice(last + 1), ...states.slice(0, last)].find(([, state]) => state === 'unread')?.[0];
}
