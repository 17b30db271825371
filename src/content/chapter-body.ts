import type { MdastNode } from 'satteri';
import { mdxToMdast } from 'satteri';
import { parseFenceMeta, type FenceMeta } from '../markdown/fence-meta.ts';
import { isBareAddress } from '../markdown/content-links.ts';
import { headingWithId } from '../markdown/heading-id.ts';
import { ContentError, type Problem } from './problem.ts';

/** A heading of the body. */
export interface BodyHeading {
  readonly id: string | undefined;
  /** Its words, plain. */
  readonly text: string;
  /** The same as inline Markdown: code stands between backticks. */
  readonly title: string;
  readonly depth: number;
  readonly line: number;
}

/** A link of the body, as it is written. */
export interface BodyLink {
  readonly url: string;
  readonly text: string;
  readonly line: number;
}

/** A code fence of the body. */
export interface BodyFence {
  readonly lang: string;
  readonly meta: FenceMeta;
  readonly body: string;
  readonly line: number;
}

/** A component of the body; attributes that are expressions keep their source text. */
export interface BodyComponent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** A paragraph of running text, for the rules about length. */
export interface BodyParagraph {
  readonly text: string;
  readonly line: number;
}

/** What a chapter's MDX holds, in the order of the page. */
export interface ChapterBody {
  readonly headings: readonly BodyHeading[];
  readonly links: readonly BodyLink[];
  readonly fences: readonly BodyFence[];
  readonly components: readonly BodyComponent[];
  readonly paragraphs: readonly BodyParagraph[];
  /** Words of running text: paragraphs, list items, headings, table cells, predictions; no code. */
  readonly words: number;
  readonly problems: readonly Problem[];
}

/** The parts of an MDX file: its front matter as text, and where the body begins. */
export interface MdxParts {
  readonly frontMatter: string;
  readonly body: string;
  /** Line of the file at which the body begins, counted from 1. */
  readonly bodyLine: number;
}

/**
 * Splits an MDX file.
 * @throws ContentError when it does not begin with front matter between `---` lines
 */
export function splitMdx(text: string, file: string): MdxParts {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match) {
    throw new ContentError([{ file, line: 1, message: 'begin the file with front matter between two lines `---`' }]);
  }
  return {
    frontMatter: match[1] ?? '',
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}

type AnyNode = MdastNode & { children?: readonly MdastNode[] };

/**
 * Reads a chapter's body. Problems of form (headings without id, unreadable fences, imports) are listed, not thrown.
 * @param options needsIds: false where headings may do without ids
 */
export function readBody(body: string, file: string, bodyLine: number, { needsIds = true } = {}): ChapterBody {
  const headings: BodyHeading[] = [];
  const links: BodyLink[] = [];
  const fences: BodyFence[] = [];
  const components: BodyComponent[] = [];
  const paragraphs: BodyParagraph[] = [];
  const problems: Problem[] = [];
  let words = 0;

  const lineOf = (node: MdastNode): number => (node.position?.start.line ?? 1) + bodyLine - 1;
  const problem = (node: MdastNode, message: string): void => {
    problems.push({ file, line: lineOf(node), message });
  };

  const visit = (node: AnyNode): void => {
    switch (node.type) {
      case 'heading': {
        const { id, text } = headingWithId(textOf(node));
        if (node.depth === 1) problem(node, 'the title comes from the front matter; begin sections with `##`');
        else if (node.depth > 3) problem(node, 'write `##` or `###`; deeper headings are not used');
        else if (!id && needsIds) problem(node, `end the heading with its id, such as \`${text} [#${suggestId(text)}]\``);
        const title = headingWithId(titleOf(node)).text;
        headings.push({ id, text, title, depth: node.depth, line: lineOf(node) });
        break;
      }
      case 'paragraph':
      case 'tableCell':
        words += countWords(textOf(node));
        if (node.type === 'paragraph') paragraphs.push({ text: textOf(node), line: lineOf(node) });
        break;
      case 'link':
        if (!isBareAddress(node.url, textOf(node))) links.push({ url: node.url, text: textOf(node), line: lineOf(node) });
        break;
      case 'image':
        problem(node, 'pictures are drawn by ```mermaid fences; images are not used in chapters');
        break;
      case 'html':
        problem(node, 'write Markdown or a component; HTML is not used in chapters');
        break;
      case 'code':
        try {
          fences.push({ lang: node.lang ?? '', meta: parseFenceMeta(node.meta), body: node.value, line: lineOf(node) });
        } catch (error) {
          problem(node, (error as Error).message);
        }
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        components.push({ name: node.name ?? '', attributes: attributesOf(node), line: lineOf(node) });
        words += countWords(attributesOf(node)['ask'] ?? '') + countWords(attributesOf(node)['options'] ?? '');
        break;
      case 'mdxjsEsm':
        problem(node, 'a chapter imports and exports nothing; the components are there by name');
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        problem(node, 'write text; `{` begins an expression, and chapters have none (for a brace, write `\\{`)');
        break;
      default:
    }
    for (const child of node.children ?? []) visit(child as AnyNode);
  };

  try {
    visit(mdxToMdast(body) as AnyNode);
  } catch (error) {
    problems.push(mdxProblem((error as Error).message, file, bodyLine));
  }
  return { headings, links, fences, components, paragraphs, words, problems };
}

/** What the parser objects to: it counts lines from the body's first one, and authors from the file's. */
function mdxProblem(said: string, file: string, bodyLine: number): Problem {
  const inFile = said.replace(/\b(\d+):(\d+)\b/g, (_, line: string, column: string) => `${Number(line) + bodyLine - 1}:${column}`);
  const [, line, reason = inFile] = /^(\d+):\d+: ([\s\S]*)$/.exec(inFile) ?? [];
  const message = `not valid MDX: ${reason.replace(/\s*\((?:mdx[a-z-]*|source):[a-z-]+\)$/, '')}`;
  return { file, line: line === undefined ? undefined : Number(line), message };
}

/** Text of a node and everything below it. */
export function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.type === 'code' ? '' : node.value;
  if ('children' in node) return (node.children as MdastNode[]).map(textOf).join('');
  return '';
}

/** A heading's words as inline Markdown: code stays code, the rest is plain. */
function titleOf(node: MdastNode): string {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if ('children' in node) return (node.children as MdastNode[]).map(titleOf).join('');
  return textOf(node);
}

/** Attributes of a component; an expression is given as its source text. */
export function attributesOf(node: MdastNode): Readonly<Record<string, string>> {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return {};
  const result: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const { value } = attribute;
    result[attribute.name] = typeof value === 'string' ? value : (value?.value ?? 'true');
  }
  return result;
}

/** Number of words of a text. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function suggestId(text: string): string {
  const words = text.toLowerCase().replace(/[^a-z0-9 ]/g, '').trim().split(/ +/).slice(0, 4);
  return words.join('-') || 'section';
}
