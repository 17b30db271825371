import type { ChapterInfo } from '../content/chapters.ts';
import { localized, type Locale } from '../i18n/locales.ts';
import { strings } from '../i18n/strings.ts';
import { plainText } from '../markdown/inline.ts';
import { site } from '../site.ts';
import { chapterPath, pagePath, withBase } from './paths.ts';

const full = (path: string): string => new URL(withBase(path, site.base), site.url).href;
const licence = 'https://creativecommons.org/licenses/by/4.0/';

/** What a search engine should know of the guide as a whole. */
export function guideData(locale: Locale): readonly object[] {
  return [
    {
      '@type': 'WebSite',
      '@id': `${full(pagePath(locale, ''))}#website`,
      name: site.name,
      url: full(pagePath(locale, '')),
      description: localized(strings, locale).home.description,
      inLanguage: locale,
      license: licence,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${full(pagePath(locale, 'search'))}?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ];
}

/** What a search engine should know of a chapter: an article, and where it stands in the guide. */
export function chapterData(chapter: ChapterInfo): readonly object[] {
  const { locale, slug } = chapter;
  const text = localized(strings, locale);
  const url = full(chapterPath(locale, slug));
  return [
    {
      '@type': 'TechArticle',
      headline: plainText(chapter.title),
      description: chapter.description,
      url,
      inLanguage: locale,
      dateModified: chapter.reviewed.date,
      timeRequired: `PT${chapter.minutes}M`,
      license: licence,
      isPartOf: { '@id': `${full(pagePath(locale, ''))}#website` },
      image: full(`/cards/${locale}/${slug}.png`),
      teaches: chapter.objectives.map((objective) => plainText(objective.text)),
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        [text.frame.guide, full(pagePath(locale, ''))],
        [text.part(chapter.part), full(pagePath(locale, 'chapters', `part-${chapter.part}`))],
        [plainText(chapter.title), url],
      ].map(([name, item], i) => ({ '@type': 'ListItem', position: i + 1, name, item })),
    },
  ];
}
