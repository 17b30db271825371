import { reasonFor, type Reason } from './reason.ts';
import { badPorts, defaultPorts, openInChromium } from './ports.ts';

/** The longest text that is taken apart, in characters. */
export const urlLimit = 2048;

/** Where a part of a URL goes, or what it decides. `nowhere`: it never leaves the browser. */
export type Use = 'transport' | 'dns' | 'connection' | 'sni' | 'request-line' | 'host' | 'referer' | 'credentials' | 'nowhere';

/** A part of a URL as the browser sees it. */
export interface Part {
  readonly name: 'scheme' | 'username' | 'password' | 'host' | 'port' | 'path' | 'query' | 'fragment';
  /** The value as the browser keeps it, such as `xn--…` for a name that is not ASCII. */
  readonly value: string;
  /** The value is implied by the scheme: the port that nobody wrote, the path `/`. */
  readonly isImplied: boolean;
  readonly uses: readonly Use[];
}

/** What the browser changed while it read the text. */
export type Change = 'spaces' | 'line-breaks' | 'backslashes' | 'case' | 'default-port' | 'dots' | 'ipv4' | 'punycode' | 'encoded' | 'slashes';

/** A URL taken apart. All values are those of the browser's own `URL`. */
export interface Anatomy {
  readonly kind: 'url';
  /** The URL as the browser writes it. */
  readonly href: string;
  readonly parts: readonly Part[];
  /** `scheme://host[:port]`; `null` for schemes without one (opaque). */
  readonly origin: string | null;
  /** Only for http, https, ws and wss; other schemes send no HTTP request. */
  readonly sent: Sent | null;
  readonly changes: readonly Change[];
}

/** What a GET request for the URL carries, and whom it is for. */
export interface Sent {
  /** Name that is looked up; `null` when the host is an address already. */
  readonly lookUp: string | null;
  readonly port: number;
  /** The port is on the list of those that browsers refuse. */
  readonly isBadPort: boolean;
  /** It is on that list, and Chromium lets it through. */
  readonly isOpenInChromium: boolean;
  readonly isTls: boolean;
  /** Name in the TLS ClientHello; `null` without TLS and for addresses (RFC 6066 §3: names only). */
  readonly sni: string | null;
  /** HTTP/1.1; HTTP/2 and 3 send the same as `:method` and `:path`. */
  readonly requestLine: string;
  readonly host: string;
  /** What the next request carries when the reader follows a link from here, by `strict-origin-when-cross-origin`. */
  readonly referer: { readonly sameOrigin: string; readonly otherOrigin: string };
}

/** A text that is no URL. */
export interface NoUrl {
  readonly kind: 'invalid';
  readonly reason: Reason;
}

/**
 * Takes a URL apart as the browser does, by its own `URL`.
 * @param text what a reader typed; at most {@link urlLimit} characters
 */
export function anatomy(text: string): Anatomy | NoUrl {
  if (text.length > urlLimit) return { kind: 'invalid', reason: { code: 'too-long', detail: String(urlLimit) } };
  const url = URL.parse(text);
  if (!url) return { kind: 'invalid', reason: reasonFor(text) };
  const isHttp = /^(?:https?|wss?):$/.test(url.protocol);
  return {
    kind: 'url',
    href: url.href,
    parts: partsOf(url, isHttp),
    origin: url.origin === 'null' ? null : url.origin,
    sent: isHttp ? sentFor(url) : null,
    changes: changesIn(text, url),
  };
}

function partsOf(url: URL, isHttp: boolean): readonly Part[] {
  const scheme = url.protocol.slice(0, -1);
  const standard = defaultPorts[scheme];
  const http = (...uses: readonly Use[]): readonly Use[] => (isHttp ? uses : []);
  const all: readonly (Part | undefined)[] = [
    { name: 'scheme', value: scheme, isImplied: false, uses: http('transport') },
    part('username', url.username, http('credentials')),
    part('password', url.password, http('credentials')),
    part('host', url.hostname, isAddress(url.hostname) ? http('connection', 'host', 'referer') : http('dns', 'sni', 'host', 'referer')),
    url.port || standard === undefined
      ? part('port', url.port, http('connection', 'host', 'referer'))
      : { name: 'port', value: String(standard), isImplied: true, uses: http('connection') },
    part('path', url.pathname, http('request-line', 'referer')),
    part('query', url.search, http('request-line', 'referer')),
    part('fragment', url.hash, ['nowhere']),
  ];
  return all.filter((candidate) => candidate !== undefined);
}

function part(name: Part['name'], value: string, uses: readonly Use[]): Part | undefined {
  return value ? { name, value, isImplied: false, uses } : undefined;
}

function sentFor(url: URL): Sent {
  const scheme = url.protocol.slice(0, -1);
  const port = Number(url.port || defaultPorts[scheme]);
  const isTls = scheme === 'https' || scheme === 'wss';
  const name = isAddress(url.hostname) ? null : url.hostname;
  return {
    lookUp: name,
    port,
    isBadPort: badPorts.has(port),
    isOpenInChromium: openInChromium.has(port),
    isTls,
    // The final dot of a name belongs to the DNS, not to the name that the server knows itself by.
    sni: isTls && name !== null ? name.replace(/\.$/, '') : null,
    requestLine: `GET ${url.pathname}${url.search} HTTP/1.1`,
    host: url.host,
    referer: { sameOrigin: `${url.origin}${url.pathname}${url.search}`, otherOrigin: `${url.origin}/` },
  };
}

/** True for the hosts that need no look-up: `192.0.2.10` and `[2001:db8::1]`. */
function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname);
}

function changesIn(text: string, url: URL): readonly Change[] {
  const trimmed = text.replace(/^[\0- ]+|[\0- ]+$/g, '');
  const bare = trimmed.replace(/[\t\n\r]/g, '');
  const isSpecial = url.protocol.slice(0, -1) in defaultPorts;
  const [, scheme = '', after = ''] = /^([^:]*):(.*)$/s.exec(bare) ?? [];
  const authority = /^[\\/]*([^\\/?#]*)/.exec(after)?.[1] ?? '';
  const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '');
  const before = after.replace(/[?#].*$/s, '');
  const rules: readonly (readonly [Change, boolean])[] = [
    ['spaces', trimmed !== text],
    ['line-breaks', bare !== trimmed],
    ['slashes', isSpecial && !/^[\\/]{2}(?![\\/])/.test(after)],
    ['backslashes', isSpecial && before.includes('\\')],
    ['case', scheme !== scheme.toLowerCase() || (isSpecial && /[A-Z]/.test(host) && url.hostname === host.toLowerCase())],
    ['default-port', isSpecial && url.port === '' && /:\d+$/.test(authority)],
    ['ipv4', isAddress(url.hostname) && !url.hostname.startsWith('[') && host !== url.hostname],
    ['punycode', /[^\0-\x7f]/.test(host) && url.hostname.includes('xn--')],
    ['dots', /(?:^|[\\/])(?:\.|%2e){1,2}(?:[\\/]|$)/i.test(before.slice(before.indexOf(authority) + authority.length))],
    ['encoded', /[^\0-\x7f]| |["<>`{}]/.test(bare.slice(bare.indexOf(authority) + authority.length)) && url.href.includes('%')],
  ];
  return rules.filter(([, holds]) => holds).map(([change]) => change);
}
