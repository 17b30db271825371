import type { APIRoute, GetStaticPaths } from 'astro';
import { chapterTerms } from '../../../content/chapters.ts';
import { linkContext } from '../../../content/link-context.ts';
import { guideFor } from '../../../content/project-guide.ts';
import { locales, localized, type Locale } from '../../../i18n/locales.ts';
import { strings } from '../../../i18n/strings.ts';
import { pagePath, withBase } from '../../../lib/paths.ts';
import { escapeHtml } from '../../../markdown/highlight.ts';
import { inlineMarkdown } from '../../../markdown/inline.ts';

/** The cards of the terms that a chapter links: HTML by id of the term. They are fetched when a reader turns to the first one. */
export const getStaticPaths = (() => locales.flatMap((locale) => guideFor(locale).chapters.map(({ slug }) => ({ params: { locale, slug } })))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const locale = params['locale'] as Locale;
  const wanted = chapterTerms(locale, params['slug'] ?? '');
  const text = localized(strings, locale);
  const links = linkContext(locale);
  const to = (id: string): string => withBase(pagePath(locale, 'glossary', id), import.meta.env.BASE_URL);
  const cards = guideFor(locale)
    .terms.filter(({ data }) => wanted.includes(data.id))
    .map(({ data: { id, term, ru, definition } }) => [
      id,
      `<b>${escapeHtml(term)}</b><p>${inlineMarkdown(definition, links)}</p><p lang="ru">${escapeHtml(ru)}</p><p><a href="${to(id)}">${text.chapter.allTerms}</a></p>`,
    ]);
  return new Response(JSON.stringify(Object.fromEntries(cards)), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
