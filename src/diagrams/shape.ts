/** An SVG element, as mermaid drew it or as it is written to a file. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

/** Makes an element; attributes that are `undefined` are left out. */
export function shape(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly (Shape | string)[] = [],
): Shape {
  const set = Object.entries(attributes).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return { tag, attributes: Object.fromEntries(set), children };
}

/** An attribute of a drawn element as text, empty when it has none. */
export function attribute(node: Shape, name: string): string {
  return String(node.attributes[name] ?? '');
}

/** An attribute as a number, 0 when it has none. */
export function numeric(node: Shape, name: string): number {
  return Number.parseFloat(attribute(node, name)) || 0;
}

/** True when the element has the class. */
export function hasClass(node: Shape, name: string): boolean {
  return attribute(node, 'class').split(/\s+/).includes(name);
}

/** Elements directly below. */
export function elements(node: Shape): readonly Shape[] {
  return node.children.filter((child): child is Shape => typeof child !== 'string');
}

/** The element and everything below it, in the order of the file. */
export function* everything(node: Shape): Generator<Shape> {
  yield node;
  for (const child of elements(node)) yield* everything(child);
}

/** Text of an element, as it is read. */
export function textOf(node: Shape): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Writes an element as XML, numbers rounded to one decimal. */
export function serialise(node: Shape): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeText(typeof value === 'number' ? round(value) : value)}"`);
  const inner = node.children.map((child) => (typeof child === 'string' ? escapeText(child) : serialise(child))).join('');
  const open = `<${node.tag}${attributes.join('')}`;
  return inner ? `${open}>${inner}</${node.tag}>` : `${open}/>`;
}

/** A number with at most one decimal. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** Rounds every number of path data or of a list of points; line commands lose needless spaces. */
export function roundPath(data: string): string {
  return data
    .replace(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi, (number) => round(Number(number)))
    .replace(/\s*([A-Za-z])\s*/g, '$1')
    .trim();
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
