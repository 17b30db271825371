/**
 * Apache 2.4 with a CGI program by mod_cgid: server/protocol.c, vhost.c, request.c, util_script.c and
 * modules/http/http_filters.c. Its words are those of `LogLevel debug`.
 */
import { apacheBody } from './apache-body.ts';
import { checkHost } from './apache-host.ts';
import { logged, loggedName, parseApacheLine, type ApacheLine } from './apache-line.ts';
import { unquoteToBytes } from './python-text.ts';
import { called, fieldFacts, find, isLength, needMore, refuse, row, tokens, viewOf, type Connection, type Field, type Row, type View } from './view.ts';

/** `LimitRequestLine`, `LimitRequestFieldSize` and `LimitRequestFields`. */
const limits = { size: 8190, fields: 100 };
const tooLong = 'Request header exceeds LimitRequestFieldSize';
const fieldName = new RegExp(`^[${tokens}]+(?=:)`);
/** The longest path that Linux takes, with the byte that ends it. */
const pathMax = 4096;

/**
 * What a CGI program is given.
 * @param script where the program lies: with what follows it in the URL it must not be longer than a path may be
 */
export function apacheView(raw: string, connection: Connection, script = '/usr/lib/cgi-bin/shop.cgi'): View {
  return viewOf(raw, () => {
    let at = 0;
    let text = '';
    for (let blank = 0; blank <= 10; blank += 1) {
      const line = lineFrom(raw, at, 'line');
      [text, at] = [line.text, line.next];
      if (text !== '') break;
    }
    const lineStart = raw.lastIndexOf(text, at);
    const line = parseApacheLine(text, lineStart, connection.scheme);
    const isOld = line.version === 9;
    const head = isOld ? { fields: [], end: at } : readFields(raw, at);
    const { fields: sent, length, isChunked } = framing(head.fields, line);
    const named = find(sent, 'host');
    const host = checkHost(line, named, lineStart);
    const fields = host.replaces === undefined ? sent : sent.map((field) => (field === named ? { ...field, value: host.replaces ?? '' } : field));
    const expect = find(fields, 'expect');
    const isSure = expect?.value.toLowerCase() === '100-continue';
    if (expect?.value && !isSure) refuse(`AH00570: client sent an unrecognized expectation value of Expect: ${logged(expect.value)}`, expect.at, 417);
    if (line.scheme !== undefined && !/^https?$/i.test(line.scheme)) refuse(null, lineStart);

    const uri = line.path === undefined ? line.uri : decodePath(line, lineStart);
    const rest = raw.length - head.end;
    if (line.method === 'OPTIONS' && uri === '*') return { instead: 'options', rest };
    const body = apacheBody(raw, head.end, length, isChunked, (from) => readFields(raw, from).end);
    if (line.method === 'TRACE') {
      if (isChunked || length > 0) refuse(`AH01595: TRACE with body is not allowed for ${logged(uri)}`, lineStart, 413);
      return { instead: 'trace', rest };
    }
    const info = pathInfo(uri, connection.mount);
    if (info === undefined) return outside(line, uri, lineStart, rest);
    if (script.length + info.length >= pathMax) refuse('AH00127: Cannot map', lineStart, 403);

    // The program has been started before the body is read.
    const rows = [...variables(line, fields, info, { ...connection, ...host }), row('stdin', body.bytes, 'body')];
    return called(raw, rows, body, isSure && line.version >= 1001 && (isChunked || length > 0));
  });
}

/** Methods that Apache knows by name, besides those that files are asked for with. */
const registered = 'PUT DELETE CONNECT PATCH PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK VERSION-CONTROL CHECKOUT UNCHECKOUT CHECKIN UPDATE LABEL REPORT MKWORKSPACE MKACTIVITY BASELINE-CONTROL MERGE'.split(' ');

/** What lies outside the program's mount point is looked for among files, and there are none. */
function outside({ method, target, protocol }: ApacheLine, uri: string, at: number, rest: number): Partial<View> {
  if (method === 'OPTIONS') return { instead: 'options', rest };
  if (['GET', 'HEAD', 'POST'].includes(method)) refuse(uri === '/' ? 'AH00129: Attempt to serve directory' : 'AH00128: File does not exist', at, 404);
  if (registered.includes(method)) refuse(null, at, 405);
  return refuse(`AH00135: Invalid method in request ${logged(`${method} ${target} ${protocol}`)}`, at, 501);
}

interface Line {
  readonly text: string;
  readonly next: number;
}

/** One line that ends with CR LF. */
function lineFrom(raw: string, at: number, kind: 'line' | 'field'): Line {
  const end = raw.indexOf('\n', at);
  if (end < 0) needMore();
  const text = raw.slice(at, end);
  // The limit leaves room for CR LF; a line that is longer by the LF alone still fits.
  if (end - at > limits.size + 2) {
    if (kind === 'line') refuse(`AH00565: request failed: client's request-line exceeds LimitRequestLine (longer than ${limits.size})`, at, 414);
    refuse(`AH00561: ${tooLong}: ${loggedName(text)}`, at);
  }
  const zero = text.indexOf('\0');
  const read = zero >= 0 ? text.slice(0, zero) : `${text}\n`;
  if (zero >= 0 || !text.endsWith('\r')) refuse(kind === 'line' ? 'AH00566: request failed: malformed request line' : `Failed to read request header line ${logged(read)}`, at);
  return { text: text.slice(0, -1), next: end + 1 };
}

function readFields(raw: string, start: number): { readonly fields: readonly Field[]; readonly end: number } {
  const fields: Field[] = [];
  let at = start;
  let count = 0;
  let last: { text: string; at: number } | undefined;
  for (;;) {
    const begin = at;
    const line = lineFrom(raw, at, 'field');
    at = line.next;
    const text = line.text.length > 1 ? line.text[0] + line.text.slice(1).replace(/[ \t]+$/, '') : line.text;
    if (/^[ \t]/.test(text)) {
      if (!last) return refuse('AH03442: Line folding encountered before first header line', begin);
      if (text.length === 1) refuse('AH03443: Empty folded line encountered', begin);
      const more = text.replace(/^[ \t]+/, ' ');
      if (last.text.length + more.length + 1 >= limits.size) refuse(`AH00562: ${tooLong} after folding: ${loggedName(last.text)}`, begin);
      last.text += more;
      continue;
    }
    if (last) {
      count += 1;
      if (count > limits.fields) refuse('AH00563: Number of request headers exceeds LimitRequestFields', last.at);
      fields.push(parseField(last));
    }
    if (text === '') return { fields: merged(fields), end: at };
    last = { text, at: begin };
  }
}

function parseField({ text, at }: { readonly text: string; readonly at: number }): Field {
  const name = fieldName.exec(text)?.[0] ?? refuse(`AH02426: Request header field name is malformed: ${logged(text.slice(0, 80))}`, at);
  const value = text.slice(name.length + 1).replace(/^[ \t]+/, '');
  if (/[^\t -~\x80-\xff]/.test(value)) refuse(`AH02427: Request header value is malformed: ${logged(value.slice(0, 80))}`, at);
  return { name, value, at };
}

/** Fields with one name become one, at the place of the first. */
function merged(fields: readonly Field[]): readonly Field[] {
  const all = new Map<string, Field>();
  for (const field of fields) {
    const key = field.name.toLowerCase();
    const before = all.get(key);
    all.set(key, before ? { ...before, value: `${before.value}, ${field.value}` } : field);
  }
  for (const { name, value, at } of all.values()) {
    if (value.length > limits.size) refuse(`AH00560: ${tooLong} after merging: ${loggedName(name)}`, at);
  }
  return [...all.values()];
}

function framing(fields: readonly Field[], { uri }: ApacheLine): { readonly fields: readonly Field[]; readonly length: number; readonly isChunked: boolean } {
  const length = find(fields, 'content-length');
  if (length && !isLength(length.value)) refuse(`AH10242: client sent invalid Content-Length (${logged(length.value)}): ${logged(uri)}`, length.at);
  const coding = find(fields, 'transfer-encoding');
  if (!coding) return { fields, length: Number(length?.value ?? 0), isChunked: false };
  if (!/(^|, *)chunked$/i.test(coding.value)) refuse(`AH02539: client sent unknown Transfer-Encoding (${logged(coding.value)}): ${logged(uri)}`, coding.at);
  // The length given besides is dropped, and the program never sees it.
  return { fields: fields.filter((field) => field !== length), length: 0, isChunked: true };
}

/** `ap_normalize_path` and `ap_unescape_url_ex`. */
function decodePath({ path = '', target }: ApacheLine, at: number): string {
  if (path === '*') return path;
  const normal = normalize(path) ?? refuse(`AH10244: invalid URI path (${logged(target)})`, at);
  if (/%(2f|00)/i.test(normal)) refuse(`AH00026: found %2f (encoded '/') in URI path (${logged(target)}), returning 404`, at, 404);
  return unescape(normal, false);
}

/** Decodes what is unreserved, or what is not: that has been decoded before, once. */
function unescape(path: string, isUnreserved: boolean): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const byte = unquoteToBytes(escape);
    return /[\w.~-]/.test(byte) === isUnreserved ? byte : escape;
  });
}

function normalize(path: string): string | undefined {
  if (/%(?![0-9a-f]{2})/i.test(path)) return undefined;
  const out: string[] = [];
  const segments = unescape(path, true).split('/').slice(1);
  for (const [i, segment] of segments.entries()) {
    const isLast = i === segments.length - 1;
    if (segment === '..' && out.pop() === undefined) return undefined;
    if (segment === '.' || segment === '..' || segment === '') {
      if (isLast) out.push('');
    } else out.push(segment);
  }
  return `/${out.join('/')}`;
}

/** What of the path is the program's; undefined when it lies outside the mount point. */
function pathInfo(uri: string, mount: string): string | undefined {
  if (uri === mount) return '';
  return uri.startsWith(`${mount}/`) ? uri.slice(mount.length) : undefined;
}

interface Place extends Connection {
  readonly name: string | undefined;
  readonly port: number | undefined;
}

function variables(line: ApacheLine, fields: readonly Field[], info: string, { scheme, peer, server, mount, name, port }: Place): readonly Row[] {
  const fromFields = fields.flatMap(({ name: field, value }) => {
    const key = field.toLowerCase();
    if (key === 'content-type' || key === 'content-length') return [row(key.toUpperCase().replace('-', '_'), value, ...fieldFacts(key))];
    // `Proxy` would become HTTP_PROXY, which programs take for a setting; the others hold passwords.
    if (key === 'proxy' || key === 'authorization' || key === 'proxy-authorization' || !/^[a-z0-9-]+$/.test(key)) return [];
    return [row(`HTTP_${key.toUpperCase().replaceAll('-', '_')}`, value, ...fieldFacts(key))];
  });
  const html: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
  return [
    row('GATEWAY_INTERFACE', 'CGI/1.1'),
    row('REQUEST_METHOD', line.method, 'method'),
    row('SCRIPT_NAME', mount, 'mount'),
    ...(info === '' ? [] : [row('PATH_INFO', info, 'path')]),
    row('QUERY_STRING', line.query ?? '', 'query'),
    row('REQUEST_URI', line.target, 'path', 'query'),
    row('SERVER_PROTOCOL', line.protocol, 'version'),
    ...fromFields,
    row('REQUEST_SCHEME', scheme, 'scheme'),
    ...(scheme === 'https' ? [row('HTTPS', 'on', 'scheme')] : []),
    row('REMOTE_ADDR', peer.address, 'peer'),
    row('REMOTE_PORT', String(peer.port), 'peer'),
    row('SERVER_NAME', (name ?? server.address).replace(/[<>&"]/g, (character) => html[character] ?? ''), ...(name === undefined ? (['server'] as const) : (['host', 'field:host'] as const))),
    row('SERVER_ADDR', server.address, 'server'),
    // Not where it listens: what the client names, or what the scheme implies.
    row('SERVER_PORT', String(port ?? (scheme === 'https' ? 443 : 80)), ...(port === undefined ? (['scheme'] as const) : (['host', 'field:host'] as const))),
  ];
}
