import type { APIRoute, GetStaticPaths } from 'astro';
import { chapterMarkdown } from '../../content/markdown.ts';
import { guideFor } from '../../content/project-guide.ts';
import { locales, type Locale } from '../../i18n/locales.ts';
import { site } from '../../site.ts';

/** Each chapter as plain Markdown, at its address with `.md`. */
export const getStaticPaths = (() =>
  locales.flatMap((locale) => guideFor(locale).chapters.map(({ slug }) => ({ params: { locale, slug } })))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const text = chapterMarkdown(guideFor(params['locale'] as Locale), params['slug'] ?? '', site.url, site.base);
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
