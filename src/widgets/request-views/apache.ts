/**
 * Apache 2.4 with a CGI program by mod_cgid: server/protocol.c, vhost.c, request.c, util_script.c and
 * modules/http/http_filters.c. Its words are those of `LogLevel debug`.
 */
import { apacheBody } from './apache-body.ts';
import { checkHost } from './apache-host.ts';
import { logged, loggedName, parseApacheLine, type ApacheLine } from './apache-line.ts';
import { fieldFact, NeedsMore, Refusal, viewOf, type Connection, type Fact, type Field, type Row, type View } from './view.ts';

/** `LimitRequestLine`, `LimitRequestFieldSize` and `LimitRequestFields`. */
const limits = { size: 8190, fields: 100 };
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
    const host = checkHost(line, sent.find(({ name }) => name.toLowerCase() === 'host'), lineStart);
    const fields = host.replaces === undefined ? sent : sent.map((field) => (field.name.toLowerCase() === 'host' ? { ...field, value: host.replaces ?? '' } : field));
    const expect = fields.find(({ name, value }) => name.toLowerCase() === 'expect' && value !== '');
    if (expect && expect.value.toLowerCase() !== '100-continue') throw new Refusal(417, `AH00570: client sent an unrecognized expectation value of Expect: ${logged(expect.value)}`, expect.at);
    if (line.scheme !== undefined && !/^https?$/i.test(line.scheme)) throw new Refusal(400, null, lineStart);

    const uri = line.path === undefined ? line.uri : decodePath(line, lineStart);
    const rest = raw.length - head.end;
    if (line.method === 'OPTIONS' && uri === '*') return { instead: 'options', rest };
    const body = isOld ? { bytes: '', end: head.end, waits: false } : apacheBody(raw, head.end, length, isChunked, (from) => readFields(raw, from).end);
    if (line.method === 'TRACE') {
      if (isChunked || length > 0) throw new Refusal(413, `AH01595: TRACE with body is not allowed for ${logged(uri)}`, lineStart);
      return { instead: 'trace', rest };
    }
    const info = pathInfo(uri, connection.mount);
    if (info === undefined) return outside(line, uri, lineStart, rest);
    if (script.length + info.length >= pathMax) throw new Refusal(403, 'AH00127: Cannot map', lineStart);

    const rows = variables(line, fields, info, { ...connection, ...host });
    const stdin: Row = { name: 'stdin', value: body.bytes, facts: ['body'] };
    const view = { rows: [...rows, stdin], continues: expect !== undefined && line.version >= 1001 && (isChunked || length > 0), rest: raw.length - body.end };
    // The program has been started before the body is read.
    if (body.refusal) return { ...view, status: body.refusal.status, words: body.refusal.words, line: raw.slice(0, body.refusal.at).split('\n').length, rest: 0 };
    return body.waits ? { ...view, status: null, waits: 'body', rest: 0 } : view;
  });
}

/** Methods that Apache knows by name, besides those that files are asked for with. */
const registered = 'PUT DELETE CONNECT PATCH PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK VERSION-CONTROL CHECKOUT UNCHECKOUT CHECKIN UPDATE LABEL REPORT MKWORKSPACE MKACTIVITY BASELINE-CONTROL MERGE'.split(' ');

/** What lies outside the program's mount point is looked for among files, and there are none. */
function outside({ method, target, protocol }: ApacheLine, uri: string, at: number, rest: number): Partial<View> {
  if (method === 'OPTIONS') return { instead: 'options', rest };
  if (['GET', 'HEAD', 'POST'].includes(method)) throw new Refusal(404, uri === '/' ? 'AH00129: Attempt to serve directory' : 'AH00128: File does not exist', at);
  if (registered.includes(method)) throw new Refusal(405, null, at);
  throw new Refusal(501, `AH00135: Invalid method in request ${logged(`${method} ${target} ${protocol}`)}`, at);
}

interface Line {
  readonly text: string;
  readonly next: number;
}

/** One line that ends with CR LF. */
function lineFrom(raw: string, at: number, kind: 'line' | 'field'): Line {
  const end = raw.indexOf('\n', at);
  if (end < 0) throw new NeedsMore();
  const text = raw.slice(at, end);
  // The limit leaves room for CR LF; a line that is longer by the LF alone still fits.
  if (end - at > limits.size + 2) {
    if (kind === 'line') throw new Refusal(414, `AH00565: request failed: client's request-line exceeds LimitRequestLine (longer than ${limits.size})`, at);
    throw new Refusal(400, `AH00561: Request header exceeds LimitRequestFieldSize: ${loggedName(text)}`, at);
  }
  const zero = text.indexOf('\0');
  const read = zero >= 0 ? text.slice(0, zero) : `${text}\n`;
  if (zero >= 0 || !text.endsWith('\r')) throw new Refusal(400, kind === 'line' ? 'AH00566: request failed: malformed request line' : `Failed to read request header line ${logged(read)}`, at);
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
      if (!last) throw new Refusal(400, 'AH03442: Line folding encountered before first header line', begin);
      if (text.length === 1) throw new Refusal(400, 'AH03443: Empty folded line encountered', begin);
      const more = text.replace(/^[ \t]+/, ' ');
      if (last.text.length + more.length + 1 >= limits.size) throw new Refusal(400, `AH00562: Request header exceeds LimitRequestFieldSize after folding: ${loggedName(last.text)}`, begin);
      last.text += more;
      continue;
    }
    if (last) {
      count += 1;
      if (count > limits.fields) throw new Refusal(400, 'AH00563: Number of request headers exceeds LimitRequestFields', last.at);
      fields.push(parseField(last));
    }
    if (text === '') return { fields: merged(fields), end: at };
    last = { text, at: begin };
  }
}

function parseField({ text, at }: { readonly text: string; readonly at: number }): Field {
  const name = /^[!#$%&'*+\-.^_`|~0-9a-zA-Z]+(?=:)/.exec(text)?.[0];
  if (name === undefined) throw new Refusal(400, `AH02426: Request header field name is malformed: ${logged(text.slice(0, 80))}`, at);
  const value = text.slice(name.length + 1).replace(/^[ \t]+/, '');
  if (/[^\t -~\x80-\xff]/.test(value)) throw new Refusal(400, `AH02427: Request header value is malformed: ${logged(value.slice(0, 80))}`, at);
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
    if (value.length > limits.size) throw new Refusal(400, `AH00560: Request header exceeds LimitRequestFieldSize after merging: ${loggedName(name)}`, at);
  }
  return [...all.values()];
}

function framing(fields: readonly Field[], { uri }: ApacheLine): { readonly fields: readonly Field[]; readonly length: number; readonly isChunked: boolean } {
  const find = (name: string): Field | undefined => fields.find((field) => field.name.toLowerCase() === name);
  const length = find('content-length');
  if (length && !(/^\d+$/.test(length.value) && BigInt(length.value) < 2n ** 63n)) {
    throw new Refusal(400, `AH10242: client sent invalid Content-Length (${logged(length.value)}): ${logged(uri)}`, length.at);
  }
  const coding = find('transfer-encoding');
  if (!coding) return { fields, length: Number(length?.value ?? 0), isChunked: false };
  if (!/(^|, *)chunked$/i.test(coding.value)) throw new Refusal(400, `AH02539: client sent unknown Transfer-Encoding (${logged(coding.value)}): ${logged(uri)}`, coding.at);
  // The length given besides is dropped, and the program never sees it.
  return { fields: fields.filter((field) => field !== length), length: 0, isChunked: true };
}

/** `ap_normalize_path` and `ap_unescape_url_ex`. */
function decodePath({ path = '', target }: ApacheLine, at: number): string {
  if (path === '*') return path;
  const normal = normalize(path);
  if (normal === undefined) throw new Refusal(400, `AH10244: invalid URI path (${logged(target)})`, at);
  if (/%(2f|00)/i.test(normal)) throw new Refusal(404, `AH00026: found %2f (encoded '/') in URI path (${logged(target)}), returning 404`, at);
  return normal.replace(/%([0-9a-f]{2})/gi, (escape, digits: string) => {
    const byte = String.fromCharCode(Number.parseInt(digits, 16));
    // Those were decoded before, once.
    return /[\w.~-]/.test(byte) ? escape : byte;
  });
}

function normalize(path: string): string | undefined {
  if (/%(?![0-9a-f]{2})/i.test(path)) return undefined;
  const plain = path.replace(/%([0-9a-f]{2})/gi, (escape, digits: string) => {
    const byte = String.fromCharCode(Number.parseInt(digits, 16));
    return /[\w.~-]/.test(byte) ? byte : escape;
  });
  const out: string[] = [];
  const segments = plain.split('/').slice(1);
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
  const row = (of: string, value: string, ...facts: readonly Fact[]): Row => ({ name: of, value, facts });
  const fromFields = fields.flatMap(({ name: field, value }) => {
    const key = field.toLowerCase();
    if (key === 'content-type' || key === 'content-length') return [row(key.toUpperCase().replace('-', '_'), value, fieldFact(key))];
    // `Proxy` would become HTTP_PROXY, which programs take for a setting; the others hold passwords.
    if (key === 'proxy' || key === 'authorization' || key === 'proxy-authorization' || !/^[a-z0-9-]+$/.test(key)) return [];
    return [row(`HTTP_${key.toUpperCase().replaceAll('-', '_')}`, value, fieldFact(key), ...(key === 'host' ? (['host'] as const) : []))];
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
