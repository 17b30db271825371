import type { Anatomy, Sent } from './model.ts';
import type { Strings } from './strings.ts';

/** A row of a table: texts with `code` between backticks; `code` marks a value to be set as code whole. */
export interface Row {
  readonly name: string;
  readonly value: string;
  readonly isCode: boolean;
  readonly note: string;
}

/** The table of parts. */
export function partRows({ parts }: Anatomy, text: Strings): readonly Row[] {
  return parts.map(({ name, value, isImplied, uses }) => ({
    name: text.names[name],
    value,
    isCode: true,
    note: [...(isImplied ? [text.implied] : []), ...(uses.length ? uses.map((use) => text.uses[use]) : [text.noUse])].join('; '),
  }));
}

/** The table of what is sent; empty for schemes that send no HTTP request, and for ports that browsers refuse. */
export function sentRows({ sent, origin }: Anatomy, text: Strings): readonly Row[] {
  if (!sent || (sent.isBadPort && !sent.isOpenInChromium)) return [];
  const row = (name: keyof Strings['facts'], value: string, isCode: boolean): Row => ({ name: text.facts[name], value, isCode, note: '' });
  return [
    row('origin', origin ?? text.opaque, origin !== null),
    row('lookUp', sent.lookUp ?? text.noLookUp, sent.lookUp !== null),
    row('connect', text.connectTo(sent.port, sent.isTls), false),
    row('sni', sent.sni ?? text.noSni(sent.isTls), sent.sni !== null),
    row('request', requestText(sent), true),
    row('referer', text.referers(sent.referer.sameOrigin, sent.referer.otherOrigin, sent.isTls), false),
  ];
}

function requestText({ requestLine, host }: Sent): string {
  return `${requestLine}\nHost: ${host}`;
}

/** What is to be said about the URL as a whole, one sentence each. */
export function remarks(result: Anatomy, text: Strings): readonly string[] {
  const { sent, href, changes, parts } = result;
  return [
    ...(changes.length ? [text.read(href), text.changed, ...changes.map((change) => text.changes[change])] : []),
    ...(sent?.isBadPort ? [sent.isOpenInChromium ? text.listedPort(sent.port) : text.badPort(sent.port)] : []),
    ...(sent ? [] : [text.notHttp(parts[0]?.value ?? '')]),
  ];
}
