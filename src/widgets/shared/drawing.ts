/** An element of a drawing that is made by the build, as markup, and again in the page, as elements. */
export interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly parts: readonly (Shape | string)[];
}

/** An element with its attributes and what it holds. */
export const shape = (name: string, attributes: Shape['attributes'], ...parts: Shape['parts']): Shape => ({ name, attributes, parts });

/** The drawing as markup. */
export function toMarkup({ name, attributes, parts }: Shape): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${said.join('')}>${parts.map((part) => (typeof part === 'string' ? escaped(part) : toMarkup(part))).join('')}</${name}>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The drawing as elements of this page. */
export function toElement({ name, attributes, parts }: Shape): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...parts.map((part) => (typeof part === 'string' ? part : toElement(part))));
  return element;
}
