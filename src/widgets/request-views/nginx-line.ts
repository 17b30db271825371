/** Nginx's request line: `ngx_http_parse_request_line` and `ngx_http_process_request_uri`. */
import { parseTarget } from '../location-tester/request-target.ts';
import { NeedsMore, Refusal } from './view.ts';

export interface NginxLine {
  readonly method: string;
  /** `$request_uri`. */
  readonly unparsed: string;
  /** `$uri`. */
  readonly uri: string;
  readonly args: string;
  /** Host of an absolute target, as it counts. */
  readonly host: string | undefined;
  /** `$server_protocol`. */
  readonly protocol: string;
  /** 1.1 is 1001, HTTP/0.9 is 9. */
  readonly version: number;
}

/** A line that is complete, taken apart. */
export interface FoundLine {
  readonly start: number;
  /** Where it ends without what ends it, and where the next line begins. */
  readonly textEnd: number;
  readonly end: number;
  readonly method: string;
  readonly target: string;
  readonly protocol: string;
  readonly version: number;
}

const longest = 8192;

/** @throws NeedsMore or Refusal, as early as Nginx objects */
export function readLine(raw: string): FoundLine {
  let at = 0;
  while (raw[at] === '\r' || raw[at] === '\n') at += 1;
  const start = at;
  const peek = (): string => {
    if (at - start >= longest) throw new Refusal(414, 'client sent too long URI', at - 1);
    const byte = raw[at];
    if (byte === undefined) throw new NeedsMore();
    return byte;
  };
  const refuse = (words = 'client sent invalid request', status = 400): never => {
    throw new Refusal(status, words, at);
  };
  while (/[A-Z_-]/.test(peek())) at += 1;
  if (peek() !== ' ' || at === start) refuse('client sent invalid method');
  const method = raw.slice(start, at);
  while (peek() === ' ') at += 1;
  const from = at;
  if (peek() !== '/') readOrigin();
  while (peek() !== ' ' && peek() !== '\r' && peek() !== '\n') {
    if (/[\x00-\x1f\x7f]/.test(peek())) refuse();
    at += 1;
  }
  const target = raw.slice(from, at);
  let textEnd = at;
  while (peek() === ' ') at += 1;
  let version = 9;
  let protocol = '';
  if (peek() === 'H') {
    const begin = at;
    version = readVersion();
    // The spaces behind the version count as a part of it.
    while (peek() === ' ') at += 1;
    textEnd = at;
    protocol = raw.slice(begin, at);
  } else if (peek() === '\r' || peek() === '\n') textEnd = at;
  if (peek() === '\r') {
    at += 1;
    if (peek() !== '\n') refuse();
  } else if (peek() !== '\n') refuse();
  at += 1;
  if (version === 9 && method !== 'GET') throw new Refusal(400, 'client sent invalid method in HTTP/0.9 request', start);
  return { start, textEnd, end: at, method, target, protocol, version };

  /** Scheme and host of an absolute target. */
  function readOrigin(): void {
    if (!/[a-z]/i.test(peek())) refuse();
    while (/[a-z0-9+.-]/i.test(peek())) at += 1;
    for (const byte of '://') {
      if (peek() !== byte) refuse();
      at += 1;
    }
    if (peek() === '[') {
      at += 1;
      while (/[a-z0-9:._~!$&'()*+,;=-]/i.test(peek())) at += 1;
      if (peek() !== ']') refuse();
      at += 1;
    } else while (/[a-z0-9.-]/i.test(peek())) at += 1;
    if (peek() === ':') {
      at += 1;
      while (/\d/.test(peek())) at += 1;
    }
    if (!/[/? ]/.test(peek())) refuse();
  }

  function readVersion(): number {
    for (const byte of 'HTTP/') {
      if (peek() !== byte) refuse();
      at += 1;
    }
    if (!/[1-9]/.test(peek())) refuse();
    const from = at;
    while (/\d/.test(peek())) {
      at += 1;
      if (Number(raw.slice(from, at)) > 1) refuse('client sent invalid version', 505);
    }
    if (peek() !== '.') refuse();
    at += 1;
    if (!/\d/.test(peek())) refuse();
    let minor = Number(peek());
    at += 1;
    for (; /\d/.test(peek()); at += 1) {
      if (minor > 99) refuse();
      minor = minor * 10 + Number(peek());
    }
    return 1000 + minor;
  }
}

/** Decodes the path of a complete line. @throws Refusal */
export function parseLine({ method, target, protocol, version, start }: FoundLine): NginxLine {
  const { uri, args, unparsed, host, fault } = parseTarget(target, true);
  if (fault) throw new Refusal(400, fault === 'host' ? 'client sent invalid host in request line' : 'client sent invalid request', start);
  return { method, unparsed, uri, args, host, protocol, version };
}
