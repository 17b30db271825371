/** h11 0.16 as Uvicorn uses it: h11/_readers.py, _headers.py, _events.py and uvicorn/protocols/http/h11_impl.py. */
import { reprBytes, reprByteArray, unquote } from './python-text.ts';
import { asgiRows, asksForWebSocket } from './uvicorn.ts';
import { NeedsMore, Refusal, viewOf, type Connection, type Field, type View } from './view.ts';

/** Most bytes of a head that is not complete. */
const incompleteLimit = 16 * 1024;
const token = "[-!#$%&'*+.^_`|~0-9a-zA-Z]+";
const lineShape = new RegExp(`^(${token}) ([\\x21-\\x7e]+) HTTP/([0-9]\\.[0-9])$`);
// `[^\x00\s]` on bytes: Python's \s is then ASCII alone.
const visible = '[^\\x00\\t\\n\\v\\f\\r ]';
const fieldShape = new RegExp(`^(${token}):[ \\t]*((?:${visible}+(?:[ \\t]+${visible}+)*)?)[ \\t]*$`);
const chunkShape = /^([0-9A-Fa-f]{1,20})(;[^\n]*?)?[ \t]*\r\n$/;

/** What an ASGI application in Uvicorn with `--http h11` is given. */
export function h11View(raw: string, connection: Connection): View {
  return viewOf(raw, () => {
    const head = readHead(raw);
    const { method, target, version, fields } = head;
    const mark = target.indexOf('?');
    const rawPath = mark < 0 ? target : target.slice(0, mark);
    const asked = { method, version, path: unquote(rawPath), rawPath, query: mark < 0 ? '' : target.slice(mark + 1), fields };
    if (asksForWebSocket(fields)) return { instead: 'websocket', status: null };
    const body = readBody(raw, head);
    const isSure = version >= '1.1' && fields.some(({ name, value }) => name.toLowerCase() === 'expect' && value.toLowerCase().split(',').some((one) => one.trim() === '100-continue'));
    const rows = asgiRows(asked, { bytes: body.bytes, isWhole: !body.waits && !body.refusal }, connection);
    const view = { rows, continues: isSure && !body.refusal, rest: raw.length - body.end };
    if (body.refusal) return { ...view, status: 400, words: body.refusal.words, line: raw.slice(0, body.refusal.at).split('\n').length, rest: 0 };
    return body.waits ? { ...view, status: null, waits: 'body', rest: 0 } : view;
  });
}

interface Head {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly fields: readonly Field[];
  readonly length: number;
  readonly isChunked: boolean;
  readonly end: number;
}

/** Lines up to the first empty one, with what ended them taken off; undefined while there is none. */
function linesFrom(raw: string, start: number): { readonly lines: readonly { text: string; at: number }[]; readonly end: number } | undefined {
  if (raw[start] === '\n') return { lines: [], end: start + 1 };
  if (raw.startsWith('\r\n', start)) return { lines: [], end: start + 2 };
  const blank = /\n\r?\n/.exec(raw.slice(start));
  if (!blank) return undefined;
  const end = start + blank.index + blank[0].length;
  let at = start;
  const lines = raw
    .slice(start, start + blank.index)
    .split('\n')
    .map((text) => {
      const line = { text: text.replace(/\r$/, ''), at };
      at += text.length + 1;
      return line;
    });
  return { lines, end };
}

function readHead(raw: string): Head {
  const found = linesFrom(raw, 0);
  if (!found) {
    if (raw !== '' && raw < '!') throw new Refusal(400, 'illegal request line', 0);
    if (raw.length > incompleteLimit) throw new Refusal(400, 'Receive buffer too long', 0);
    throw new NeedsMore();
  }
  const [first, ...others] = found.lines;
  if (!first) throw new Refusal(400, 'no request line received', 0);
  const shape = lineShape.exec(first.text);
  if (!shape) throw new Refusal(400, `illegal request line: ${reprByteArray(first.text)}`, first.at);
  const [, method = '', target = '', version = ''] = shape;
  const { fields, length, isChunked } = checkFields(readFields(others));
  const hosts = fields.filter(({ name }) => name.toLowerCase() === 'host');
  if (version === '1.1' && hosts.length === 0) throw new Refusal(400, 'Missing mandatory Host: header', 0);
  if (hosts.length > 1) throw new Refusal(400, 'Found multiple Host: headers', hosts[1]?.at ?? 0);
  return { method, target, version, fields, length, isChunked, end: found.end };
}

function readFields(lines: readonly { text: string; at: number }[]): readonly Field[] {
  const folded: { text: string; at: number }[] = [];
  for (const { text, at } of lines) {
    const space = /^[ \t]+/.exec(text)?.[0];
    const last = folded.at(-1);
    if (space === undefined) folded.push({ text, at });
    else if (!last) throw new Refusal(400, 'continuation line at start of headers', at);
    else last.text += ` ${text.slice(space.length)}`;
  }
  return folded.map(({ text, at }) => {
    const shape = fieldShape.exec(text);
    // A folded line has become a bytearray, a plain one is one already.
    if (!shape) throw new Refusal(400, `illegal header line: ${reprByteArray(text)}`, at);
    return { name: shape[1] ?? '', value: shape[2] ?? '', at };
  });
}

function checkFields(given: readonly Field[]): { readonly fields: readonly Field[]; readonly length: number; readonly isChunked: boolean } {
  const fields: Field[] = [];
  let length: string | undefined;
  let isChunked = false;
  for (const field of given) {
    const name = field.name.toLowerCase();
    if (name === 'content-length') {
      const lengths = new Set(field.value.split(',').map((one) => one.replace(/^[ \t\n\r\v\f]+|[ \t\n\r\v\f]+$/g, '')));
      const [value = ''] = lengths;
      if (lengths.size !== 1) throw new Refusal(400, 'conflicting Content-Length headers', field.at);
      if (!/^[0-9]+$/.test(value) || value.length > 20) throw new Refusal(400, 'bad Content-Length', field.at);
      if (length !== undefined && length !== value) throw new Refusal(400, 'conflicting Content-Length headers', field.at);
      if (length === undefined) fields.push({ ...field, value });
      length = value;
    } else if (name === 'transfer-encoding') {
      if (isChunked) throw new Refusal(400, 'multiple Transfer-Encoding headers', field.at);
      const value = field.value.toLowerCase();
      if (value !== 'chunked') throw new Refusal(400, 'Only Transfer-Encoding: chunked is supported', field.at);
      isChunked = true;
      fields.push({ ...field, value });
    } else fields.push(field);
  }
  return { fields, length: Number(length ?? 0), isChunked };
}

interface Body {
  readonly bytes: string;
  readonly end: number;
  readonly waits: boolean;
  readonly refusal?: Refusal;
}

function readBody(raw: string, { end: from, length, isChunked }: Head): Body {
  if (!isChunked) {
    const bytes = raw.slice(from, from + length);
    return { bytes, end: from + bytes.length, waits: bytes.length < length };
  }
  let at = from;
  let bytes = '';
  const wait = (): Body => ({ bytes, end: raw.length, waits: true });
  const refuse = (words: string): Body => ({ bytes, end: at, waits: false, refusal: new Refusal(400, words, at) });
  for (;;) {
    const stop = raw.indexOf('\r\n', at);
    if (stop < 0) return wait();
    const line = raw.slice(at, stop + 2);
    const shape = chunkShape.exec(line);
    if (!shape) return refuse(`illegal chunk header: ${reprByteArray(line)}`);
    const size = Number.parseInt(shape[1] ?? '', 16);
    at = stop + 2;
    if (size === 0) break;
    bytes += raw.slice(at, at + size);
    if (raw.length - at <= size) return wait();
    at += size;
    const footer = raw.slice(at, at + 2);
    if (!'\r\n'.startsWith(footer)) return refuse(`malformed chunk footer: ${reprByteArray(footer)} (expected ${reprBytes('\r\n')})`);
    if (footer.length < 2) return wait();
    at += 2;
  }
  const trailers = linesFrom(raw, at);
  if (!trailers) return wait();
  try {
    readFields(trailers.lines);
  } catch (error) {
    if (error instanceof Refusal) return { bytes, end: at, waits: false, refusal: error };
    throw error;
  }
  return { bytes, end: trailers.end, waits: false };
}
