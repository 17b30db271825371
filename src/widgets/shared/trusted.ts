/**
 * The one place where a text becomes markup or the address of a script. Browsers with Trusted Types take these only from
 * the policy `request-path`, which `src/server/policy.ts` names; the others get the same texts, checked in the same way.
 */

/** What is used of the browser's Trusted Types; TypeScript's own list of the browser's interfaces lacks it. */
interface TrustedTypes {
  createPolicy(name: string, rules: Record<'createHTML' | 'createScriptURL', (text: string) => string>): Rules;
}
type Rules = Readonly<Record<'createHTML' | 'createScriptURL', (text: string) => string>>;

const rules: Rules = { createHTML: checkedMarkup, createScriptURL: checkedScript };
let policy: Rules | undefined;

function trusted(): Rules {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return (policy ??= trustedTypes?.createPolicy('request-path', rules) ?? rules);
}

/**
 * The address of a script of this site, for `new Worker` and the like.
 * @throws TypeError for a script of another site
 */
export const ownScript = (address: string): string => trusted().createScriptURL(address);

/**
 * Elements of markup that the build of this site wrote and that was fetched.
 * @throws TypeError when it holds anything that a question has not
 */
export function ownMarkup(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = trusted().createHTML(html);
  return template.content;
}

function checkedScript(address: string): string {
  const { href, origin } = new URL(address, location.href);
  if (origin !== location.origin) throw new TypeError(`${origin} is another site, and scripts come from this one only.`);
  return href;
}

/**
 * A tag as the build writes it, of an element that shows text or asks for an answer. Attributes stand in double quotes;
 * none of them is a handler, a style, or an address to fetch or send to, and links lead to this site.
 */
const tag =
  /<\/?(?:a|b|button|code|details|div|em|fieldset|form|h3|header|input|kbd|label|legend|li|ol|option|output|p|pre|q|samp|section|select|small|span|strong|sub|summary|sup|svg|table|tbody|td|th|thead|tr|ul|use|var)(?:\s+(?:href="(?:#[^"]*|\/(?:[\w.-][^"]*)?)"|(?:aria-[a-z]+|auto(?:capitalize|complete|correct)|checked|class|colspan|data-[a-z-]+|dir|disabled|for|hidden|id|inputmode|lang|maxlength|name|open|role|rowspan|scope|selected|spellcheck|start|tabindex|title|type|value|viewBox)(?:="[^"]*")?))*\s*\/?>/g;

/** Markup in which every `<` begins such a tag. @throws TypeError otherwise, with the place */
export function checkedMarkup(html: string): string {
  const rest = html.replace(tag, '');
  const at = rest.indexOf('<');
  if (at >= 0) throw new TypeError(`No question has markup like ${rest.slice(at, at + 60)}`);
  return html;
}
