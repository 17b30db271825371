/**
 * Nginx 1.22 as a reverse proxy with the settings it comes with, `error_log` at `info`: src/http/ngx_http_parse.c,
 * ngx_http_request.c, ngx_http_request_body.c and ngx_http_variables.c.
 */
import { validHost } from '../location-tester/request-target.ts';
import { bodyLimit, nginxBody } from './nginx-body.ts';
import { parseLine, readLine, type NginxLine } from './nginx-line.ts';
import { fieldFacts, find, hex, isLength, needMore, nothing, refuse, row, stopIn, stopped, type Connection, type Field, type Row, type View } from './view.ts';

/** What Nginx makes of a request, with what it logs. Texts are bytes. */
export interface NginxView extends View {
  /** The line of the access log in the format `combined`; null while Nginx waits. */
  readonly accessLine: string | null;
  /** Lines of the error log, from the level on. */
  readonly errorLines: readonly string[];
}

/** Bytes of the error pages. The status 494, for a field that is too long, is sent as 400 with a page of its own. */
const pages: Readonly<Record<number, number>> = { 400: 157, 405: 157, 413: 183, 414: 177, 494: 233, 501: 165, 505: 187 };
const unique = /^(?:if-(?:un)?modified-since|if-(?:none-)?match|if-range|content-(?:length|range)|transfer-encoding|expect|authorization|host)$/;
const largeBuffer = 8192;
/** Length of the comments with which Nginx makes an error page long enough for Chrome to show it. */
const padding = 402;
const continueLength = 'HTTP/1.1 100 Continue\r\n\r\n'.length;

/** What is known of the request while it is read; the logs tell of it. */
interface Known {
  line: NginxLine | undefined;
  text: string;
  /** The field Host as it came. */
  host: string | undefined;
  server: string;
  readonly fields: Field[];
  readonly errors: string[];
  /** The head is over. */
  isBody: boolean;
  continues: boolean;
}

type Log = (message: string, level?: string) => void;

/** @param time how the access log writes the moment */
export function nginxView(raw: string, connection: Connection, time = '21/Nov/2026:12:00:00 +0000'): NginxView {
  const { address } = connection.peer;
  const known: Known = { line: undefined, text: '', host: undefined, server: '', fields: [], errors: [], isBody: false, continues: false };
  const log: Log = (message, level = 'info') => void known.errors.push(`[${level}] ${message}, client: ${address}, server: , request: "${known.text}"${known.host === undefined ? '' : `, host: "${known.host}"`}`);
  const valueOf = (name: string): string => find(known.fields, name)?.value ?? '';
  let view: Partial<View> = {};
  const stop = stopIn(() => (view = accept(raw, connection, known, log)));
  const waits = stop ? stop.status === null : view.waits;
  const seen: View = stop ? { ...stopped(raw, stop), continues: known.continues } : { ...nothing, status: 200, ...view };
  let status = seen.status ?? 0;
  let sent = known.continues ? continueLength : 0;
  if (stop?.status) {
    const words = stop.words ?? '';
    known.text ||= status === 414 ? raw.slice(raw.search(/[^\r\n]/)).slice(0, largeBuffer) : textUntil(raw, stop.at);
    log(known.isBody ? words : `${words} while reading client request ${known.line ? 'headers' : 'line'}`, known.isBody ? 'error' : 'info');
    const isPadded = (known.line?.version ?? 0) >= 1000 && isMsieOrChrome(valueOf('user-agent'));
    if (status === 494) status = 400;
    if (!/^HEAD /.test(known.text)) sent += (pages[stop.status] ?? 0) + (isPadded ? padding : 0);
  } else if (known.line?.method !== 'HEAD') sent += 3;
  const logged = (name: string): string => escaped(find(known.fields, name)?.value ?? '-');
  return {
    ...seen,
    status: waits ? null : status,
    accessLine: waits ? null : `${address} - ${escaped(userOf(valueOf('authorization')))} [${time}] "${escaped(known.text)}" ${status} ${sent} "${logged('referer')}" "${logged('user-agent')}"`,
    errorLines: known.errors,
  };
}

/** The view of a request that is let in; stops at one that is not. */
function accept(raw: string, connection: Connection, known: Known, log: Log): Partial<View> {
  const found = readLine(raw);
  known.text = raw.slice(found.start, found.textEnd);
  const line = parseLine(found);
  known.line = line;
  known.server = line.host ?? '';
  const { fields } = known;
  const isOld = line.version < 1000;
  let { end } = found;
  if (!isOld) {
    end = readFields(raw, end, known, log);
    checkFields(fields, line, found.start);
  }
  const length = find(fields, 'content-length')?.value;
  const isChunked = find(fields, 'transfer-encoding') !== undefined;
  known.isBody = true;
  if (Number(length ?? 0) > bodyLimit) refuse(`client intended to send too large body: ${BigInt(length ?? 0)} bytes`, end, 413);
  known.continues = line.version >= 1001 && find(fields, 'expect')?.value.toLowerCase() === '100-continue';
  const body = nginxBody(raw, end, isOld ? 0 : Number(length ?? 0), isChunked);
  if (body.stop?.status) throw body.stop;
  const waits = body.stop ? 'body' : null;
  const rows = variables(line, known, length ?? (isChunked && !waits ? String(body.bytes.length) : ''), connection);
  return { rows, continues: known.continues, ...(waits ? { status: null, waits } : { rest: raw.length - body.end }) };
}

const invalidLine = 'client sent invalid header line: ';

function readFields(raw: string, start: number, known: Known, log: Log): number {
  for (let at = start; ; ) {
    const begin = at;
    const invalid = (to: number): never => refuse(`${invalidLine}"${raw.slice(begin, to)}\\x${hex(raw[to] ?? '')}..."`, begin);
    const byte = (i: number): string => {
      if (i - begin >= largeBuffer) refuse(`client sent too long header line: "${raw.slice(begin, begin + 2048 - 300)}..."`, begin, 494);
      return raw[i] ?? needMore();
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
    if (isDropped) log(`${invalidLine}"${raw.slice(begin, Math.max(to, from))}" while reading client request headers`);
    else keep({ name, value: raw.slice(from, Math.max(to, from)), at: begin }, known);
  }
}

/** Takes a field in; some may come once only. */
function keep(field: Field, known: Known): void {
  const key = field.name.toLowerCase();
  const before = find(known.fields, key);
  if (before && unique.test(key)) refuse(`client sent duplicate ${key === 'host' ? 'host header' : 'header line'}: "${field.name}: ${field.value}", previous value: "${before.name}: ${before.value}"`, field.at);
  known.fields.push(field);
  if (key !== 'host') return;
  known.host = field.value;
  const host = validHost(field.value) ?? refuse('client sent invalid host header', field.at);
  known.server ||= host;
}

function checkFields(fields: readonly Field[], { version, method }: NginxLine, lineStart: number): void {
  if (version > 1000 && !find(fields, 'host')) refuse('client sent HTTP/1.1 request without "Host" header', lineStart);
  const length = find(fields, 'content-length');
  if (length && !isLength(length.value)) refuse('client sent invalid "Content-Length" header', length.at);
  const coding = find(fields, 'transfer-encoding');
  if (coding) {
    if (version < 1001) refuse('client sent HTTP/1.0 request with "Transfer-Encoding" header', coding.at);
    if (coding.value.toLowerCase() !== 'chunked') refuse(`client sent unknown "Transfer-Encoding": "${coding.value}"`, coding.at, 501);
    if (length) refuse('client sent "Content-Length" and "Transfer-Encoding" headers at the same time', coding.at);
  }
  if (method === 'CONNECT' || method === 'TRACE') refuse(`client sent ${method} method`, lineStart, 405);
}

function variables(line: NginxLine, { fields, server }: Known, length: string, { scheme, peer }: Connection): readonly Row[] {
  const names = new Set(fields.map(({ name }) => name.toLowerCase()));
  const rows = [
    row('request_method', line.method, 'method'),
    row('request_uri', line.unparsed, 'path', 'query'),
    row('uri', line.uri, 'path'),
    row('args', line.args, 'query'),
    row('server_protocol', line.protocol, 'version'),
    row('host', server, 'host', 'field:host'),
    row('scheme', scheme, 'scheme'),
    row('remote_addr', peer.address, 'peer'),
    row('content_type', find(fields, 'content-type')?.value ?? '', 'field:content-type'),
    row('content_length', length, 'field:content-length'),
    ...Array.from(names, (key) => {
      const values = fields.flatMap(({ name, value }) => (name.toLowerCase() === key ? value : []));
      // Only these two join fields that come more than once; of others, the first counts.
      const value = key === 'cookie' ? values.join('; ') : key === 'x-forwarded-for' ? values.join(', ') : values[0] ?? '';
      return row(`http_${key.replaceAll('-', '_')}`, value, ...fieldFacts(key));
    }),
  ];
  return rows.map((one) => ({ ...one, name: `$${one.name}` }));
}

/** What the access log shows of a line that was refused: as much as was read. */
function textUntil(raw: string, at: number): string {
  const start = raw.search(/[^\r\n]/);
  if (start < 0) return '';
  const read = raw.slice(start, at < 1024 ? 1024 : start + largeBuffer);
  return /^[^\r\n]*/.exec(read)?.[0] ?? '';
}

function escaped(text: string): string {
  return text.replace(/[^ !#-[\]-~]/g, (byte) => `\\x${hex(byte).toUpperCase()}`);
}

/** The user of Basic authentication, whether it is asked for or not. */
function userOf(authorization: string): string {
  const coded = /^basic +([A-Za-z0-9+/_-]+=*)$/i.exec(authorization)?.[1] ?? '';
  try {
    return /^[^:]*(?=:)/.exec(atob(coded.replaceAll('-', '+').replaceAll('_', '/')))?.[0] ?? '-';
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
