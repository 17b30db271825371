import { guideFor } from '../content/project-guide.ts';
import type { Locale } from '../i18n/locales.ts';

/**
 * The editions that have a page, each with its address before the base path.
 * @param path address in one edition, such as `/en/wsgi/`
 * @param slug set for a chapter: an edition may not have it yet
 */
export function editionsOf(path: string, locales: readonly Locale[], slug?: string): Readonly<Partial<Record<Locale, string>>> {
  const rest = path.replace(/^\/[^/]+/, '');
  const having = slug ? locales.filter((locale) => guideFor(locale).chapters.some((chapter) => chapter.slug === slug)) : locales;
  return Object.fromEntries(having.map((locale) => [locale, `/${locale}${rest}`]));
}
