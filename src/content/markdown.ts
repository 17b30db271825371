import { mdxToMdast, type MdastNode } from 'satteri';
import { explorers } from '../explorers/explorers.ts';
import { strings } from '../explorers/strings.ts';
import { localized, type Locale } from '../i18n/locales.ts';
import { words } from '../diagrams/source.ts';
import { isBareAddress, resolveLink, type LinkContext } from '../markdown/content-links.ts';
import { parseFenceMeta } from '../markdown/fence-meta.ts';
import { attributesOf, textOf } from './chapter-body.ts';
import { mythIds, predictOptions } from './checks/components.ts';
import { exerciseMarkdown } from './exercise-markdown.ts';
import { codePlate, plateKind } from './plate.ts';
import type { ChapterFile, Guide } from './read-guide.ts';

type Tree = MdastNode & { readonly children?: readonly Tree[] };

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A chapter as plain Markdown, for people and programs that read text: fences hold their code, runs and diagrams,
 * links are full addresses, components are written out.
 * @param siteUrl scheme and host, such as `https://request-path.example`
 */
export function chapterMarkdown(guide: Guide, slug: string, siteUrl: string, base: string): string {
  const chapter = guide.chapters.find((candidate) => candidate.slug === slug);
  if (!chapter) throw new Error(`there is no chapter \`${slug}\``);
  const links = absoluteLinks(guide, siteUrl, base);
  const edits: Edit[] = [];
  collect(mdxToMdast(chapter.text) as Tree, chapter, guide, links, edits);
  const { frontMatter } = chapter;
  const sources = frontMatter.sources.flatMap((id) => guide.sources.find(({ data }) => data.id === id)?.data ?? []);
  const parts = [
    `# ${frontMatter.title}`,
    linksInText(frontMatter.answer.trim(), links),
    ['You will be able to', '', ...frontMatter.objectives.map(({ text }) => `- ${text}`)].join('\n'),
    applyEdits(chapter.text, edits).trim(),
    ['## Sources', '', ...sources.map(({ title, url }) => `- [${title}](${url})`)].join('\n'),
    `Last reviewed ${frontMatter.reviewed.date}. Text: CC BY 4.0.`,
  ];
  return `${parts.join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** Link context whose addresses are complete: the text leaves the site. */
function absoluteLinks(guide: Guide, siteUrl: string, base: string): LinkContext {
  return {
    locale: guide.locale satisfies Locale,
    base: `${siteUrl.replace(/\/$/, '')}${base === '/' ? '' : base}`,
    sourceUrl: (id) => guide.sources.find(({ data }) => data.id === id)?.data.url,
  };
}

function linksInText(text: string, links: LinkContext): string {
  return text.replace(/\]\(((?:term|chapter|source|failure|myth|explore):[^)\s]+)\)/g, (_, url: string) => `](${absolute(url, links)})`);
}

/** `withBase` keeps the host, since it only joins; fragments of the page itself stay as they are. */
function absolute(url: string, links: LinkContext): string {
  return resolveLink(url, links).href;
}

function collect(node: Tree, chapter: ChapterFile, guide: Guide, links: LinkContext, edits: Edit[]): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const source = chapter.text.slice(start, end);
  const inner = node.children ?? [];
  switch (node.type) {
    case 'heading':
      edits.push({ start, end, text: linksInText(source.replace(/\s*\[#[a-z0-9-]+\]\s*$/, ''), links) });
      return;
    case 'code':
      edits.push({ start, end, text: fenceText(node, chapter, links) });
      return;
    case 'link': {
      if (isBareAddress(node.url, textOf(node))) return;
      const at = source.lastIndexOf('](');
      if (at >= 0) edits.push({ start: start + at, end, text: `](${absolute(node.url, links)})` });
      return;
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const first = inner[0]?.position?.start.offset ?? end;
      const last = inner.at(-1)?.position?.end.offset ?? end;
      edits.push({ start, end: first, text: opening(node, chapter, guide, links) });
      if (last < end) edits.push({ start: last, end, text: '' });
      break;
    }
    default:
  }
  for (const child of inner) collect(child, chapter, guide, links, edits);
}

function opening(node: Tree, chapter: ChapterFile, guide: Guide, links: LinkContext): string {
  const attributes = attributesOf(node);
  switch ('name' in node ? node.name : undefined) {
    case 'Note':
      return 'Note: ';
    case 'Table':
      return `Table: ${attributes['caption'] ?? ''}\n\n`;
    case 'Predict': {
      const options = predictOptions(attributes['options']) ?? [];
      const lines = options.map((option, i) => `${i + 1}. ${linksInText(option, links)}`);
      return `Predict: ${linksInText(attributes['ask'] ?? '', links)}\n\n${lines.join('\n')}\n\nAnswer: ${attributes['answer'] ?? ''}.\n\n`;
    }
    case 'Explorer': {
      const about = explorers.find(({ name }) => name === attributes['name']);
      if (!about) return '';
      const { title, lead } = localized(about.text, guide.locale);
      const address = resolveLink(`explore:${about.name}`, links).href;
      return `[${localized(strings, guide.locale).title}: ${title}](${address}). ${linksInText(lead, links)}\n`;
    }
    case 'Myths':
      return mythIds(attributes['ids'] ?? '')
        .flatMap((id) => guide.myths.find(({ data }) => data.id === id)?.data ?? [])
        .map(({ statement, truth }) => `- "${statement}" ${linksInText(truth.trim(), links)}`)
        .join('\n');
    case 'Exercise': {
      const exercise = chapter.exercises.find(({ id }) => id === attributes['id']);
      return exercise ? exerciseMarkdown(exercise, (text) => linksInText(text, links)) : '';
    }
    default:
      return '';
  }
}

function fenceText(node: Tree & { type: 'code' }, chapter: ChapterFile, links: LinkContext): string {
  const lang = node.lang ?? '';
  const meta = parseFenceMeta(node.meta);
  const kind = plateKind(lang, meta);
  if (kind === 'sketch') return block('text', node.value);
  if (kind === 'figure') {
    const steps = words(node.value).map((step, i) => `${i + 1}. ${linksInText(step, links)}`);
    return `${meta.values['caption'] ?? ''}:\n\n${steps.join('\n')}\n\n${block('mermaid', node.value)}`;
  }
  const plate = codePlate(chapter.dir, lang, meta, node.value);
  const { lines, prompts, file } = plate.excerpt;
  const code = lines.map((line, i) => (prompts[i] ? `${prompts[i]} ${line}` : line)).join('\n');
  const notes = plate.notes.map((note) => `- Line ${note.line}: ${linksInText(note.text, links)}`);
  return `${plate.caption} (\`${file}\`):\n\n${block(lang, code)}${notes.length ? `\n\n${notes.join('\n')}` : ''}`;
}

function block(lang: string, text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${lang}\n${text}\n${fence}`;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < position) continue;
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}

