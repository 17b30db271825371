/** Longest word that stays whole: it fits into a line of a 360 px screen, also in a list. */
const longest = 24;

interface Text {
  readonly type: 'text';
  readonly value: string;
}

interface Span {
  readonly type: 'element';
  readonly tagName: 'span';
  readonly properties: { readonly className: readonly string[] };
  readonly children: readonly Text[];
}

/** What an mdast node's `data` says about its HTML (hast). */
export interface CodeData {
  readonly hProperties?: { readonly className: readonly string[] };
  readonly hChildren?: readonly (Text | Span)[];
}

/**
 * Keeps option names such as `--threads` in one line. Browsers break a line after a hyphen, and CSS has no word
 * against it, so each short word with a hyphen gets the class `nowrap`. Longer ones may still be broken.
 * @returns data for a node of inline code; undefined when nothing in it could break at a hyphen
 */
export function codeWords(code: string): CodeData | undefined {
  const parts = code.split(/(\s+)/).filter((part) => part !== '');
  if (!parts.some(staysWhole)) return undefined;
  if (parts.length === 1) return { hProperties: { className: ['nowrap'] } };
  return { hChildren: parts.map((part) => (staysWhole(part) ? span(part) : text(part))) };
}

function staysWhole(word: string): boolean {
  return word.includes('-') && word.length <= longest;
}

function text(value: string): Text {
  return { type: 'text', value };
}

function span(value: string): Span {
  return { type: 'element', tagName: 'span', properties: { className: ['nowrap'] }, children: [text(value)] };
}
