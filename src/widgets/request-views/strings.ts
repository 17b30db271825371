import type { Localized } from '../../i18n/locales.ts';
import type { Views } from './model.ts';
import type { PaneName } from './panes.ts';
import type { Problem } from './settings.ts';
import type { View } from './view.ts';

/** Texts with `code` between backticks. */
export interface Strings {
  readonly panes: Readonly<Record<PaneName, string>>;
  readonly short: Readonly<Record<keyof Views, string>>;
  readonly accepts: Readonly<Record<PaneName, string>>;
  readonly refuses: (status: number) => string;
  readonly spoilt: (status: number) => string;
  readonly says: (words: string) => string;
  readonly waits: Readonly<Record<'head' | 'body', string>>;
  readonly instead: Readonly<Record<NonNullable<View['instead']>, string>>;
  readonly continues: string;
  readonly rest: (bytes: number, isDropped: boolean) => string;
  readonly remark: (server: string, status: number) => string;
  readonly fates: { readonly accepted: string; readonly refused: (status: number) => string; readonly waits: string; readonly itself: string };
  readonly fate: (servers: readonly string[], fate: string) => string;
  readonly path: (path: string, servers: readonly string[]) => string;
  readonly paths: (each: readonly string[]) => string;
  readonly lost: (name: string, got: readonly string[], lost: readonly string[]) => string;
  readonly withH11: (name: string, value: string) => string;
  readonly withoutH11: (name: string, value: string) => string;
  readonly alike: string;
  readonly accessLog: string;
  readonly errorLog: string;
  readonly moreRows: (count: number) => string;
  readonly moreLines: (count: number) => string;
  readonly facts: Readonly<Record<string, string>>;
  readonly field: (name: string) => string;
  readonly lit: (fact: string, counts: readonly string[]) => string;
  readonly litIn: (server: string, count: number) => string;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly notLoaded: string;
}

const list = (names: readonly string[]): string => (names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : (names[0] ?? ''));

export const strings: Localized<Strings> = {
  en: {
    panes: { nginx: 'Nginx: variables and logs', cgi: 'CGI: variables and standard input', wsgi: 'WSGI: environ', asgi: 'ASGI: scope and first event' },
    short: { nginx: 'Nginx', cgi: 'Apache with CGI', wsgi: 'Gunicorn', asgi: 'Uvicorn', asgiH11: 'Uvicorn with h11' },
    accepts: {
      nginx: 'Nginx takes it, and passes it on.',
      cgi: 'Apache takes it, and starts the program.',
      wsgi: 'Gunicorn takes it, and calls the application.',
      asgi: 'Uvicorn takes it, and calls the application.',
    },
    refuses: (status) => `Refused with ${status}. The program never hears of it.`,
    spoilt: (status) => `The program is called, but the client gets ${status}.`,
    says: (words) => `Its words: \`${words}\``,
    waits: { head: 'It waits: the head of the request has no end yet.', body: 'It waits for the rest of the body. The program has been called, unless this is Nginx, which reads all of it first.' },
    instead: { trace: 'Apache answers `TRACE` by itself.', options: 'Apache answers by itself, without the program.', websocket: 'A WebSocket takes over; its scope is not simulated here.' },
    continues: 'First it sends `100 Continue`.',
    rest: (bytes, isDropped) => (isDropped ? `The ${bytes} bytes left over are thrown away: this worker closes after each answer.` : `The ${bytes} bytes left over are the next request, if the connection stays.`),
    remark: (server, status) => `${server}: ${status}`,
    fates: { accepted: 'let it in', refused: (status) => `answer ${status}`, waits: 'wait for more', itself: 'answer without calling the program' },
    fate: (servers, fate) => `${list(servers)}: ${fate}.`,
    path: (path, servers) => `\`${path}\` for ${list(servers)}`,
    paths: (each) => `The path is ${each.join('; ')}.`,
    lost: (name, got, lost) => (got.length ? `\`${name}\` reaches ${list(got)}, and not ${list(lost)}.` : `\`${name}\` reaches none of them.`),
    withH11: (name, value) => `With h11, \`${name}\` is \`${value}\`.`,
    withoutH11: (name, value) => `With h11, there is no \`${name}\`, here \`${value}\`.`,
    alike: 'They agree on this request.',
    accessLog: 'access.log',
    errorLog: 'error.log',
    moreRows: (count) => `… and ${count} more.`,
    moreLines: (count) => `… and ${count} more lines.`,
    facts: { method: 'method', path: 'path', query: 'query', version: 'version', host: 'host', scheme: 'scheme', peer: 'who is connected', server: 'where the server listens', mount: 'mount point', body: 'body' },
    field: (name) => `field ${name}`,
    lit: (fact, counts) => `Marked: ${fact}. ${counts.join(', ')}.`,
    litIn: (server, count) => `${server}: ${count}`,
    problems: {
      text: 'The request is longer than 16,384 bytes; what is beyond is not sent.',
      peer: 'This is no IP address. Write one such as `203.0.113.7`; until then that one is used.',
      mount: 'A mount point begins with `/`, does not end with it, and holds letters, digits, `-`, `.`, `_` and `~`, such as `/shop`. Until then there is none.',
    },
    notLoaded: 'The models of the servers could not be loaded. Check your connection, and press Send again.',
  },
};
