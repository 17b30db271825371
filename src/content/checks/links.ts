import { explorers } from '../../explorers/explorers.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';
import { sectionIds } from './references.ts';

/** A link target of content, split at its scheme and fragment. */
export interface ContentLink {
  readonly scheme: string;
  readonly id: string;
  readonly fragment: string | undefined;
}

/** Splits `chapter:wsgi#rules`; `#rules` has the scheme `#`. */
export function splitLink(url: string): ContentLink {
  const match = /^([a-z-]+):([^#]*)(?:#(.*))?$/.exec(url);
  if (match) return { scheme: match[1] ?? '', id: match[2] ?? '', fragment: match[3] };
  if (url.startsWith('#')) return { scheme: '#', id: '', fragment: url.slice(1) };
  return { scheme: '', id: url, fragment: undefined };
}

/** Every link of every chapter leads to something that exists: in text, notes, predictions, steps and front matter. */
export function checkLinks(guide: Guide): readonly Problem[] {
  const inChapters = guide.chapters.flatMap((chapter) =>
    linksOf(chapter).flatMap(({ url, line, field }) => {
      const message = linkProblem(guide, chapter, url);
      return message ? [{ file: chapter.file, line, field, message: `link \`${url}\`: ${message}` }] : [];
    }),
  );
  return [...inChapters, ...guide.pages.flatMap((page) => pageLinks(guide, page))];
}

/** Pages that are no chapters may link other sites, such as licences, directly. */
function pageLinks(guide: Guide, { file, text }: Guide['pages'][number]): readonly Problem[] {
  return text.split('\n').flatMap((row, i) =>
    linksIn(row).flatMap((url) => {
      const message = /^https:|^#/.test(url) ? undefined : linkProblem(guide, undefined, url);
      return message ? [{ file, line: i + 1, message: `link \`${url}\`: ${message}` }] : [];
    }),
  );
}

interface PlacedLink {
  readonly url: string;
  readonly line: number | undefined;
  readonly field?: string | undefined;
}

/** Links as Markdown writes them, in texts that are not part of the running text. */
export function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([a-z#][^)\s]*)\)/g)].map(([, url = '']) => url);
}

function linksOf(chapter: ChapterFile): readonly PlacedLink[] {
  const { body, frontMatter, lineOf } = chapter;
  const inField = (text: string, path: readonly PropertyKey[]): readonly PlacedLink[] =>
    linksIn(text).map((url) => ({ url, line: lineOf(path), field: path.join('.') }));
  return [
    ...inField(frontMatter.answer, ['answer']),
    ...frontMatter.objectives.flatMap(({ text }, i) => inField(text, ['objectives', i, 'text'])),
    ...body.links,
    ...body.fences.flatMap((fence) => linksIn(fence.body).map((url) => ({ url, line: fence.line }))),
    ...body.components.flatMap(({ attributes, line }) => linksIn(Object.values(attributes).join(' ')).map((url) => ({ url, line }))),
  ];
}

/** What is wrong with a link, or undefined. `chapter` is the page on which it stands. */
export function linkProblem(guide: Guide, chapter: ChapterFile | undefined, url: string): string | undefined {
  const { scheme, id, fragment } = splitLink(url);
  const has = (entries: readonly { data: { id: string } }[]): boolean => entries.some(({ data }) => data.id === id);
  switch (scheme) {
    case '#':
      return !chapter || sectionIds(chapter).has(fragment ?? '') ? undefined : `this chapter has no heading \`[${url}]\``;
    case 'chapter': {
      const target = guide.chapters.find(({ slug }) => slug === id);
      if (!target) return `there is no chapter \`${id}\`; name it in words without a link until it is written`;
      if (fragment === undefined || sectionIds(target).has(fragment)) return undefined;
      return `${target.file} has no heading \`[#${fragment}]\``;
    }
    case 'term':
      return has(guide.terms) ? undefined : `the glossary has no term \`${id}\`; add it to content/glossary or correct the id`;
    case 'source':
      return has(guide.sources) ? undefined : `there is no source \`${id}\`; add it to content/sources or correct the id`;
    case 'failure':
      return has(guide.failures) ? undefined : `there is no failure \`${id}\``;
    case 'myth':
      return has(guide.myths) ? undefined : `there is no myth \`${id}\``;
    case 'time-out':
      return id === '' || has(guide.timeOuts) ? undefined : `there is no time-out \`${id}\``;
    case 'explore':
      return explorers.some(({ name }) => name === id) ? undefined : `there is no explorer \`${id}\``;
    default:
      return 'write term:, chapter:, source:, failure:, myth:, time-out:, explore: or #heading; other sites are linked through content/sources';
  }
}
