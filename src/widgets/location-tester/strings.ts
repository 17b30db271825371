import type { Localized } from '../../i18n/locales.ts';
import type { NotSimulatedReason } from './errors.ts';
import type { Found } from './files.ts';
import type { Change, TargetFault } from './request-target.ts';

/**
 * What the element says. Plain texts with places (`{path}`) and `code` between backticks: they come to the element
 * with the page, in its language, so that the script holds none. What fills a place brings its own backticks.
 */
export interface Strings {
  readonly toLine: string;
  readonly outcomes: Readonly<Record<'proxy' | 'file' | 'status' | 'text' | 'noText' | 'location' | 'closed', string>>;
  readonly byLine: string;
  readonly byServer: string;
  readonly leftOut: string;
  readonly declined: Readonly<Record<NotSimulatedReason, string>>;
  readonly faults: Readonly<Record<TargetFault, string>>;
  readonly changes: Readonly<Record<Change, string>>;
  readonly unchanged: string;
  readonly path: string;
  readonly withQuery: string;
  readonly found: Readonly<Record<Found, string>>;
  readonly line: string;
  /** Steps that have a title of their own: title and text. */
  readonly titled: Readonly<
    Record<
      'again' | 'alias-after-rewrite' | 'bad-upstream' | 'cycle' | 'empty-uri' | 'internal-only' | 'internal-redirect' | 'no-index' | 'no-location' | 'no-value' | 'not-simulated' | 'slash-redirect',
      readonly [title: string, text: string]
    >
  >;
  readonly titles: Readonly<Record<'refused' | 'normalised' | 'index', string>>;
  readonly steps: Readonly<
    Record<
      'exact' | 'prefix' | 'regex-skipped' | 'regex-no' | 'regex-yes' | 'nested' | 'chosen' | 'captured' | 'rewrite' | 'rewrite-query' | 'rewrite-no' | 'rewrite-redirect' | 'return' | 'break' | 'try-file' | 'try-directory' | 'try-last' | 'proxy' | 'looked' | 'error-page' | 'named' | 'no-named' | 'closed',
      string
    >
  >;
  readonly flags: Readonly<Record<'none' | 'last' | 'break', string>>;
  readonly proxies: Readonly<Record<'as-received' | 'replaced' | 'variables' | 'normalised', string>>;
}

export const strings: Localized<Strings> = {
  en: {
    toLine: 'Go to line {line}',
    outcomes: {
      proxy: 'The app is asked for {target}.',
      file: 'The file {path} is sent, with status {status}.',
      status: 'Nginx answers {status}.',
      text: 'Nginx answers {status} with the text {body}.',
      noText: 'Nginx answers {status} with an empty text.',
      location: 'Nginx answers {status}, with the field {field}.',
      closed: 'The connection is closed without an answer ({status}).',
    },
    byLine: 'It comes from line {line}.',
    byServer: 'No location had a part in it: the server itself decided.',
    leftOut: 'Not simulated: {directives}. What these would change is not shown.',
    declined: {
      'config-too-long': 'The configuration is longer than {what} bytes, which is as much as this page takes.',
      'target-too-long': 'The target is longer than {what} bytes, which is as much as this page takes.',
      'files-too-many': 'These are more than {what} files, which is as many as this page takes.',
      'line-break': 'A target cannot hold a line break: the request line ends there. Write `%0A` to send one.',
      'regex-feature': 'Nginx knows {code} in a regular expression; this page does not. Write the expression without it.',
      'regex-budget': 'The expression {code} tries so many ways to match this path that the page gave up. Repetition inside repetition does that, in Nginx too.',
    },
    faults: {
      shape: 'A target begins with `/`, or is a whole URL.',
      space: 'There is a space in it: the request line has one word too many. Write `%20`.',
      control: 'There is a control character in it.',
      percent: 'A `%` is not followed by two hexadecimal digits.',
      null: '`%00` is refused everywhere.',
      'above-root': 'Its `..` lead above the root.',
      host: 'What stands in the place of the host is no valid host.',
    },
    changes: {
      decoded: 'What was percent-encoded is decoded.',
      slashes: 'Doubled slashes become one.',
      dots: '`.` and `..` are resolved.',
      fragment: 'What follows `#` is dropped.',
    },
    unchanged: 'Nothing needs to be changed.',
    path: 'The locations are compared with the path {path}.',
    withQuery: 'The locations are compared with the path {path}, without the query {query}.',
    found: { file: 'It is a file.', directory: 'It is a folder.', missing: 'Nothing is there.', 'not-a-directory': 'A file stands where a folder should be.', 'name-too-long': 'The name is too long.' },
    line: '{what}, line {line}',
    titled: {
      again: ['The path has changed', 'A location is looked for again, for {uri}.'],
      'alias-after-rewrite': ['`alias` after a rewrite', 'The path no longer begins with the location’s prefix, so there is nothing to replace.'],
      'bad-upstream': ['No upstream', '{url} is no address to pass a request on to.'],
      cycle: ['It goes in a circle', 'After ten changes of location Nginx gives up.'],
      'empty-uri': ['The path is empty', 'Nothing can be looked for.'],
      'internal-only': ['It is `internal`', 'Only Nginx itself may lead here. For a visitor it does not exist.'],
      'internal-redirect': ['Inside again', 'Nginx asks itself for {uri}; the search begins anew.'],
      'no-index': ['A folder without index', '{path} is not listed unless Nginx is told to: 403.'],
      'no-location': ['No location fits', 'The server’s own directives apply.'],
      'no-value': ['{variable} has no value here', 'This page does not know it; it is taken as empty.'],
      'not-simulated': ['{directive} is not simulated', 'What it would change is not shown.'],
      'slash-redirect': ['A slash is missing', 'The path only lacks the slash of this location, which passes requests on: the visitor is sent there.'],
    },
    titles: { refused: 'The target is refused', normalised: 'The path is prepared', index: 'An index file' },
    steps: {
      exact: 'It equals the path, and wins at once.',
      prefix: 'It fits: remembered, unless a longer one follows.',
      'regex-skipped': 'Not tried: the longest prefix has `^~`.',
      'regex-no': 'Does not match.',
      'regex-yes': 'Matches: it takes the request.',
      nested: 'The locations inside it are looked through in the same way.',
      chosen: 'This location has the request now.',
      captured: 'Captured: {captures}.',
      rewrite: 'The path is now {uri}.',
      'rewrite-query': 'The path is now {uri}, the query {args}.',
      'rewrite-no': '{pattern} does not match.',
      'rewrite-redirect': 'A redirect, {status}, to {url}.',
      return: 'The answer is {status}. Nothing after it counts.',
      break: 'The rewrites of this block end here.',
      'try-file': 'Is {path} a file?',
      'try-directory': 'Is {path} a folder?',
      'try-last': '{parameter} is the last: it is not looked for, it is where the request goes.',
      proxy: 'The app is asked for {target}.',
      looked: 'Nginx opens {path}.',
      'error-page': 'Status {status} is answered by {page}.',
      named: 'The request goes to {name}, with its path unchanged.',
      'no-named': 'There is no {name}.',
      closed: 'Status {status} means: close the connection, say nothing.',
    },
    flags: { none: 'The next rewrite sees the new path.', last: '`last`: a location is chosen again.', break: '`break`: it stays in this location.' },
    proxies: {
      'as-received': 'It names no path: the target goes on as it came.',
      replaced: 'Its path takes the place of the location’s prefix; the rest is encoded again.',
      variables: 'It has variables: what they make is sent as it is.',
      normalised: 'The path has changed on the way: the new one is encoded and sent.',
    },
  },
};
