import type { ChapterFile, Guide } from '../content/read-guide.ts';
import { chapterPath, pagePath } from '../lib/paths.ts';
import { plainText } from '../markdown/inline.ts';

/** Names of a section beside its heading: the directives that it links to their manual and speaks of more than once or twice. */
export function directivesOf({ body }: ChapterFile, section: string, text: string): readonly string[] {
  const own = body.links.filter(({ line }) => headingAt(body, line) === section);
  const anchors = own.flatMap(({ url }) => /^source:nginx-[a-z-]+-module#([a-z_]+)$/.exec(url)?.[1] ?? /^source:[^#]+#((?:[a-z]+_)+[a-z]+)$/.exec(url)?.[1] ?? []);
  const names = new Set(anchors.map((anchor) => anchor.replace(/^var_/, '')));
  return [...names].filter((name) => text.split(name).length > 3);
}

/** What a section teaches, in the words of the chapter's objectives: the quiz joins the two. */
export function objectivesOf({ frontMatter, quiz }: ChapterFile, section: string): readonly string[] {
  const ids = new Set(quiz?.data.questions.flatMap(({ objective, see }) => (see === section ? [objective] : [])));
  return frontMatter.objectives.filter(({ id }) => ids.has(id)).map(({ text }) => plainText(text));
}

/** How often the chapters link to each section and entry: what is linked often is what others build on. */
export function linkCounts({ locale, chapters }: Guide): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (url: string | undefined): void => void (url && counts.set(url, (counts.get(url) ?? 0) + 1));
  for (const { slug, body, quiz } of chapters) {
    for (const { url } of body.links) count(addressOfLink(locale, slug, url));
    for (const { see } of quiz?.data.questions ?? []) count(chapterPath(locale, slug, see));
  }
  return counts;
}

function addressOfLink(locale: Guide['locale'], slug: string, url: string): string | undefined {
  const [, kind = '', id = ''] = /^(term|failure|myth|chapter):(.*)$/.exec(url) ?? [];
  if (url.startsWith('#')) return chapterPath(locale, slug, url.slice(1));
  if (kind === 'term') return pagePath(locale, 'glossary', id);
  if (kind === 'failure') return pagePath(locale, 'failures', id);
  if (kind === 'myth') return pagePath(locale, 'myths', id);
  if (kind === 'chapter') return chapterPath(locale, id.split('#')[0] ?? '', id.split('#')[1]);
  return undefined;
}

function headingAt({ headings }: ChapterFile['body'], line: number): string | undefined {
  return headings.findLast((heading) => heading.line <= line)?.id;
}
