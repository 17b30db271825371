import { defineMdastPlugin, markdownToHtml } from 'satteri';
import { codeWords } from './code-words.ts';
import { isBareAddress, resolveLink, type LinkContext } from './content-links.ts';

function render(text: string, context: LinkContext): string {
  const links = defineMdastPlugin({
    name: 'content-links',
    link(node, ctx) {
      const text = ctx.textContent(node);
      if (isBareAddress(node.url, text)) {
        ctx.replaceNode(node, { type: 'text', value: text });
        return;
      }
      const { href, attributes } = resolveLink(node.url, context);
      ctx.setProperty(node, 'url', href);
      ctx.setProperty(node, 'data', { hProperties: toHast(attributes) });
    },
    inlineCode(node, ctx) {
      const data = codeWords(node.value);
      if (data) ctx.setProperty(node, 'data', data as never);
    },
  });
  const { html } = markdownToHtml(text.trim(), { mdastPlugins: [links], features: { smartPunctuation: true } });
  return html.trim();
}

/** hast's names of attributes. */
export function toHast(attributes: Readonly<Record<string, string>>): Record<string, string | string[]> {
  const entries = Object.entries(attributes).map(([name, value]) =>
    name === 'class' ? ['className', value.split(' ')] : [name, value],
  );
  return Object.fromEntries(entries) as Record<string, string | string[]>;
}

/**
 * Inline Markdown of data files → HTML. Content's own link schemes become addresses.
 * @throws Error when the text holds a block (a list, a second paragraph)
 */
export function inlineMarkdown(text: string, context: LinkContext): string {
  const known = withoutLinks.get(text);
  if (known !== undefined) return known;
  const html = render(text, context);
  const match = /^<p>([\s\S]*)<\/p>$/.exec(html);
  const inner = match?.[1];
  if (inner === undefined || /<\/?(?:p|ul|ol|pre|h\d)\b/.test(inner)) {
    throw new Error(`write one paragraph without lists: "${text.trim().slice(0, 60)}"`);
  }
  if (!/[<\]:]/.test(text)) withoutLinks.set(text, inner);
  return inner;
}

/** HTML of texts that are the same in every context, such as the titles that every page lists. */
const withoutLinks = new Map<string, string>();

/** Markdown of several paragraphs or lists → HTML, with the same links. */
export function blockMarkdown(text: string, context: LinkContext): string {
  return render(text, context);
}

/** Inline Markdown as plain text: for titles, descriptions, indexes. */
export function plainText(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(`+)(.*?)\1/g, '$2')
    .replace(/(\*\*|__)(.*?)\1/g, '$2')
    .replace(/(\*)(.*?)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}
