import type { ChapterFile, Guide } from '../content/read-guide.ts';
import { chapterPath, pagePath } from '../lib/paths.ts';
import { plainText } from '../markdown/inline.ts';
import type { Quiz } from '../schemas/quiz.ts';

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

/**
 * Names in code that a section speaks of more than any other does: whoever looks for `Content-Length` means it.
 * @param sections HTML of each section, by its address
 */
export function codeHomes(sections: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const [url, html] of sections) {
    for (const [, text = ''] of html.matchAll(/<code[^>]*>([^<\s]{3,40})<\/code>/g)) {
      const name = text.replace(/[:;=(){}]+$/, '');
      if (!/[a-z]{2}/i.test(name)) continue;
      const own = counts.get(name) ?? new Map<string, number>();
      counts.set(name, own.set(url, (own.get(url) ?? 0) + 1));
    }
  }
  const homes = new Map<string, string[]>();
  for (const [name, own] of counts) {
    const [[url, most] = ['', 0], [, next] = ['', 0]] = [...own].sort(([, a], [, b]) => b - a);
    if (most >= 2 && most > next) homes.set(url, [...(homes.get(url) ?? []), name]);
  }
  return homes;
}

/** The situations that a section settles, as the quiz puts them, with the right answers: people ask in such words. */
export function situationsOf({ quiz }: ChapterFile, section: string): readonly string[] {
  return (quiz?.data.questions ?? []).filter(({ see }) => see === section).flatMap((question) => [question.prompt, ...rightAnswers(question)].map(plainText));
}

function rightAnswers(question: Quiz['questions'][number]): readonly string[] {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return question.options.flatMap(({ correct, text, why }) => (correct ? [text, why] : []));
    case 'short':
      return [question.accept[0] ?? '', question.why];
    default:
      return [];
  }
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
