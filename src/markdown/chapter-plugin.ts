import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastNode, MdastPluginEntry } from 'satteri';
import { defineMdastPlugin } from 'satteri';
import { textOf } from '../content/chapter-body.ts';
import { checkMeta, codePlate, plateKind } from '../content/plate.ts';
import { readSources } from '../content/sources.ts';
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';
import { codeWords } from './code-words.ts';
import { isBareAddress, resolveLink, type LinkContext } from './content-links.ts';
import { parseFenceMeta } from './fence-meta.ts';
import { headingWithId } from './heading-id.ts';
import { toHast } from './inline.ts';

type Tree = MdastNode & { children?: Tree[] };

/** What a component gets from its place: the chapter and its own number. */
interface Place {
  readonly dir: string;
  readonly slug: string;
  readonly locale: Locale;
  /** Left out on a page that is no chapter. */
  readonly chapter: number | undefined;
  readonly links: LinkContext;
  plates: number;
}

/** Components that carry a number of their own. */
const numbered = new Set(['Exercise', 'Table']);

/**
 * Makes a chapter of a chapter's Markdown: sections around headings with written ids, content's link schemes,
 * fences that show files, runs and diagrams, and one run of numbers for all plates. Pages that are no chapters
 * (content/pages) get the same, for those of their headings that have an id; they may link other sites directly.
 * @param options root: absolute path of the project; base: base path of the deployment
 */
export function chapterPlugin(options: { readonly root: string; readonly base: string }): MdastPluginEntry {
  return ({ fileURL }) => {
    const file = fileURL && fileURLToPath(fileURL);
    const match = file && /(?:(\d+)-([a-z0-9-]+)\/chapter|content\/pages\/([a-z0-9-]+))\.([a-zA-Z-]+)\.mdx$/.exec(file);
    if (!match) return null;
    const [, number, slug = '', page, tag] = match;
    const locale = isLocale(tag) ? tag : defaultLocale;
    const links = { locale, base: options.base, sourceUrl: (id: string) => readSources(options.root).get(id)?.url };
    return defineMdastPlugin({
      name: 'chapter',
      options: { position: true },
      before(root, context) {
        const chapter = number === undefined ? undefined : Number(number) / 10;
        const place: Place = { dir: dirname(file), slug: page ?? slug, locale, chapter, links, plates: 0 };
        const name = relative(options.root, file);
        const children = (root.children as Tree[]).map((node) => transform(node, place, name));
        context.setProperty(root, 'children', sections(children) as never);
      },
    });
  };
}

/** Rewrites a node and everything below it; an error names the author's file and line. */
function transform(node: Tree, place: Place, file: string): Tree {
  try {
    switch (node.type) {
      case 'heading':
        return heading(node);
      case 'link': {
        const text = textOf(node);
        if (isBareAddress(node.url, text)) return { type: 'text', value: text };
        if (place.chapter === undefined && node.url.startsWith('https://')) return node;
        const { href, attributes } = resolveLink(node.url, place.links);
        const children = node.children?.map((child) => transform(child as Tree, place, file));
        return { ...node, children, url: href, data: { hProperties: toHast(attributes) } } as Tree;
      }
      case 'code':
        return fence(node, place);
      case 'inlineCode':
        return { ...node, data: codeWords(node.value) } as Tree;
      default:
    }
  } catch (error) {
    const line = node.position?.start.line;
    throw Object.assign(new Error(`${file}:${line ?? '?'}: ${(error as Error).message}`), { line, column: 1 });
  }
  if (!node.children) return node;
  const number = node.type === 'mdxJsxFlowElement' && numbered.has(node.name ?? '') ? ++place.plates : undefined;
  const children = node.children.map((child) => transform(child, place, file));
  if (node.type !== 'mdxJsxFlowElement') return { ...node, children } as Tree;
  const added = [prop('place', { slug: place.slug, locale: place.locale, chapter: place.chapter, number })];
  return { ...node, children, attributes: [...node.attributes, ...added] } as Tree;
}

function heading(node: Tree & { type: 'heading' }): Tree {
  const { id } = headingWithId(textOf(node));
  const children = [...(node.children as Tree[])];
  const last = children.at(-1);
  if (last?.type === 'text') {
    children[children.length - 1] = { ...last, value: last.value.replace(/\s*\[#[a-z0-9-]+\]\s*$/, '') };
  }
  return { ...node, children, ...(id && { data: { hProperties: { id } } }) } as unknown as Tree;
}

function fence(node: Tree & { type: 'code' }, place: Place): Tree {
  const lang = node.lang ?? '';
  const meta = parseFenceMeta(node.meta);
  const kind = plateKind(lang, meta);
  checkMeta(kind, meta);
  const where = { slug: place.slug, locale: place.locale, chapter: place.chapter };
  if (kind === 'sketch') return component('Sketch', { text: node.value, place: where });
  const number = ++place.plates;
  if (kind === 'figure') {
    const { id = '', caption = '' } = meta.values;
    return component('Figure', { source: node.value, id, caption, place: { ...where, number } });
  }
  const plate = codePlate(place.dir, lang, meta, node.value);
  return component('Listing', { plate, place: { ...where, number, folder: basename(place.dir) } });
}

function component(name: string, props: Readonly<Record<string, unknown>>): Tree {
  const attributes = Object.entries(props).map(([key, value]) => prop(key, value));
  return { type: 'mdxJsxFlowElement', name, attributes, children: [] } as unknown as Tree;
}

function prop(name: string, value: unknown): object {
  const source = JSON.stringify(value) ?? 'undefined';
  return { type: 'mdxJsxAttribute', name, value: { type: 'mdxJsxAttributeValueExpression', value: source } };
}

/** Groups the body by its `##` headings; what stands before the first one stays as it is. */
function sections(children: readonly Tree[]): Tree[] {
  const result: Tree[] = [];
  let current: Tree[] | undefined;
  for (const node of children) {
    const id = (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id;
    if (node.type === 'heading' && node.depth === 2 && id !== undefined) {
      current = [node];
      result.push({
        type: 'section',
        data: { hName: 'section', hProperties: { className: ['sec', 'prose'], 'aria-labelledby': id } },
        children: current,
      } as unknown as Tree);
    } else (current ?? result).push(node);
  }
  return result;
}
