import type { Localized } from '../../i18n/locales.ts';
import type { PresetName } from './presets.ts';

/** What stands in the page from the beginning; the element needs none of it. Texts with `code` between backticks. */
export interface PageStrings {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  readonly because: string;
  readonly preset: string;
  readonly presets: Readonly<Record<PresetName, string>>;
  readonly request: string;
  readonly requestHelp: string;
  readonly connection: string;
  readonly peer: string;
  readonly peerHelp: string;
  readonly scheme: string;
  readonly mount: string;
  readonly mountHelp: string;
  readonly show: string;
  readonly mark: string;
  readonly sent: string;
  readonly sentHelp: string;
  readonly differ: string;
  readonly columns: readonly [string, string];
}

export const pageStrings: Localized<PageStrings> = {
  en: {
    ask: 'A client sends two fields: `X-User-Id: 7` and, with underscores, `X_User_Id: 8`. Each of these servers is asked directly. Which program is given the second one?',
    options: ['All of them.', 'The WSGI and the CGI program: both names become `HTTP_X_USER_ID`.', 'The ASGI application only.'],
    because:
      'CGI and WSGI hand fields over as variables, where a hyphen becomes an underscore: the two names would meet in one variable, and anybody could write into a field that a proxy is trusted to set. So Apache and Gunicorn drop the second, and Nginx drops it before it passes a request on. A scope holds the names as they were sent, so Uvicorn drops nothing.',
    preset: 'Begin with',
    presets: {
      names: 'two names that would meet',
      form: 'a form',
      proxy: 'a field named Proxy',
      repeated: 'fields that come twice',
      forwarded: 'forwarded fields from a trusted address',
      mounted: 'a mount point',
      encoded: 'a path in disguise',
      absolute: 'a whole URL as target',
      hosts: 'two hosts',
      noHost: 'no host',
      lowerCase: 'a method in lower case',
      chunked: 'a chunked body with a trailer',
      lengths: 'two lengths',
      tooShort: 'a length that is too small',
      cut: 'a body that is cut off',
      lineFeeds: 'line feeds alone',
      folded: 'a folded field',
      long: 'a line of 5,000 bytes',
    },
    request: 'Request',
    requestHelp: 'A line break is sent as CR LF. Any other byte can be written as `\\xHH`: `\\x0a` is a line feed alone. The head ends with an empty line.',
    connection: 'The connection',
    peer: 'Who is connected',
    peerHelp: 'Gunicorn and Uvicorn believe forwarded fields that come from `127.0.0.1`, unless told otherwise.',
    scheme: 'Scheme',
    mount: 'Mount point',
    mountHelp: 'Where the program is put: `ScriptAlias` in Apache, `SCRIPT_NAME` in Gunicorn, `--root-path` in Uvicorn.',
    show: 'Send',
    mark: 'Mark everywhere',
    sent: 'What is sent',
    sentHelp: 'CR and LF are shown as `\\r\\n`. A refusal stands under the line that it is about.',
    differ: 'Where they differ',
    columns: ['Name', 'Value'],
  },
};
