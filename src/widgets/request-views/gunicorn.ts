/** Gunicorn 27.0.1 with its sync worker and its own parser: gunicorn/http/message.py, wsgi.py and workers/sync.py. */
import { bareLf, gunicornBody, raisedBy } from './gunicorn-body.ts';
import { reprBytes, reprStr, unquoteToBytes } from './python-text.ts';
import { splitUri } from './python-url.ts';
import { called, fieldFacts, needMore, refuse, row, stopIn, tokens, trim, viewOf, type Connection, type Fact, type Field, type Row, type View } from './view.ts';

/** Defaults of `limit_request_line`, `limit_request_fields` and `limit_request_field_size`. */
const limits = { line: 4094, fields: 100, field: 8190 };
const token = new RegExp(`^[${tokens}]+$`);
/** Headers that tell the scheme, and what says `https`: believed when the peer is one of `forwarded_allow_ips`. */
const schemeHeaders: Readonly<Record<string, string>> = { 'X-FORWARDED-PROTOCOL': 'ssl', 'X-FORWARDED-PROTO': 'https', 'X-FORWARDED-SSL': 'on' };
/** Addresses from which forwarded headers are believed when nothing is configured. */
export const trusted: readonly string[] = ['127.0.0.1', '::1'];

/** The head of a request as Gunicorn keeps it. */
interface Head {
  readonly method: string;
  readonly uri: string;
  readonly path: string;
  readonly query: string;
  /** Of HTTP/1. */
  readonly minor: number;
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
    const body = gunicornBody(raw, head.end, head.minor, head.fields, (text, at) => {
      const stop = stopIn(() => parseFields(text, at, connection, 0, true));
      // Whatever is wrong in trailers is answered 400.
      if (stop) refuse(stop.words, stop.at);
    });
    const rows = environ(head, connection, raw.indexOf(head.uri));
    // The program is called before the body is read: a fault in it comes up when the program reads.
    const input = body.stop?.words ? raisedBy(body.stop.words) : reprBytes(body.bytes);
    return called(raw, [...rows, row('wsgi.input', input, 'body')], body, head.continues);
  });
}

function readHead(raw: string, connection: Connection): Head {
  if (raw === '' || raw === '\r') needMore();
  const start = raw.startsWith('\r\n') ? 2 : 0;
  const lineEnd = raw.indexOf('\r\n', start);
  const bare = raw.indexOf('\n', start);
  if (bare >= 0 && (lineEnd < 0 || bare < lineEnd)) refuse("Invalid HTTP request line: 'bare LF as line terminator'", start);
  // Gunicorn measures a line without end at each read of 8192 bytes.
  const isSeen = lineEnd >= 0 && lineEnd + 2 <= 8192;
  const seen = isSeen ? lineEnd - start : Math.min(raw.length, 8192) - start;
  if (seen - (isSeen ? 0 : 2) > limits.line) refuse(`Request Line is too large (${seen} > ${limits.line})`, start, 414);
  if (lineEnd < 0) needMore();

  const line = parseLine(raw.slice(start, lineEnd), start);
  const from = lineEnd + 2;
  if (raw.startsWith('\r\n', from)) {
    return { ...line, fields: [], scheme: connection.scheme, continues: false, end: from + 2 };
  }
  const end = raw.indexOf('\r\n\r\n', from);
  if (end < 0) {
    const loose = raw.slice(from).search(/(?<!\r)\n/);
    if (loose >= 0) refuse(bareLf, from + loose);
    needMore();
  }
  const parsed = parseFields(raw.slice(from, end), from, connection, line.minor);
  return { ...line, ...parsed, end: end + 4 };
}

function parseLine(line: string, at: number): Pick<Head, 'method' | 'uri' | 'path' | 'query' | 'minor'> {
  const bad = (): never => refuse(`Invalid HTTP request line: ${reprStr(line)}`, at);
  const first = line.indexOf(' ');
  const second = first < 0 ? -1 : line.indexOf(' ', first + 1);
  if (second < 0) return bad();
  const method = line.slice(0, first);
  const uri = line.slice(first + 1, second);
  const protocol = line.slice(second + 1);
  if (/[a-z#]/.test(method) || method.length < 3 || method.length > 20 || !token.test(method)) refuse(`Invalid HTTP method: ${reprStr(method)}`, at);
  if (/[^\x21-\x7e]/.test(uri) || uri === '' || (uri === '*' && method !== 'OPTIONS')) return bad();
  if (method !== 'CONNECT' && uri !== '*' && !uri.startsWith('/') && !uri.includes('://')) return bad();
  const parts = splitUri(uri) ?? bad();
  const [, major, minor] = /^HTTP\/(\d)\.(\d)$/.exec(protocol) ?? refuse(`Invalid HTTP Version: ${reprStr(protocol)}`, at);
  if (major !== '1') refuse(`Invalid HTTP Version: (${major}, ${minor})`, at);
  return { method, uri, ...parts, minor: Number(minor) };
}

type ParsedFields = Pick<Head, 'fields' | 'scheme' | 'continues'>;

function parseFields(text: string, from: number, connection: Connection, minor: number, isTrailer = false): ParsedFields {
  const isTrusted = !isTrailer && trusted.includes(connection.peer.address);
  const fields: Field[] = [];
  const seen = new Set<string>();
  let scheme: string = connection.scheme;
  let hasScheme = false;
  let continues = false;
  let at = from;
  const lines = text.split('\r\n');
  for (const [i, line] of lines.entries()) {
    if (fields.length >= limits.fields) refuse('limit request headers fields', at, 431);
    const colon = line.indexOf(':');
    if (colon <= 0) refuse(`Invalid HTTP Header: ${reprStr(line)}`, at);
    const written = line.slice(0, colon);
    if (!token.test(written)) refuse(`Invalid HTTP header name: ${reprStr(written)}`, at);
    const name = written.toUpperCase();
    if (isTrailer && /^(?:HOST|CONTENT-LENGTH|TRANSFER-ENCODING|TRAILER|AUTHORIZATION|TE)$/.test(name)) refuse(`Invalid HTTP header name: ${reprStr(name)}`, at);
    if (/^[ \t]/.test(lines[i + 1] ?? '')) refuse(`Obsolete line folding is unacceptable: ${reprStr(name)}`, at + line.length + 2);
    const value = trim(line.slice(colon + 1));
    const invalid = (): never => refuse(`Invalid HTTP Header: ${reprStr(name)}`, at);
    if (/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) invalid();
    if (line.length + 2 > limits.field) refuse('limit request headers fields size', at, 431);
    if (name === 'HOST' || name === 'CONTENT-TYPE') {
      if (seen.has(name)) invalid();
      seen.add(name);
    }
    if (!isTrailer && name === 'EXPECT') {
      if (value.toLowerCase() !== '100-continue') refuse(`Unable to comply with expectation: ${reprStr(value)}`, at, 417);
      continues ||= minor >= 1;
    }
    const secure = isTrusted ? schemeHeaders[name] : undefined;
    if (secure !== undefined) {
      const said = value === secure ? 'https' : 'http';
      if (hasScheme && said !== scheme) refuse('Contradictory scheme headers', at);
      hasScheme = true;
      scheme = said;
    }
    // `header_map` is `drop`: a name with an underscore would meet the one with a hyphen in the same variable.
    if (!name.includes('_') || (isTrusted && /^(?:SCRIPT_NAME|PATH_INFO)$/.test(name))) fields.push({ name, value, at });
    at += line.length + 2;
  }
  return { fields, scheme, continues };
}

function environ({ method, uri, path, query, minor, fields, scheme }: Head, { peer, server, mount }: Connection, at: number): readonly Row[] {
  let scriptName = mount;
  const values = new Map<string, { value: string; facts: readonly Fact[] }>();
  for (const { name, value } of fields) {
    if (name === 'SCRIPT_NAME') scriptName = value;
    const facts = fieldFacts(name);
    const isPlain = name === 'CONTENT-TYPE' || name === 'CONTENT-LENGTH';
    const key = `${isPlain ? '' : 'HTTP_'}${name.replaceAll('-', '_')}`;
    const before = values.get(key);
    values.set(key, before ? { value: `${before.value},${value}`, facts: [...new Set([...before.facts, ...facts])] } : { value, facts });
  }
  if (!path.startsWith(scriptName)) refuse(`Configuration problem: Request path ${reprStr(path)} does not start with SCRIPT_NAME ${reprStr(scriptName)}`, at, 500);
  const forwarded = fields.flatMap(({ name }) => (name in schemeHeaders && trusted.includes(peer.address) ? fieldFacts(name) : []));
  const rows = [
    row('REQUEST_METHOD', method, 'method'),
    row('SCRIPT_NAME', scriptName, 'mount', ...(scriptName === mount ? [] : fieldFacts('SCRIPT_NAME'))),
    row('PATH_INFO', unquoteToBytes(path.slice(scriptName.length)), 'path'),
    row('QUERY_STRING', query, 'query'),
    row('RAW_URI', uri, 'path', 'query'),
    row('SERVER_PROTOCOL', `HTTP/1.${minor}`, 'version'),
    ...[...values].map(([name, { value, facts }]) => row(name, value, ...facts)),
    row('wsgi.url_scheme', scheme, 'scheme', ...forwarded),
    row('REMOTE_ADDR', peer.address, 'peer'),
    row('REMOTE_PORT', String(peer.port), 'peer'),
    row('SERVER_NAME', server.address, 'server'),
    row('SERVER_PORT', String(server.port), 'server'),
  ];
  return rows.map((one) => ({ ...one, value: reprStr(one.value) }));
}
