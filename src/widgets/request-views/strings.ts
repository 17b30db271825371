import type { Localized } from '../../i18n/locales.ts';
import type { Views } from './model.ts';
import type { PaneName } from './panes.ts';
import type { Problem } from './request.ts';
import type { View } from './view.ts';

/**
 * What the element says. The page brings it along, in its language: no functions, `{name}` is filled in. Texts with
 * `code` between backticks.
 */
export interface Strings {
  readonly panes: Readonly<Record<PaneName, string>>;
  readonly short: Readonly<Record<keyof Views, string>>;
  readonly accepts: Readonly<Record<PaneName, string>>;
  readonly refuses: string;
  readonly spoilt: string;
  readonly says: string;
  readonly waits: Readonly<Record<'head' | 'body', string>>;
  readonly instead: Readonly<Record<NonNullable<View['instead']>, string>>;
  readonly continues: string;
  readonly restDropped: string;
  readonly restNext: string;
  readonly remark: string;
  readonly fates: Readonly<Record<'accepted' | 'refused' | 'waits' | 'itself', string>>;
  readonly fate: string;
  readonly path: string;
  /** Between the last two names of a list. */
  readonly and: string;
  readonly paths: string;
  readonly lost: string;
  readonly lostAll: string;
  readonly withH11: string;
  readonly withoutH11: string;
  readonly alike: string;
  readonly accessLog: string;
  readonly errorLog: string;
  readonly moreRows: string;
  readonly moreLines: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly field: string;
  readonly lit: string;
  readonly litIn: string;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly notLoaded: string;
}

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
    refuses: 'Refused with {status}. The program never hears of it.',
    spoilt: 'The program is called, but the client gets {status}.',
    says: 'Its words: `{words}`',
    waits: { head: 'It waits: the head of the request has no end yet.', body: 'It waits for the rest of the body. The program has been called, unless this is Nginx, which reads all of it first.' },
    instead: { trace: 'Apache answers `TRACE` by itself.', options: 'Apache answers by itself, without the program.', websocket: 'A WebSocket takes over; its scope is not simulated here.' },
    continues: 'First it sends `100 Continue`.',
    restDropped: 'The {n} bytes left over are thrown away: this worker closes after each answer.',
    restNext: 'The {n} bytes left over are the next request, if the connection stays.',
    remark: '{server}: {status}',
    fates: { accepted: 'let it in', refused: 'answer {status}', waits: 'wait for more', itself: 'answer without calling the program' },
    fate: '{servers}: {fate}.',
    path: '`{path}` for {servers}',
    and: ' and ',
    paths: 'The path is {each}.',
    lost: '`{name}` reaches {got}, and not {lost}.',
    lostAll: '`{name}` reaches none of them.',
    withH11: 'With h11, `{name}` is `{value}`.',
    withoutH11: 'With h11, there is no `{name}`, here `{value}`.',
    alike: 'They agree on this request.',
    accessLog: 'access.log',
    errorLog: 'error.log',
    moreRows: '… and {n} more.',
    moreLines: '… and {n} more lines.',
    facts: { method: 'method', path: 'path', query: 'query', version: 'version', host: 'host', scheme: 'scheme', peer: 'who is connected', server: 'where the server listens', mount: 'mount point', body: 'body' },
    field: 'field {name}',
    lit: 'Marked: {fact}. {counts}.',
    litIn: '{server}: {n}',
    problems: {
      text: 'The request is longer than 16,384 bytes; what is beyond is not sent.',
      peer: 'This is no IP address. Write one such as `203.0.113.7`; until then that one is used.',
      mount: 'A mount point begins with `/`, does not end with it, and holds letters, digits, `-`, `.`, `_` and `~`, such as `/shop`. Until then there is none.',
    },
    notLoaded: 'The models of the servers could not be loaded. Check your connection, and press Send again.',
  },
};
