/** Uvicorn with httptools: uvicorn/protocols/http/httptools_impl.py, and `parse_url` of httptools. */
import { parseMessage, type Message } from './llhttp.ts';
import { reprBytes, unquote } from './python-text.ts';
import { asgiRows, asksForWebSocket } from './uvicorn.ts';
import { called, refuse, stopIn, viewOf, type Connection, type Stop, type View } from './view.ts';

/** What an ASGI application in Uvicorn is given, when httptools is installed. */
export function httptoolsView(raw: string, connection: Connection): View {
  return viewOf(raw, () => {
    const first = parseOne(raw, 0);
    const { method, version, url, fields, isUpgrade, end } = first;
    if (isUpgrade && asksForWebSocket(fields)) return { instead: 'websocket', status: null };
    const { path = '', query } = parseUrl(url, end);
    const asked = { method, version, path: unquote(path), rawPath: path, query, fields };
    // All that has arrived is parsed before the application runs: a fault in the next request spoils this one's answer.
    const stop = first.stop ?? (mayFollow(first) ? faultBehind(raw, end) : undefined);
    const isSure = fields.some(({ name, value }) => name.toLowerCase() === 'expect' && value.toLowerCase() === '100-continue');
    return called(raw, asgiRows(asked, first, connection), { ...first, stop }, isSure && !stop?.status);
  });
}

function parseOne(raw: string, start: number): Message {
  return parseMessage(raw, start, ({ url, fields, isUpgrade }) => {
    if (!(isUpgrade && asksForWebSocket(fields)) && parseUrl(url, start).path === undefined) refuse("'NoneType' object has no attribute 'decode'", start);
  });
}

const mayFollow = ({ stop, isUpgrade, isKept }: Message): boolean => !stop && !isUpgrade && isKept;

/** What is wrong in the requests that follow on the connection. */
function faultBehind(raw: string, start: number): Stop | undefined {
  let at = start;
  const stop = stopIn(() => {
    for (;;) {
      const message = parseOne(raw, at);
      if (message.stop) throw message.stop;
      if (!mayFollow(message)) return;
      at = message.end;
    }
  });
  return stop?.status ? stop : undefined;
}

const hostShape = /^(?:[-_.!~*'()%;:&=+$,0-9a-zA-Z]+@)?(?:[a-zA-Z0-9.-]+|\[[0-9a-fA-F:.]+(?:%[a-zA-Z0-9%._~-]+)?\])(?::(\d+))?$/;

/** `http_parser_parse_url` for a target that is no CONNECT's; a target without a path has `path` undefined. */
function parseUrl(url: string, at: number): { readonly path?: string; readonly query: string } {
  const invalid = (): never => refuse(`invalid url ${reprBytes(url)}`, at);
  let rest = url;
  if (!/^[/*]/.test(url)) {
    const absolute = /^[a-zA-Z]+:\/\/([^/?]*)/.exec(url);
    const host = hostShape.exec(absolute?.[1] ?? '');
    if (!absolute || !host || Number(host[1] ?? 0) > 0xffff) return invalid();
    rest = url.slice(absolute[0].length);
  }
  const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(rest) ?? [];
  return path === '' ? { query } : { path, query };
}
