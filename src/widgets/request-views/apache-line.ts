/** Apache 2.4's request line: `ap_parse_request_line` and `ap_parse_uri` in server/protocol.c, `apr_uri_parse` of APR. */
import { hex, refuse, tokens } from './view.ts';

/** The request line as Apache keeps it. */
export interface ApacheLine {
  readonly method: string;
  /** As it came. */
  readonly target: string;
  /** `HTTP/0.9` when the line has no version. */
  readonly protocol: string;
  /** Version as a number: 1.1 is 1001. */
  readonly version: number;
  /** Path of the target; undefined when it has none. */
  readonly path: string | undefined;
  /** What the path is taken to be then. */
  readonly uri: string;
  readonly query: string | undefined;
  readonly scheme: string | undefined;
  /** Host of the target that counts instead of the field Host. */
  readonly host: string | undefined;
  readonly port: { readonly text: string; readonly number: number } | undefined;
}

const tokenAt = new RegExp(`[${tokens}]*`, 'y');
const visibleAt = /[\x21-\x7e\x80-\xff]*/y;
const isSpace = (byte: string | undefined): boolean => byte !== undefined && /[ \t\n\v\f\r]/.test(byte);

const inLine = ': HTTP Request Line; ';

/** As Apache writes bytes of a client into its log. */
export function logged(text: string): string {
  const named: Readonly<Record<string, string>> = { '\b': '\\b', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\\': '\\\\' };
  return text.replace(/[^ -~]|\\/g, (byte) => named[byte] ?? `\\x${hex(byte)}`);
}

/** A name for the log: up to a colon, 80 bytes at most. */
export function loggedName(text: string): string {
  const colon = text.indexOf(':');
  return logged(text.slice(0, colon < 0 || colon > 80 ? 80 : colon));
}

/** @throws Refusal */
export function parseApacheLine(line: string, at: number, ownScheme: string): ApacheLine {
  const scan = (shape: RegExp, from: number): number => {
    shape.lastIndex = from;
    return from + (shape.exec(line)?.[0].length ?? 0);
  };
  const nextSpace = (from: number): number => {
    const offset = line.slice(from).search(/[\t\n\v\f\r ]/);
    return offset < 0 ? -1 : from + offset;
  };
  const fault = { words: undefined as (() => string) | undefined };
  const first = (words: () => string): void => {
    fault.words ??= words;
  };
  const excess = (): string => `AH03448${inLine}Excess whitespace (disallowed by HttpProtocolOptions Strict)`;
  const white = (): string => `AH03447${inLine}Invalid whitespace`;
  const protocolFault = (): string => `AH02418${inLine}Unrecognized protocol '${loggedName(protocol)}' (perhaps whitespace was injected?)`;

  let method = line;
  let target = '';
  let protocol = '';
  let start = 0;
  if (isSpace(line[0])) {
    first(white);
    while (isSpace(line[start])) start += 1;
  }
  let end = scan(tokenAt, start);
  if ((end === start || (end < line.length && !isSpace(line[end]))) && !fault.words) {
    first(() => `AH03445${inLine}Invalid method token: '${loggedName(method)}'`);
    end = nextSpace(end);
  }
  method = end < 0 ? line.slice(start) : line.slice(start, end);
  if (end >= 0) {
    if (end < line.length && isSpace(line[end + 1])) first(excess);
    start = end;
    for (; isSpace(line[start]); start += 1) if (line[start] !== ' ') first(white);
    if (start >= line.length) first(() => `AH03446${inLine}Missing URI`);
    end = scan(visibleAt, start);
    if (end === start || (end < line.length && !isSpace(line[end]))) {
      // This one outdoes whatever was found before.
      fault.words = () => `AH03454${inLine}URI incorrectly encoded: '${loggedName(target)}'`;
      end = nextSpace(end);
    }
    target = end < 0 ? line.slice(start) : line.slice(start, end);
    if (end >= 0) {
      if (end < line.length && isSpace(line[end + 1])) first(excess);
      start = end;
      for (; isSpace(line[start]); start += 1) if (line[start] !== ' ') first(white);
      end = scan(visibleAt, start);
      protocol = line.slice(start, end);
      if (end < line.length) fault.words = isSpace(line[end]) ? excess : protocolFault;
    }
  }
  const isOld = protocol === '';
  if (!isOld && !/^HTTP\/[1-9]\.\d$/.test(protocol)) first(protocolFault);
  const version = /^HTTP\/([1-9])\.(\d)$/.exec(protocol);

  const parsed = parseTarget(target, method, ownScheme);
  if (isOld && method !== 'GET') first(() => `AH03444${inLine}Invalid method token: '${loggedName(method)}' (only GET is allowed for HTTP/0.9 requests)`);
  const { wrong, ...rest } = parsed;
  if (wrong !== undefined) first(() => wrong);
  if (fault.words) refuse(fault.words(), at);
  return { method, target, protocol: isOld ? 'HTTP/0.9' : protocol, version: version ? Number(version[1]) * 1000 + Number(version[2]) : 9, ...rest };
}

interface Target extends Pick<ApacheLine, 'path' | 'uri' | 'query' | 'scheme' | 'host' | 'port'> {
  /** What Apache says when it is wrong. */
  readonly wrong: string | undefined;
}

function parseTarget(target: string, method: string, ownScheme: string): Target {
  // Two slashes would begin a host.
  const text = target.replace(/^\/+(?=\/)/, '');
  const unable = (uri: string): string => `AH03450${inLine}Unable to parse URI: '${loggedName(uri)}'`;
  const wrong: Target = { uri: text, path: undefined, query: undefined, scheme: undefined, host: undefined, port: undefined, wrong: unable(text) };
  if (method === 'CONNECT') {
    const parts = /^(?:\[([^\]]*)\]|([^:]*)):(\d+)$/.exec(text);
    if (!parts) return wrong;
    return { ...wrong, wrong: undefined, uri: '/', host: parts[1] ?? parts[2], port: { text: parts[3] ?? '', number: Number(parts[3]) & 0xffff } };
  }
  let rest = text;
  let authority: string | undefined;
  const scheme = text.startsWith('/') ? undefined : /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1];
  if (scheme !== undefined) rest = text.slice(scheme.length + 1);
  if (rest.startsWith('//')) {
    authority = /^[^/?#]*/.exec(rest.slice(2))?.[0] ?? '';
    rest = rest.slice(2 + authority.length);
  } else if (scheme === undefined && !text.startsWith('/')) {
    // The first segment of a relative path may not hold a colon.
    if (text.split('/', 1)[0]?.includes(':')) return wrong;
  }
  let host: string | undefined;
  let port: Target['port'];
  if (authority !== undefined) {
    const place = authority.slice(authority.lastIndexOf('@') + 1);
    const parts = place.startsWith('[') ? /^\[([^\]]*)\](?::(.*))?/.exec(place) : /^([^:]*)(?::(.*))?$/.exec(place);
    if (!parts) return wrong;
    host = parts[1] ?? '';
    const digits = parts[2];
    if (digits !== undefined) {
      if (!/^(?:[+-]?\d+)?$/.test(digits)) return wrong;
      port = { text: digits, number: digits === '' ? defaultPort(scheme ?? '') : Number(digits) & 0xffff };
    }
  }
  const parts = /^([^?#]*)(?:\?([^#]*))?(#)?/.exec(rest);
  const path = parts?.[1] || undefined;
  const isPath = path === undefined || path.startsWith('/') || (method === 'OPTIONS' && path === '*');
  const isOwn = scheme !== undefined && scheme.toLowerCase() === ownScheme;
  const uri = path ?? (method === 'OPTIONS' ? '*' : '/');
  return {
    uri,
    path,
    query: parts?.[2],
    scheme,
    host: isOwn ? host : undefined,
    port,
    wrong: !isPath ? unable(uri) : parts?.[3] ? `AH02421${inLine}URI must not contain a fragment` : authority?.includes('@') ? `AH02422${inLine}URI must not contain a username/password` : undefined,
  };
}

function defaultPort(scheme: string): number {
  return { http: 80, https: 443, ftp: 21 }[scheme.toLowerCase()] ?? 0;
}
