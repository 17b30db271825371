/** Uvicorn with httptools: uvicorn/protocols/http/httptools_impl.py, and `parse_url` of httptools. */
import { parseMessage, type Message } from './llhttp.ts';
import { reprBytes, unquote } from './python-text.ts';
import { asgiRows, asksForWebSocket } from './uvicorn.ts';
import { NeedsMore, Refusal, viewOf, type Connection, type View } from './view.ts';

/** What an ASGI application in Uvicorn is given, when httptools is installed. */
export function httptoolsView(raw: string, connection: Connection): View {
  return viewOf(raw, () => {
    const first = parseOne(raw, 0);
    const { method, version, url, fields, bytes, isUpgrade, waits, end } = first;
    if (isUpgrade && asksForWebSocket(fields)) return { instead: 'websocket', status: null };
    const { path = '', query } = parseUrl(url, end);
    const asked = { method, version, path: unquote(path), rawPath: path, query, fields };
    // All that has arrived is parsed before the application runs: a fault in the next request spoils this one's answer.
    const refusal = first.refusal ?? (waits || isUpgrade || !first.isKept ? undefined : faultBehind(raw, end));
    const rows = asgiRows(asked, { bytes, isWhole: !waits && !first.refusal }, connection);
    const isSure = fields.some(({ name, value }) => name.toLowerCase() === 'expect' && value.toLowerCase() === '100-continue');
    const view = { rows, continues: isSure && !refusal, rest: raw.length - end };
    if (refusal) return { ...view, status: 400, words: refusal.words, line: raw.slice(0, refusal.at).split('\n').length };
    return waits ? { ...view, status: null, waits: 'body', rest: 0 } : view;
  });
}

function parseOne(raw: string, start: number): Message {
  return parseMessage(raw, start, ({ url, fields, isUpgrade }) => {
    if (!(isUpgrade && asksForWebSocket(fields)) && parseUrl(url, start).path === undefined) throw new Refusal(400, "'NoneType' object has no attribute 'decode'", start);
  });
}

/** What is wrong in the requests that follow on the connection. */
function faultBehind(raw: string, start: number): Refusal | undefined {
  try {
    for (let at = start; ; ) {
      const message = parseOne(raw, at);
      if (message.refusal) return message.refusal;
      if (message.waits || message.isUpgrade || !message.isKept) return undefined;
      at = message.end;
    }
  } catch (error) {
    if (error instanceof Refusal) return error;
    if (error instanceof NeedsMore) return undefined;
    throw error;
  }
}

const hostShape = /^(?:[-_.!~*'()%;:&=+$,0-9a-zA-Z]+@)?(?:[a-zA-Z0-9.-]+|\[[0-9a-fA-F:.]+(?:%[a-zA-Z0-9%._~-]+)?\])(?::(\d+))?$/;

/** `http_parser_parse_url` for a target that is no CONNECT's; a target without a path has `path` undefined. */
function parseUrl(url: string, at: number): { readonly path?: string; readonly query: string } {
  const invalid = (): never => {
    throw new Refusal(400, `invalid url ${reprBytes(url)}`, at);
  };
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
