import type { Localized } from '../../i18n/locales.ts';
import type { NotSimulatedReason } from './errors.ts';
import type { Found } from './files.ts';
import type { LocationName, Outcome } from './model.ts';
import type { Change, TargetFault } from './request-target.ts';

/** What the element says. Texts with `code` between backticks. */
export interface Strings {
  readonly toLine: (line: number) => string;
  /** What a location is called in a sentence. */
  readonly location: (location: LocationName) => string;
  readonly outcome: (outcome: Outcome, status: number | null) => string;
  readonly by: (location: LocationName | null) => string;
  readonly leftOut: (directives: string) => string;
  readonly declined: Readonly<Record<NotSimulatedReason, (what: string) => string>>;
  readonly faults: Readonly<Record<TargetFault, string>>;
  readonly changes: Readonly<Record<Change, string>>;
  readonly unchanged: string;
  readonly path: (uri: string, args: string) => string;
  readonly found: Readonly<Record<Found, string>>;
  readonly line: (line: number) => string;
  readonly steps: {
    readonly refused: string;
    readonly normalised: string;
    readonly exact: string;
    readonly prefixText: string;
    readonly nested: string;
    readonly nestedText: string;
    readonly regexSkipped: string;
    readonly regexNo: string;
    readonly regexYes: (captures: string) => string;
    readonly chosen: string;
    readonly noLocation: string;
    readonly noLocationText: string;
    readonly slash: string;
    readonly slashText: string;
    readonly internalOnly: string;
    readonly internalOnlyText: string;
    readonly notSimulated: (directive: string) => string;
    readonly notSimulatedText: string;
    readonly noValue: (variable: string) => string;
    readonly noValueText: string;
    readonly rewrite: (uri: string, args: string) => string;
    readonly rewriteNo: (pattern: string) => string;
    readonly rewriteRedirect: (status: number, url: string) => string;
    readonly flags: Readonly<Record<string, string>>;
    readonly again: string;
    readonly againText: (uri: string) => string;
    readonly cycle: string;
    readonly cycleText: string;
    readonly returns: (status: number) => string;
    readonly tries: (path: string, wanted: string) => string;
    readonly wanted: Readonly<Record<'file' | 'directory', string>>;
    readonly tryLast: (parameter: string) => string;
    readonly proxy: Readonly<Record<'as-received' | 'replaced' | 'variables' | 'normalised', string>>;
    readonly proxied: (target: string) => string;
    readonly index: string;
    readonly looked: (path: string) => string;
    readonly noIndex: string;
    readonly noIndexText: (path: string) => string;
    readonly aliasAfterRewrite: string;
    readonly aliasAfterRewriteText: string;
    readonly badUpstream: string;
    readonly badUpstreamText: (url: string) => string;
    readonly errorPage: (status: number, page: string) => string;
    readonly internalRedirect: string;
    readonly internalRedirectText: (uri: string) => string;
    readonly named: (name: string, found: boolean) => string;
    readonly emptyUri: string;
    readonly emptyUriText: string;
    readonly breaks: string;
    readonly closed: (status: number) => string;
  };
}

const shown: Readonly<Record<string, string>> = { '\r': '␍', '\n': '␊', '`': "'" };
/** Bytes as code, control characters visible. */
const code = (text: string): string => `\`${text.replace(/[\r\n`]/g, (byte) => shown[byte] ?? byte).replace(/[\x00-\x1f\x7f]/g, '␣')}\``;

export const strings: Localized<Strings> = {
  en: {
    toLine: (line) => `Go to line ${line}`,
    location: ({ modifier, pattern }) => code(`location ${modifier}${modifier === '' ? '' : ' '}${pattern === '' ? '""' : pattern}`),
    outcome: (outcome, status) => {
      switch (outcome.kind) {
        case 'proxy':
          return `The app is asked for ${code(outcome.target)}.`;
        case 'file':
          return `The file ${code(outcome.path)} is sent, with status ${status ?? 200}.`;
        case 'error':
          return status === null ? `The connection is closed without an answer (${outcome.status}).` : `Nginx answers ${outcome.status}.`;
        case 'return': {
          if (status === null) return `The connection is closed without an answer (${outcome.status}).`;
          const { location, body } = outcome;
          if (location !== undefined) return `Nginx answers ${outcome.status}, with the field ${code(`Location: ${location}`)}.`;
          return body === undefined ? `Nginx answers ${outcome.status}.` : `Nginx answers ${outcome.status} with the text ${body === '' ? 'of no characters' : code(body)}.`;
        }
      }
    },
    by: (location) => (location === null ? 'No location had a part in it: the server itself decided.' : `It comes from line ${location.line}.`),
    leftOut: (directives) => `Not simulated: ${directives}. What these would change is not shown.`,
    declined: {
      'config-too-long': (limit) => `The configuration is longer than ${limit} bytes, which is as much as this page takes.`,
      'target-too-long': (limit) => `The target is longer than ${limit} bytes, which is as much as this page takes.`,
      'files-too-many': (limit) => `These are more than ${limit} files, which is as many as this page takes.`,
      'line-break': () => 'A target cannot hold a line break: the request line ends there. Write `%0A` to send one.',
      'regex-feature': (what) => `Nginx knows ${code(what)} in a regular expression; this page does not. Write the expression without it.`,
      'regex-budget': (what) => `The expression ${code(what)} tries so many ways to match this path that the page gave up. Repetition inside repetition does that, in Nginx too.`,
    },
    faults: {
      shape: 'A target begins with `/`, or is a whole URL.',
      space: 'There is a space in it: the request line has one word too many. Write `%20`.',
      control: 'There is a control character in it.',
      percent: 'A `%` is not followed by two hexadecimal digits.',
      null: '`%00` is refused everywhere.',
      'above-root': 'Its `..` lead above the root.',
      host: 'Its host is none.',
    },
    changes: {
      decoded: 'what was percent-encoded is decoded',
      slashes: 'doubled slashes become one',
      dots: '`.` and `..` are resolved',
      fragment: 'what follows `#` is dropped',
    },
    unchanged: 'Nothing needs to be changed.',
    path: (uri, args) => `Compared is the path ${code(uri)}${args === '' ? '' : `, without the query ${code(args)}`}.`,
    found: { file: 'It is a file.', directory: 'It is a folder.', missing: 'Nothing is there.', 'not-a-directory': 'A file stands where a folder should be.', 'name-too-long': 'The name is too long.' },
    line: (line) => `line ${line}`,
    steps: {
      refused: 'The target is refused',
      normalised: 'The path is prepared',
      exact: 'It equals the path, and wins at once.',
      prefixText: 'It fits: remembered, unless a longer one follows.',
      nested: 'Inside',
      nestedText: 'The locations inside it are looked through in the same way.',
      regexSkipped: 'Not tried: the longest prefix has `^~`.',
      regexNo: 'Does not match.',
      regexYes: (captures) => `Matches: it takes the request.${captures === '' ? '' : ` Captured: ${captures}.`}`,
      chosen: 'This location has the request now.',
      noLocation: 'No location fits',
      noLocationText: 'The server’s own directives apply.',
      slash: 'A slash is missing',
      slashText: 'The path only lacks the slash of this location, which passes requests on: the visitor is sent there.',
      internalOnly: 'It is `internal`',
      internalOnlyText: 'Only Nginx itself may lead here. For a visitor it does not exist.',
      notSimulated: (directive) => `\`${directive}\` is not simulated`,
      notSimulatedText: 'What it would change is not shown.',
      noValue: (variable) => `\`$${variable}\` has no value here`,
      noValueText: 'This page does not know it; it is taken as empty.',
      rewrite: (uri, args) => `The path is now ${code(uri)}${args === '' ? '' : `, the query ${code(args)}`}.`,
      rewriteNo: (pattern) => `${code(pattern)} does not match.`,
      rewriteRedirect: (status, url) => `A redirect, ${status}, to ${code(url)}.`,
      flags: { none: 'The next rewrite sees the new path.', last: '`last`: a location is chosen again.', break: '`break`: it stays in this location.' },
      again: 'The path has changed',
      againText: (uri) => `A location is looked for again, for ${code(uri)}.`,
      cycle: 'It goes in a circle',
      cycleText: 'After ten changes of location Nginx gives up.',
      returns: (status) => `The answer is ${status}. Nothing after it counts.`,
      tries: (path, wanted) => `Is ${code(path)} ${wanted}?`,
      wanted: { file: 'a file', directory: 'a folder' },
      tryLast: (parameter) => `${code(parameter)} is the last: it is not looked for, it is where the request goes.`,
      proxy: {
        'as-received': 'It names no path: the target goes on as it came.',
        replaced: 'Its path takes the place of the location’s prefix; the rest is encoded again.',
        variables: 'It has variables: what they make is sent as it is.',
        normalised: 'The path has changed on the way: the new one is encoded and sent.',
      },
      proxied: (target) => `The app is asked for ${code(target)}.`,
      index: 'An index file',
      looked: (path) => `Nginx opens ${code(path)}.`,
      noIndex: 'A folder without index',
      noIndexText: (path) => `${code(path)} is not listed unless Nginx is told to: 403.`,
      aliasAfterRewrite: '`alias` after a rewrite',
      aliasAfterRewriteText: 'The path no longer begins with the location’s prefix, so there is nothing to replace.',
      badUpstream: 'No upstream',
      badUpstreamText: (url) => `${code(url)} is no address to pass a request on to.`,
      errorPage: (status, page) => `Status ${status} is answered by ${code(page)}.`,
      internalRedirect: 'Inside again',
      internalRedirectText: (uri) => `Nginx asks itself for ${code(uri)}; the search begins anew.`,
      named: (name, found) => (found ? `The request goes to ${code(name)}, its path unchanged.` : `There is no ${code(name)}.`),
      emptyUri: 'The path is empty',
      emptyUriText: 'Nothing can be looked for.',
      breaks: 'The rewrites of this block end here.',
      closed: (status) => `Status ${status} means: close the connection, say nothing.`,
    },
  },
};
