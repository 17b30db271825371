import type { Localized } from '../../i18n/locales.ts';
import type { Change, Part, Use } from './model.ts';
import type { Reason } from './reason.ts';

/** Texts with `code` between backticks. */
export interface Strings {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  readonly because: string;
  readonly url: string;
  readonly examples: string;
  readonly show: string;
  readonly parts: string;
  readonly columns: readonly [string, string, string];
  readonly names: Readonly<Record<Part['name'], string>>;
  readonly uses: Readonly<Record<Use, string>>;
  readonly implied: string;
  readonly noUse: string;
  readonly read: (href: string) => string;
  readonly changed: string;
  readonly changes: Readonly<Record<Change, string>>;
  readonly sent: string;
  readonly facts: { readonly origin: string; readonly lookUp: string; readonly connect: string; readonly sni: string; readonly request: string; readonly referer: string };
  readonly noLookUp: string;
  readonly connectTo: (port: number, isTls: boolean) => string;
  readonly noSni: (isTls: boolean) => string;
  readonly referers: (same: string, other: string, isTls: boolean) => string;
  readonly opaque: string;
  readonly badPort: (port: number) => string;
  readonly listedPort: (port: number) => string;
  readonly notHttp: (scheme: string) => string;
  readonly invalid: string;
  readonly reasons: Readonly<Record<Reason['code'], (detail: string) => string>>;
}

const printable = (character: string): string =>
  character === ' ' ? 'a space' : character < ' ' || character === '\x7f' ? `the control character ${character.charCodeAt(0)}` : `\`${character}\``;

export const strings: Localized<Strings> = {
  en: {
    ask: 'A reader opens `https://shop.test:8443/books/42?fmt=json#reviews`. Which part does no server ever see?',
    options: ['the port, `8443`', 'the query, `fmt=json`', 'the fragment, `reviews`'],
    because:
      'The fragment stays in the browser: it chooses a place in the document that comes back. The port is part of `Host` when it is not the default, and the query is part of the request line.',
    url: 'URL',
    examples: 'Examples',
    show: 'Take apart',
    parts: 'The parts',
    columns: ['Part', 'Value', 'Goes to'],
    names: { scheme: 'scheme', username: 'user name', password: 'password', host: 'host', port: 'port', path: 'path', query: 'query', fragment: 'fragment' },
    uses: {
      transport: 'decides how to connect, and the default port',
      dns: 'the name system',
      connection: 'the TCP connection',
      sni: 'TLS: server name',
      'request-line': 'the request line',
      host: '`Host`',
      referer: '`Referer` of later requests',
      credentials: 'nowhere at first; `Authorization` if the server asks for it',
      nowhere: 'nowhere: it never leaves the browser',
    },
    implied: 'not written; implied by the scheme',
    noUse: 'to whatever handles this scheme',
    read: (href) => `The browser reads it as \`${href}\`.`,
    changed: 'On the way it changed something:',
    changes: {
      spaces: 'Spaces at the ends are dropped.',
      'line-breaks': 'Line breaks and tabs are dropped, wherever they are.',
      backslashes: 'In http and https a backslash is read as `/`.',
      case: 'Scheme and host are written in lower case; the path is not.',
      'default-port': 'The port is the default of the scheme: it is left out, in `Host` too.',
      dots: '`.` and `..` in the path are resolved before anything is sent.',
      ipv4: 'The host is a number in another spelling: it becomes an IPv4 address.',
      punycode: 'The name goes to the DNS in ASCII, as `xn--…` (punycode).',
      encoded: 'Characters that may not stand in a URL are sent percent-encoded, as UTF-8.',
      slashes: 'For http and https the number of slashes after the colon is set right.',
    },
    sent: 'What is sent for it',
    facts: { origin: 'Origin', lookUp: 'Name looked up', connect: 'Connection', sni: 'Server name in TLS', request: 'Request', referer: 'Referer of the next request' },
    noLookUp: 'none: the host is an address already',
    connectTo: (port, isTls) => `port ${port}, ${isTls ? 'TLS inside' : 'no TLS: everyone on the way can read it'}`,
    noSni: (isTls) => (isTls ? 'none: an address is no name' : 'none: there is no TLS'),
    referers: (same, other, isTls) => `\`${same}\` within the origin, \`${other}\` to another one${isTls ? ', none to `http`' : ''}`,
    opaque: 'opaque (no origin to compare)',
    badPort: (port) => `Browsers refuse port ${port}: it belongs to another protocol that an HTTP request could be used to attack. Chromium says \`ERR_UNSAFE_PORT\`, and nothing is sent.`,
    listedPort: (port) => `The Fetch Standard wants port ${port} refused, since it belongs to another protocol. Chromium 153 does not refuse it.`,
    notHttp: (scheme) => `The scheme is \`${scheme}\`: no HTTP request comes of it. If a host was meant, write \`https://\` before it.`,
    invalid: 'This is no URL.',
    reasons: {
      empty: () => 'There is nothing to read. Type a URL, such as `https://shop.test/books/42`.',
      'too-long': (limit) => `It is longer than ${limit} characters, which is as much as this page takes.`,
      'no-scheme': () => 'It has no scheme. By itself this is a relative reference, which needs a page to be relative to; write `https://` before it.',
      'no-host': () => 'It has no host. Write a name or an address after `//`.',
      'port-number': (port) => `\`${port}\` is no port: a port is a 16-bit number, 65535 at most.`,
      'port-text': (port) => `\`${port}\` is no port: a port is written in digits.`,
      ipv4: (host) => `The last label of \`${host}\` is a number, so the host must be an IPv4 address, and it is none: four numbers from 0 to 255.`,
      ipv6: (host) => `\`${host}\` is no IPv6 address: in brackets stand eight groups of hexadecimal digits, or fewer and one \`::\`.`,
      'host-character': (character) => `A host may not hold ${printable(character)}.`,
      other: (host) => `The browser refuses the host \`${host}\`.`,
    },
  },
};
