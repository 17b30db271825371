/** A start tag of HTML, taken apart. */
export interface StartTag {
  readonly name: string;
  /** Names and values as they are written, references and all; `undefined` for an attribute without value. */
  readonly attributes: readonly (readonly [name: string, value: string | undefined])[];
  readonly selfClosing: boolean;
}

const startTag = /<([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/g;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Gives every start tag of HTML to a function and puts what it returns in its place; `undefined` leaves a tag as it is.
 * The HTML must be such as Astro writes it: no `<` in text or in attributes, no scripts.
 */
export function replaceStartTags(html: string, replace: (tag: StartTag) => string | undefined): string {
  return html.replace(startTag, (whole, name: string, rest: string, slash: string) => {
    const attributes = [...rest.matchAll(attribute)].map(([, key = '', double, single, bare]) => [key, double ?? single ?? bare] as const);
    return replace({ name, attributes, selfClosing: slash === '/' }) ?? whole;
  });
}

/** Writes a start tag with its values in double quotes. */
export function writeStartTag({ name, attributes, selfClosing }: StartTag): string {
  const written = attributes.map(([key, value]) => (value === undefined ? ` ${key}` : ` ${key}="${value.replaceAll('"', '&quot;')}"`));
  return `<${name}${written.join('')}${selfClosing ? ' /' : ''}>`;
}
