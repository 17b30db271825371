import { parse, type HTMLElement, type Node } from 'node-html-parser';

/** A section of a built page, or what stands before its first section. */
export interface PageSection {
  /** Id of its heading; `undefined` before the first heading. */
  readonly id: string | undefined;
  /** Text of its heading; `''` before the first heading. */
  readonly title: string;
  /** What stands in it, without its heading. */
  readonly html: string;
}

/** Things of a page that are no text to be found: tools, drawings (their words stand beside them), letters of notes. */
const noText = '[data-pagefind-ignore], script, style, template, button, input, svg, .key, .vh';
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

  const sections: { id: string | undefined; title: string; html: string }[] = [{ id: undefined, title: '', html: '' }];
  const read = (node: Node): void => {
    const last = sections.at(-1);
    if (!last) return;
    if (!isElement(node)) {
      last.html += node.toString();
    } else if (isSectionHeading(node)) {
      sections.push({ id: node.id, title: textOf(node), html: '' });
    } else if (node.tagName === 'H1') {
      last.title = textOf(node);
    } else if (node.querySelector(heading)) {
      node.childNodes.forEach(read);
    } else {
      // Ids within a section would only make the index larger.
      for (const inner of [node, ...node.querySelectorAll('[id]')]) inner.removeAttribute('id');
      last.html += node.toString();
    }
  };
  body.childNodes.forEach(read);
  return sections.map(({ id, title, html: text }) => ({ id, title, html: text.trim() })).filter(({ id, title, html: text }) => id ?? (title || text));
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
