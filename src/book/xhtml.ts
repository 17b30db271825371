import { replaceStartTags } from './tags.ts';

const voidElements = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** References that XML does not know, as HTML has them in this guide. */
const characters: Readonly<Record<string, string>> = { nbsp: '\u00a0', shy: '\u00ad', hellip: '…', mdash: '—', ndash: '–' };

/**
 * Writes HTML of Astro's as XHTML: closed elements, values in quotes, references that XML knows; comments and `data-`
 * attributes go.
 * @throws Error for a tag that is not closed, or closes another one
 */
export function toXhtml(html: string): string {
  const tagged = replaceStartTags(html.replace(/<!--[\s\S]*?-->/g, ''), ({ name, attributes, selfClosing }) => {
    const written = attributes
      .filter(([key]) => !key.startsWith('data-'))
      .map(([key, value = key]) => ` ${key}="${xmlText(value).replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`);
    const namespace = name === 'svg' ? ' xmlns="http://www.w3.org/2000/svg"' : '';
    return `<${name}${namespace}${written.join('')}${selfClosing || voidElements.has(name) ? '/>' : '>'}`;
  });
  const xhtml = tagged.replace(/(^|>)([^<]+)/g, (_, before: string, text: string) => before + xmlText(text));
  mustBeClosed(xhtml);
  return xhtml;
}

/** Text with references of XML only; a lone ampersand becomes one. */
function xmlText(text: string): string {
  return text.replace(/&(?:#\d+;|#x[\da-fA-F]+;|([a-zA-Z]+);)?/g, (reference, name: string | undefined) => {
    if (reference === '&') return '&amp;';
    if (name === undefined || ['amp', 'lt', 'gt', 'quot', 'apos'].includes(name)) return reference;
    const character = characters[name];
    if (character === undefined) throw new Error(`The page has the reference ${reference}, which XML does not know: add it to src/book/xhtml.ts.`);
    return character;
  });
}

/** @throws Error for a document whose elements are not closed in their order */
function mustBeClosed(xml: string): void {
  const open: string[] = [];
  for (const [tag, slash, name = ''] of xml.matchAll(/<(\/?)([a-zA-Z][\w:-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/g)) {
    if (slash) {
      const expected = open.pop();
      if (expected !== name) throw new Error(`</${name}> closes <${expected ?? 'nothing'}>, in …${open.slice(-4).join(' > ')}.`);
    } else if (!tag.endsWith('/>')) open.push(name);
  }
  if (open.length > 0) throw new Error(`<${open.join('>, <')}> is not closed.`);
}
