/** Finds what a widget's markup must hold. @throws Error when it does not */
export function find<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The markup of this widget has no ${selector}.`);
  return found;
}

/** Reads the data that a widget's markup holds as JSON (`scriptJson`). */
export function dataIn<T>(root: ParentNode, selector: string): T {
  return JSON.parse(find(root, selector).textContent ?? '') as T;
}

type Child = Node | string | false | undefined;

/** Makes an element; strings become text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

/** An icon of the page's sprite. */
export function icon(name: 'yes' | 'no' | 'up' | 'down' | 'warn'): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('class', 'i');
  picture.setAttribute('viewBox', '0 0 20 20');
  picture.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#${name}`);
  picture.append(use);
  return picture;
}

/** A copy of what an element holds, as content for another place. */
export function contentOf(element: Element | null | undefined): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const node of element?.childNodes ?? []) copy.append(node.cloneNode(true));
  return copy;
}

/** The descendant with `data-option` of that value. */
export function option(root: ParentNode, value: string): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('[data-option]')].find((element) => element.dataset['option'] === value);
}
