type Child = Node | string | false | undefined;
type Attributes = Readonly<Record<string, string | true | undefined>>;

/** Makes an element; strings become text, `undefined` attributes and children are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

/** Makes the children of a text with `code` between backticks, as the interface's texts have it. */
export function withCode(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [index, piece] of text.split('`').entries()) fragment.append(index % 2 ? h('code', {}, piece) : piece);
  return fragment;
}

/**
 * Finds what an explorer's markup must hold.
 * @throws Error when it does not
 */
export function need<T extends Element = HTMLElement>(root: Element, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`<${root.localName}>: the markup has no ${selector}.`);
  return found;
}
