import { chapterMarkdown } from '../content/markdown.ts';
import type { Guide } from '../content/read-guide.ts';
import { localized } from '../i18n/locales.ts';
import { strings } from '../i18n/strings.ts';
import { plainText } from '../markdown/inline.ts';
import { pagePath, withBase } from './paths.ts';

/** Where a guide is published. */
export interface Publication {
  readonly name: string;
  /** Scheme and host. */
  readonly url: string;
  readonly base: string;
}

/** The guide's contents for programs that read text (llmstxt.org): each chapter's Markdown with what it answers. */
export function llmsIndex(guides: readonly Guide[], site: Publication): string {
  const to = (path: string): string => new URL(withBase(path, site.base), site.url).href;
  const parts = guides.flatMap((guide) => {
    const { locale, chapters } = guide;
    const text = localized(strings, locale);
    const pages = (['glossary', 'failures', 'time-outs', 'myths', 'sources', 'exam'] as const).map(
      (page) => `- [${text.pages[page].title}](${to(pagePath(locale, page))}): ${text.pages[page].description}`,
    );
    return [
      `> ${text.home.description}`,
      `## ${text.pages.chapters.title}`,
      chapters
        .map(({ slug, frontMatter }) => `- [${plainText(frontMatter.title)}](${to(`/${locale}/${slug}.md`)}): ${frontMatter.description}`)
        .join('\n'),
      `## ${text.frame.lookUp}`,
      [...pages, `- [${text.wholeText}](${to('/llms-full.txt')})`].join('\n'),
    ];
  });
  return `${[`# ${site.name}`, ...parts].join('\n\n')}\n`;
}

/** Everything in one text: all chapters, then the glossary. */
export function llmsFull(guides: readonly Guide[], site: Publication): string {
  const parts = guides.flatMap((guide) => {
    const text = localized(strings, guide.locale);
    const terms = [...guide.terms].sort((a, b) => a.data.term.localeCompare(b.data.term, guide.locale));
    return [
      ...guide.chapters.map(({ slug }) => chapterMarkdown(guide, slug, site.url, site.base).trimEnd()),
      `# ${text.pages.glossary.title}`,
      terms.map(({ data }) => `- **${data.term}** (${data.ru}): ${plainText(data.definition)}`).join('\n'),
    ];
  });
  return `${parts.join('\n\n')}\n`;
}
