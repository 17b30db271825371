/**
 * Nginx 1.22 as a reverse proxy with the settings it comes with, `error_log` at `info`: src/http/ngx_http_parse.c,
 * ngx_http_request.c, ngx_http_request_body.c and ngx_http_variables.c.
 */
import { nginxBody } from './nginx-body.ts';
import { parseLine, readLine, type NginxLine } from './nginx-line.ts';
import { fieldFact, lineAt, NeedsMore, Refusal, type Connection, type Fact, type Field, type Row, type View } from './view.ts';

/** What Nginx makes of a request, with what it logs. Texts are bytes. */
export interface NginxView extends View {
  /** The line of the access log in the format `combined`; null while Nginx waits. */
  readonly accessLine: string | null;
  /** Lines of the error log, from the level on. */
  readonly errorLines: readonly string[];
}

const pages: Readonly<Record<number, string>> = {
  400: '400 Bad Request',
  405: '405 Not Allowed',
  413: '413 Request Entity Too Large',
  414: '414 Request-URI Too Large',
  494: '400 Request Header Or Cookie Too Large',
  501: '501 Not Implemented',
  505: '505 HTTP Version Not Supported',
};
const unique = ['if-modified-since', 'if-unmodified-since', 'if-match', 'if-none-match', 'content-length', 'content-range', 'if-range', 'transfer-encoding', 'expect', 'authorization'];
const largeBuffer = 8192;
/** Length of the comments with which Nginx makes an error page long enough for Chrome to show it. */
const padding = 402;
const continueLength = 'HTTP/1.1 100 Continue\r\n\r\n'.length;

/** @param time how the access log writes the moment */
export function nginxView(raw: string, connection: Connection, time = '21/Nov/2026:12:00:00 +0000'): NginxView {
  const { peer } = connection;
  const known: Known = { line: undefined, text: '', host: undefined, server: '', fields: [], errors: [] };
  const context = (): string => `, client: ${peer.address}, server: , request: "${known.text}"${known.host === undefined ? '' : `, host: "${known.host}"`}`;
  const log = (message: string, level = 'info'): void => void known.errors.push(`[${level}] ${message}${context()}`);
  const nothing = { words: null, line: null, continues: false, rows: null, rest: 0, accessLine: null, errorLines: known.errors };
  const access = (status: number, sent: number): string => {
    const value = (name: string): string => escaped(known.fields.find((field) => field.name.toLowerCase() === name)?.value ?? '-');
    return `${peer.address} - ${escaped(userOf(known.fields))} [${time}] "${escaped(known.text)}" ${status} ${sent} "${value('referer')}" "${value('user-agent')}"`;
  };
  try {
    const { rows, continues, rest, waits } = accept(raw, connection, known, log);
    if (waits) return { ...nothing, status: null, waits: 'body', continues, rows };
    const sent = (known.line?.method === 'HEAD' ? 0 : 3) + (continues ? continueLength : 0);
    return { ...nothing, status: 200, waits: null, continues, rows, rest, accessLine: access(200, sent) };
  } catch (error) {
    if (error instanceof NeedsMore) return { ...nothing, status: null, waits: 'head' };
    if (!(error instanceof Refusal)) throw error;
    const isBody = error.words?.startsWith('!') ?? false;
    const words = error.words?.replace('!', '') ?? '';
    if (known.text === '') known.text = error.status === 414 ? raw.slice(raw.search(/[^\r\n]/)).slice(0, largeBuffer) : textUntil(raw, error.at);
    log(isBody ? words : `${words} while reading client request ${known.line ? 'headers' : 'line'}`, isBody ? 'error' : 'info');
    const status = error.status === 494 ? 400 : error.status;
    const title = pages[error.status] ?? '';
    const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${error.status === 494 ? '400 Bad Request' : title}</h1></center>\r\n${error.status === 494 ? '<center>Request Header Or Cookie Too Large</center>\r\n' : ''}<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n`;
    const agent = known.fields.find(({ name }) => name.toLowerCase() === 'user-agent')?.value ?? '';
    const isPadded = (known.line?.version ?? 0) >= 1000 && isMsieOrChrome(agent);
    const method = /^[A-Z_-]+(?= )/.exec(known.text)?.[0];
    const sent = (method === 'HEAD' ? 0 : page.length + (isPadded ? padding : 0)) + (error instanceof BodyRefusal && error.continues ? continueLength : 0);
    return { ...nothing, status, waits: null, words, line: lineAt(raw, error.at), continues: error instanceof BodyRefusal && error.continues, accessLine: access(status, sent) };
  }
}

/** What is known of the request while it is read; the logs tell of it. */
interface Known {
  line: NginxLine | undefined;
  text: string;
  /** The field Host as it came. */
  host: string | undefined;
  server: string;
  fields: Field[];
  readonly errors: string[];
}

/** A fault in the body. */
class BodyRefusal extends Refusal {
  readonly continues: boolean;

  constructor(status: number, words: string, at: number, continues: boolean) {
    super(status, `!${words}`, at);
    this.continues = continues;
  }
}

interface Accepted {
  readonly rows: readonly Row[];
  readonly continues: boolean;
  readonly rest: number;
  readonly waits: boolean;
}

function accept(raw: string, connection: Connection, known: Known, log: (message: string) => void): Accepted {
  const found = readLine(raw);
  known.text = raw.slice(found.start, found.textEnd);
  const line = parseLine(found);
  known.line = line.version < 1000 ? line : undefined;
  known.server = line.host ?? '';
  let end = found.end;
  if (line.version >= 1000) {
    known.line = line;
    end = readFields(raw, end, known, log);
    checkFields(known, line, found.start);
  }
  const { fields } = known;
  const find = (name: string): string | undefined => fields.find((field) => field.name.toLowerCase() === name)?.value;
  const length = find('content-length');
  const isChunked = find('transfer-encoding') !== undefined;
  const continues = line.version >= 1001 && find('expect')?.toLowerCase() === '100-continue';
  if (Number(length ?? 0) > nginxBody.limit) throw new BodyRefusal(413, `client intended to send too large body: ${BigInt(length ?? 0)} bytes`, end, false);
  const body = line.version < 1000 ? { bytes: '', end, waits: false } : nginxBody.read(raw, end, Number(length ?? 0), isChunked);
  if (body.fault) throw new BodyRefusal(body.fault.status, body.fault.words, body.end, continues);
  return { rows: variables(line, known, length ?? (isChunked && !body.waits ? String(body.bytes.length) : ''), connection), continues, rest: raw.length - body.end, waits: body.waits };
}

function readFields(raw: string, start: number, known: Known, log: (message: string) => void): number {
  for (let at = start; ; ) {
    const begin = at;
    const invalid = (to: number): never => {
      throw new Refusal(400, `client sent invalid header line: "${raw.slice(begin, to)}\\x${raw.charCodeAt(to).toString(16).padStart(2, '0')}..."`, begin);
    };
    const tooLong = (): never => {
      throw new Refusal(494, `client sent too long header line: "${raw.slice(begin, begin + Math.min(largeBuffer, 2048 - 300))}..."`, begin);
    };
    const byte = (i: number): string => {
      if (i - begin >= largeBuffer) tooLong();
      const one = raw[i];
      if (one === undefined) throw new NeedsMore();
      return one;
    };
    if (byte(at) === '\n') return at + 1;
    if (byte(at) === '\r') {
      if (byte(at + 1) !== '\n') invalid(at);
      return at + 2;
    }
    let isDropped = false;
    while (!/[:\r\n]/.test(byte(at)) || at === begin) {
      if (/[\x00-\x20\x7f]/.test(byte(at)) || (at === begin && byte(at) === ':')) invalid(at);
      isDropped ||= !/[a-z0-9-]/i.test(byte(at));
      at += 1;
    }
    const name = raw.slice(begin, at);
    if (byte(at) === ':') {
      at += 1;
      while (byte(at) === ' ') at += 1;
    }
    const from = at;
    let to = at;
    for (; byte(at) !== '\r' && byte(at) !== '\n'; at += 1) {
      if (byte(at) === '\0') invalid(at);
      if (byte(at) !== ' ') to = at + 1;
    }
    const ended = at;
    while (byte(at) === '\r') at += 1;
    if (byte(at) !== '\n') invalid(to === from ? ended : to);
    at += 1;
    if (isDropped) log(`client sent invalid header line: "${raw.slice(begin, Math.max(to, from))}" while reading client request headers`);
    else keep({ name, value: raw.slice(from, Math.max(to, from)), at: begin }, known);
  }
}

/** Takes a field in; some may come once only. */
function keep(field: Field, known: Known): void {
  const key = field.name.toLowerCase();
  const before = known.fields.find(({ name }) => name.toLowerCase() === key);
  if (before && (unique.includes(key) || key === 'host')) {
    const what = key === 'host' ? 'duplicate host header' : 'duplicate header line';
    throw new Refusal(400, `client sent ${what}: "${field.name}: ${field.value}", previous value: "${before.name}: ${before.value}"`, field.at);
  }
  known.fields.push(field);
  if (key !== 'host') return;
  known.host = field.value;
  const host = validHost(field.value);
  if (host === undefined) throw new Refusal(400, 'client sent invalid host header', field.at);
  known.server ||= host;
}

function checkFields({ fields }: Known, { version, method }: NginxLine, lineStart: number): void {
  const find = (name: string): Field | undefined => fields.find((field) => field.name.toLowerCase() === name);
  if (version > 1000 && !find('host')) throw new Refusal(400, 'client sent HTTP/1.1 request without "Host" header', lineStart);
  const length = find('content-length');
  if (length && !(/^\d+$/.test(length.value) && BigInt(length.value) < 2n ** 63n)) throw new Refusal(400, 'client sent invalid "Content-Length" header', length.at);
  const coding = find('transfer-encoding');
  if (coding) {
    if (version < 1001) throw new Refusal(400, 'client sent HTTP/1.0 request with "Transfer-Encoding" header', coding.at);
    if (coding.value.toLowerCase() !== 'chunked') throw new Refusal(501, `client sent unknown "Transfer-Encoding": "${coding.value}"`, coding.at);
    if (length) throw new Refusal(400, 'client sent "Content-Length" and "Transfer-Encoding" headers at the same time', coding.at);
  }
  if (method === 'CONNECT' || method === 'TRACE') throw new Refusal(405, `client sent ${method} method`, lineStart);
}

/** `ngx_http_validate_host`: a host without its port, in lower case; undefined when it is refused. */
export function validHost(host: string): string | undefined {
  if (/\.\.|[/\x00-\x20\x7f]/.test(host)) return undefined;
  const end = !host.startsWith('[') ? host.search(/:|$/) : host.includes(']') ? host.indexOf(']') + 1 : host.length;
  const name = host.slice(0, end).replace(/\.$/, '');
  return name === '' ? undefined : name.toLowerCase();
}

function variables(line: NginxLine, { fields, server }: Known, length: string, { scheme, peer }: Connection): readonly Row[] {
  const row = (name: string, value: string, ...facts: readonly Fact[]): Row => ({ name: `$${name}`, value, facts });
  const values = new Map<string, { readonly list: string[]; readonly facts: readonly Fact[] }>();
  for (const { name, value } of fields) {
    const key = name.toLowerCase();
    const before = values.get(key);
    if (before) before.list.push(value);
    else values.set(key, { list: [value], facts: [fieldFact(key), ...(key === 'host' ? (['host'] as const) : [])] });
  }
  const find = (name: string): string => values.get(name)?.list[0] ?? '';
  return [
    row('request_method', line.method, 'method'),
    row('request_uri', line.unparsed, 'path', 'query'),
    row('uri', line.uri, 'path'),
    row('args', line.args, 'query'),
    row('server_protocol', line.protocol, 'version'),
    row('host', server, 'host', 'field:host'),
    row('scheme', scheme, 'scheme'),
    row('remote_addr', peer.address, 'peer'),
    row('content_type', find('content-type'), 'field:content-type'),
    row('content_length', length, 'field:content-length'),
    // Only these two join fields that come more than once; of others, the first counts.
    ...[...values].map(([key, { list, facts }]) => row(`http_${key.replaceAll('-', '_')}`, key === 'cookie' ? list.join('; ') : key === 'x-forwarded-for' ? list.join(', ') : list[0] ?? '', ...facts)),
  ];
}

/** What the access log shows of a line that was refused: as much as was read. */
function textUntil(raw: string, at: number): string {
  const start = raw.search(/[^\r\n]/);
  if (start < 0) return '';
  const read = raw.slice(start, at < 1024 ? 1024 : start + largeBuffer);
  return /^[^\r\n]*/.exec(read)?.[0] ?? '';
}

function escaped(text: string): string {
  return text.replace(/[^ !#-[\]-~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** The user of Basic authentication, whether it is asked for or not. */
function userOf(fields: readonly Field[]): string {
  const coded = /^basic +([A-Za-z0-9+/_-]+=*)$/i.exec(fields.find(({ name }) => name.toLowerCase() === 'authorization')?.value ?? '')?.[1];
  if (coded === undefined) return '-';
  try {
    const text = atob(coded.replaceAll('-', '+').replaceAll('_', '/'));
    return text.includes(':') ? text.slice(0, text.indexOf(':')) : '-';
  } catch {
    return '-';
  }
}

function isMsieOrChrome(agent: string): boolean {
  const msie = agent.indexOf('MSIE ');
  if (agent.includes('Opera')) return false;
  if (msie >= 0 && msie + 7 < agent.length) return true;
  return agent.includes('Chrome/') && !agent.includes('Gecko/');
}
