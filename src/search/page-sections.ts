import { parse, type HTMLElement, type Node } from 'node-html-parser';
import { codeFollows } from './excerpt.ts';

/** A section of a built page, or what stands before its first section. */
export interface PageSection {
  /** Id of its heading; `undefined` before the first heading. */
  readonly id: string | undefined;
  /** Text of its heading; `''` before the first heading. */
  readonly title: string;
  /** What stands in it, without its heading: the prose first, then {@link codeFollows}, then tables, listings and runs with their notes. */
  readonly html: string;
}

/** Things of a page that are no text to be found: tools, drawings (their words stand beside them), letters of notes, numbers of plates, what the page says about itself. */
const noText = '[data-pagefind-ignore], script, style, template, button, input, svg, .key, .vh, figcaption > b, .goals, .meta';
const heading = 'h1, h2, h3';

/**
 * Cuts what a page marks with `data-pagefind-body` at its h2 and h3 with an id; those in a margin (`aside`) stay
 * in the text around them.
 * @returns nothing for a page without that mark
 */
export function pageSections(html: string): readonly PageSection[] {
  const page = parse(html, { blockTextElements: { script: true, style: true } });
  const body = page.querySelector('[data-pagefind-body]');
  if (!body) return [];
  for (const element of body.querySelectorAll(noText)) element.remove();

  const sections: { id: string | undefined; title: string; html: string; code: string }[] = [{ id: undefined, title: '', html: '', code: '' }];
  const read = (node: Node): void => {
    const last = sections.at(-1);
    if (!last) return;
    if (!isElement(node)) {
      last.html += node.toString();
    } else if (isSectionHeading(node)) {
      sections.push({ id: node.id, title: textOf(node), html: '', code: '' });
    } else if (node.tagName === 'H1') {
      last.title = textOf(node);
    } else if (node.querySelector(heading)) {
      node.childNodes.forEach(read);
    } else {
      last.code += takeCode(node);
      // A caption is a sentence, but ends without a full stop.
      for (const caption of node.querySelectorAll('figcaption')) caption.replaceWith(`<p>${caption.innerHTML}</p>`);
      // Ids within a section would only make the index larger.
      for (const inner of [node, ...node.querySelectorAll('[id]')]) inner.removeAttribute('id');
      if (node.tagName !== 'PRE') last.html += node.toString();
    }
  };
  body.childNodes.forEach(read);
  return sections
    .map(({ id, title, html: prose, code }) => ({ id, title, html: `${prose.trim()}${code && `<p>${codeFollows}</p>${code}`}` }))
    .filter(({ id, title, html: text }) => id ?? (title || text));
}

/** Takes tables, listings and runs out of an element, with the frames that give them their weight, and their notes. */
function takeCode(element: HTMLElement): string {
  const parts = element.tagName === 'PRE' ? [element] : element.querySelectorAll('pre, .notes, table');
  return parts
    .map((part) => {
      const frame = part !== element && part.tagName === 'PRE' ? (part.closest('[data-pagefind-weight]') ?? part) : part;
      const html = frame.toString();
      frame.remove();
      return html;
    })
    .join('');
}

function isElement(node: Node): node is HTMLElement {
  return node.nodeType === 1;
}

function isSectionHeading(element: HTMLElement): boolean {
  return (element.tagName === 'H2' || element.tagName === 'H3') && element.id !== '' && !element.closest('aside');
}

function textOf(element: HTMLElement): string {
  return element.text.replace(/\s+/g, ' ').trim();
}
