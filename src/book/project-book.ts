import { mythIds } from '../content/checks/components.ts';
import { guideFor } from '../content/project-guide.ts';
import { explorers } from '../explorers/explorers.ts';
import type { Locale } from '../i18n/locales.ts';
import { bookId, type BookMap } from './book-links.ts';

/** Pages of the site that follow the chapters in the book, in this order; the ids of their entries are those of the site. */
export const referencePages = ['failures', 'time-outs', 'glossary', 'sources'] as const;

const maps = new Map<Locale, BookMap>();

/** What the book of an edition holds; made once, and anew with each build. */
export function bookMap(locale: Locale): BookMap {
  const known = maps.get(locale);
  if (known && !import.meta.env.DEV) return known;
  const { chapters } = guideFor(locale);
  const myths = chapters.flatMap(({ slug, text }) =>
    [...text.matchAll(/<Myths\s+ids="([^"]*)"/g)].flatMap(([, ids = '']) => mythIds(ids)).map((id) => [`myths/#${id}`, bookId(slug, `myth-${id}`)] as const),
  );
  const tools = explorers.map(({ name, chapter }) => [`explore/${name}/`, bookId(chapter, `explorer-${name}`)] as const);
  const map: BookMap = {
    locale,
    base: import.meta.env.BASE_URL,
    chapters: new Map(chapters.map(({ slug, number }) => [slug, number])),
    pages: new Set(referencePages),
    moved: new Map([...myths, ...tools]),
  };
  maps.set(locale, map);
  return map;
}
