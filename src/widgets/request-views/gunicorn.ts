/** Gunicorn 27.0.1 with its sync worker and its own parser: gunicorn/http/message.py, wsgi.py and workers/sync.py. */
import { gunicornBody } from './gunicorn-body.ts';
import { reprBytes, reprStr, unquoteToBytes } from './python-text.ts';
import { splitUri } from './python-url.ts';
import { fieldFact, NeedsMore, Refusal, viewOf, type Connection, type Fact, type Field, type Row, type View } from './view.ts';

/** Defaults of `limit_request_line`, `limit_request_fields` and `limit_request_field_size`. */
const limits = { line: 4094, fields: 100, field: 8190 };
const token = /^[!#$%&'*+\-.^_`|~0-9a-zA-Z]+$/;
/** Headers that tell the scheme, and what says `https`: believed when the peer is one of `forwarded_allow_ips`. */
const schemeHeaders: Readonly<Record<string, string>> = { 'X-FORWARDED-PROTOCOL': 'ssl', 'X-FORWARDED-PROTO': 'https', 'X-FORWARDED-SSL': 'on' };
const forwarderHeaders = ['SCRIPT_NAME', 'PATH_INFO'];
/** Addresses from which forwarded headers are believed when nothing is configured. */
export const trusted: readonly string[] = ['127.0.0.1', '::1'];

/** The head of a request as Gunicorn keeps it. */
interface Head {
  readonly method: string;
  readonly uri: string;
  readonly path: string;
  readonly query: string;
  readonly version: readonly [number, number];
  readonly fields: readonly Field[];
  readonly scheme: string;
  readonly continues: boolean;
  /** Where the body begins. */
  readonly end: number;
}

/** What a WSGI application in Gunicorn is given. */
export function gunicornView(raw: string, connection: Connection): View {
  return viewOf(raw, () => {
    const head = readHead(raw, connection);
    const body = gunicornBody(raw, head.end, head.version, head.fields, (text, at, isTrailer) => parseFields(text, at, connection, isTrailer));
    const { rows, refusal } = environ(head, connection);
    if (refusal) throw new Refusal(500, refusal, raw.indexOf(head.uri));
    // The program is called before the body is read: a fault in it comes up when the program reads.
    const input: Row = { name: 'wsgi.input', value: body.raises ?? reprBytes(body.bytes), facts: ['body'] };
    const view = { rows: [...rows, input], continues: head.continues, rest: raw.length - body.end };
    if (body.refusal) return { ...view, status: 400, words: body.refusal.words, line: raw.slice(0, body.refusal.at).split('\n').length, rest: 0 };
    return body.waits ? { ...view, status: null, waits: 'body', rest: 0 } : view;
  });
}

function readHead(raw: string, connection: Connection): Head {
  if (raw === '' || raw === '\r') throw new NeedsMore();
  const start = raw.startsWith('\r\n') ? 2 : 0;
  const lineEnd = raw.indexOf('\r\n', start);
  const bare = raw.indexOf('\n', start);
  if (bare >= 0 && (lineEnd < 0 || bare < lineEnd)) throw new Refusal(400, "Invalid HTTP request line: 'bare LF as line terminator'", start);
  const length = (lineEnd < 0 ? raw.length : lineEnd) - start;
  // Gunicorn measures a line without end at each read of 8192 bytes.
  if (lineEnd >= 0 && lineEnd + 2 <= 8192 && length > limits.line) throw new Refusal(414, `Request Line is too large (${length} > ${limits.line})`, start);
  const seen = Math.min(raw.length, 8192) - start;
  if ((lineEnd < 0 || lineEnd + 2 > 8192) && seen - 2 > limits.line) throw new Refusal(414, `Request Line is too large (${seen} > ${limits.line})`, start);
  if (lineEnd < 0) throw new NeedsMore();

  const line = parseLine(raw.slice(start, lineEnd), start);
  const from = lineEnd + 2;
  if (raw.startsWith('\r\n', from)) {
    return { ...line, fields: [], scheme: connection.scheme, continues: false, end: from + 2 };
  }
  const end = raw.indexOf('\r\n\r\n', from);
  if (end < 0) {
    const rest = raw.slice(from);
    if (rest.replaceAll('\r\n', '').includes('\n')) throw new Refusal(400, "Invalid HTTP Header: 'bare LF as line terminator'", from + rest.search(/(?<!\r)\n/));
    throw new NeedsMore();
  }
  const parsed = parseFields(raw.slice(from, end), from, connection, false, line.version);
  return { ...line, ...parsed, end: end + 4 };
}

function parseLine(line: string, at: number): Pick<Head, 'method' | 'uri' | 'path' | 'query' | 'version'> {
  const bad = (): never => {
    throw new Refusal(400, `Invalid HTTP request line: ${reprStr(line)}`, at);
  };
  const first = line.indexOf(' ');
  const second = first < 0 ? -1 : line.indexOf(' ', first + 1);
  if (second < 0) return bad();
  const method = line.slice(0, first);
  const uri = line.slice(first + 1, second);
  const protocol = line.slice(second + 1);
  if (/[a-z#]/.test(method) || method.length < 3 || method.length > 20 || !token.test(method)) throw new Refusal(400, `Invalid HTTP method: ${reprStr(method)}`, at);
  if (/[^\x21-\x7e]/.test(uri) || uri === '' || (uri === '*' && method !== 'OPTIONS')) return bad();
  if (method !== 'CONNECT' && uri !== '*' && !uri.startsWith('/') && !uri.includes('://')) return bad();
  const parts = splitUri(uri);
  if (!parts) return bad();
  const version = /^HTTP\/(\d)\.(\d)$/.exec(protocol);
  if (!version) throw new Refusal(400, `Invalid HTTP Version: ${reprStr(protocol)}`, at);
  const [major, minor] = [Number(version[1]), Number(version[2])] as const;
  if (major !== 1) throw new Refusal(400, `Invalid HTTP Version: (${major}, ${minor})`, at);
  return { method, uri, path: parts.path, query: parts.query, version: [major, minor] };
}

type ParsedFields = Pick<Head, 'fields' | 'scheme' | 'continues'>;

function parseFields(text: string, from: number, connection: Connection, isTrailer: boolean, version: readonly [number, number] = [1, 1]): ParsedFields {
  const isTrusted = !isTrailer && trusted.includes(connection.peer.address);
  const fields: Field[] = [];
  const seen = new Set<string>();
  let scheme: string = connection.scheme;
  let hasScheme = false;
  let continues = false;
  let at = from;
  const lines = text.split('\r\n');
  for (const [i, line] of lines.entries()) {
    if (fields.length >= limits.fields) throw new Refusal(431, 'limit request headers fields', at);
    const colon = line.indexOf(':');
    if (colon <= 0) throw new Refusal(400, `Invalid HTTP Header: ${reprStr(line)}`, at);
    const written = line.slice(0, colon);
    if (!token.test(written)) throw new Refusal(400, `Invalid HTTP header name: ${reprStr(written)}`, at);
    const name = written.toUpperCase();
    if (isTrailer && ['HOST', 'CONTENT-LENGTH', 'TRANSFER-ENCODING', 'TRAILER', 'AUTHORIZATION', 'TE'].includes(name)) throw new Refusal(400, `Invalid HTTP header name: ${reprStr(name)}`, at);
    if (/^[ \t]/.test(lines[i + 1] ?? '')) throw new Refusal(400, `Obsolete line folding is unacceptable: ${reprStr(name)}`, at + line.length + 2);
    const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '');
    const invalid = (): never => {
      throw new Refusal(400, `Invalid HTTP Header: ${reprStr(name)}`, at);
    };
    if (/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) invalid();
    if (line.length + 2 > limits.field) throw new Refusal(431, 'limit request headers fields size', at);
    if (name === 'HOST' || name === 'CONTENT-TYPE') {
      if (seen.has(name)) invalid();
      seen.add(name);
    }
    if (!isTrailer && name === 'EXPECT') {
      if (value.toLowerCase() !== '100-continue') throw new Refusal(417, `Unable to comply with expectation: ${reprStr(value)}`, at);
      continues ||= version[1] >= 1;
    }
    const secure = isTrusted ? schemeHeaders[name] : undefined;
    if (secure !== undefined) {
      const said = value === secure ? 'https' : 'http';
      if (hasScheme && said !== scheme) throw new Refusal(400, 'Contradictory scheme headers', at);
      hasScheme = true;
      scheme = said;
    }
    // `header_map` is `drop`: a name with an underscore would meet the one with a hyphen in the same variable.
    if (!name.includes('_') || (isTrusted && forwarderHeaders.includes(name))) fields.push({ name, value, at });
    at += line.length + 2;
  }
  return { fields, scheme, continues };
}

function environ(head: Head, { peer, server, mount }: Connection): { readonly rows: readonly Row[]; readonly refusal?: string } {
  const { method, uri, query, version, fields, scheme } = head;
  let scriptName = mount;
  const values = new Map<string, { value: string; facts: readonly Fact[] }>();
  for (const { name, value } of fields) {
    if (name === 'SCRIPT_NAME') scriptName = value;
    const facts: readonly Fact[] = name === 'HOST' ? ['field:host', 'host'] : [fieldFact(name)];
    if (name === 'CONTENT-TYPE' || name === 'CONTENT-LENGTH') {
      values.set(name.replace('-', '_'), { value, facts });
      continue;
    }
    const key = `HTTP_${name.replaceAll('-', '_')}`;
    const before = values.get(key);
    values.set(key, before ? { value: `${before.value},${value}`, facts: [...new Set([...before.facts, ...facts])] } : { value, facts });
  }
  let path = head.path;
  if (scriptName) {
    if (!path.startsWith(scriptName)) return { rows: [], refusal: `Configuration problem: Request path ${reprStr(path)} does not start with SCRIPT_NAME ${reprStr(scriptName)}` };
    path = path.slice(scriptName.length);
  }
  const row = (name: string, value: string, ...facts: readonly Fact[]): Row => ({ name, value: reprStr(value), facts });
  const forwarded: readonly Fact[] = fields.filter(({ name }) => name in schemeHeaders && trusted.includes(peer.address)).map(({ name }) => fieldFact(name));
  return {
    rows: [
      row('REQUEST_METHOD', method, 'method'),
      row('SCRIPT_NAME', scriptName, 'mount', ...(scriptName === mount ? [] : [fieldFact('SCRIPT_NAME')])),
      row('PATH_INFO', unquoteToBytes(path), 'path'),
      row('QUERY_STRING', query, 'query'),
      row('RAW_URI', uri, 'path', 'query'),
      row('SERVER_PROTOCOL', `HTTP/${version.join('.')}`, 'version'),
      ...[...values].map(([name, { value, facts }]) => row(name, value, ...facts)),
      row('wsgi.url_scheme', scheme, 'scheme', ...forwarded),
      row('REMOTE_ADDR', peer.address, 'peer'),
      row('REMOTE_PORT', String(peer.port), 'peer'),
      row('SERVER_NAME', server.address, 'server'),
      row('SERVER_PORT', String(server.port), 'server'),
    ],
  };
}
