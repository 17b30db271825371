/** h11 0.16 as Uvicorn uses it: h11/_readers.py, _headers.py, _events.py and uvicorn/protocols/http/h11_impl.py. */
import { reprBytes, reprByteArray, unquote } from './python-text.ts';
import { asgiRows, asksForWebSocket } from './uvicorn.ts';
import { called, needMore, readBody, refuse, tokens, viewOf, type ChunkReader, type Connection, type Field, type View } from './view.ts';

/** Most bytes of a head that is not complete. */
const incompleteLimit = 16 * 1024;
const token = `[${tokens}]+`;
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
    const [rawPath = ''] = target.split('?', 1);
    const asked = { method, version, path: unquote(rawPath), rawPath, query: target.slice(rawPath.length + 1), fields };
    if (asksForWebSocket(fields)) return { instead: 'websocket', status: null };
    const body = readBody(raw, head.end, head.length, head.isChunked && chunks(raw));
    const isSure = version >= '1.1' && fields.some(({ name, value }) => name.toLowerCase() === 'expect' && /(?:^|,)\s*100-continue\s*(?:,|$)/i.test(value));
    return called(raw, asgiRows(asked, body, connection), body, isSure && !body.stop?.status);
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
    if (raw !== '' && raw < '!') refuse('illegal request line', 0);
    if (raw.length > incompleteLimit) refuse('Receive buffer too long', 0);
    return needMore();
  }
  const [first, ...others] = found.lines;
  if (!first) return refuse('no request line received', 0);
  const [, method = '', target = '', version = ''] = lineShape.exec(first.text) ?? refuse(`illegal request line: ${reprByteArray(first.text)}`, first.at);
  const { fields, length, isChunked } = checkFields(readFields(others));
  const hosts = fields.filter(({ name }) => name.toLowerCase() === 'host');
  if (version === '1.1' && hosts.length === 0) refuse('Missing mandatory Host: header', 0);
  if (hosts.length > 1) refuse('Found multiple Host: headers', hosts[1]?.at ?? 0);
  return { method, target, version, fields, length, isChunked, end: found.end };
}

function readFields(lines: readonly { text: string; at: number }[]): readonly Field[] {
  const folded: { text: string; at: number }[] = [];
  for (const { text, at } of lines) {
    const space = /^[ \t]+/.exec(text)?.[0];
    const last = folded.at(-1);
    if (space === undefined) folded.push({ text, at });
    else if (!last) refuse('continuation line at start of headers', at);
    else last.text += ` ${text.slice(space.length)}`;
  }
  return folded.map(({ text, at }) => {
    // A folded line has become a bytearray, a plain one is one already.
    const [, name = '', value = ''] = fieldShape.exec(text) ?? refuse(`illegal header line: ${reprByteArray(text)}`, at);
    return { name, value, at };
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
      const conflict = (): never => refuse('conflicting Content-Length headers', field.at);
      if (lengths.size !== 1) conflict();
      if (!/^[0-9]{1,20}$/.test(value)) refuse('bad Content-Length', field.at);
      if (length !== undefined && length !== value) conflict();
      if (length === undefined) fields.push({ ...field, value });
      length = value;
    } else if (name === 'transfer-encoding') {
      if (isChunked) refuse('multiple Transfer-Encoding headers', field.at);
      const value = field.value.toLowerCase();
      if (value !== 'chunked') refuse('Only Transfer-Encoding: chunked is supported', field.at);
      isChunked = true;
      fields.push({ ...field, value });
    } else fields.push(field);
  }
  return { fields, length: Number(length ?? 0), isChunked };
}

function chunks(raw: string): ChunkReader {
  return {
    size(at) {
      const stop = raw.indexOf('\r\n', at);
      if (stop < 0) needMore();
      const line = raw.slice(at, stop + 2);
      const [, digits = ''] = chunkShape.exec(line) ?? refuse(`illegal chunk header: ${reprByteArray(line)}`, at);
      return [Number.parseInt(digits, 16), stop + 2];
    },
    mark(at) {
      const mark = raw.slice(at, at + 2);
      if (!'\r\n'.startsWith(mark)) refuse(`malformed chunk footer: ${reprByteArray(mark)} (expected ${reprBytes('\r\n')})`, at);
      return mark.length < 2 ? needMore() : at + 2;
    },
    trailers(at) {
      const { lines, end } = linesFrom(raw, at) ?? needMore();
      readFields(lines);
      return end;
    },
  };
}
