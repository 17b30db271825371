import rss, { type RSSFeedItem } from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { chaptersOf } from '../../content/chapters.ts';
import { localePaths, localized, type Locale } from '../../i18n/locales.ts';
import { strings } from '../../i18n/strings.ts';
import { projectChangelog } from '../../lib/changelog.ts';
import { chapterPath, pagePath, withBase } from '../../lib/paths.ts';
import { escapeHtml } from '../../markdown/highlight.ts';
import { plainText } from '../../markdown/inline.ts';
import { site } from '../../site.ts';

export const getStaticPaths = localePaths;

/** What has changed: releases, and chapters by the day of their last review. */
export const GET: APIRoute = ({ params }) => {
  const locale = params['locale'] as Locale;
  const text = localized(strings, locale);
  const to = (path: string): string => new URL(withBase(path, site.base), site.url).href;
  const chapters: RSSFeedItem[] = chaptersOf(locale).map(({ slug, title, description, reviewed }) => ({
    title: plainText(title),
    description,
    link: to(chapterPath(locale, slug)),
    pubDate: new Date(reviewed.date),
  }));
  const releases: RSSFeedItem[] = projectChangelog().map(({ version, date, changes }) => ({
    title: `${site.name} ${version}`,
    description: changes.map(plainText).join(' '),
    content: `<ul>${changes.map((change) => `<li>${escapeHtml(plainText(change))}</li>`).join('')}</ul>`,
    link: `${to(pagePath(locale, 'about'))}#v${version}`,
    pubDate: new Date(date),
  }));
  return rss({
    title: site.name,
    description: text.home.description,
    site: to(pagePath(locale, '')),
    items: [...releases, ...chapters].sort((a, b) => Number(b.pubDate) - Number(a.pubDate)),
    customData: `<language>${locale}</language>`,
    trailingSlash: true,
  });
};
