/** Nginx's request line: `ngx_http_parse_request_line` and `ngx_http_process_request_uri`. */
import { parseTarget } from '../location-tester/request-target.ts';
import { needMore, refuse } from './view.ts';

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
const invalid = 'client sent invalid request';

/** Stops as early as Nginx objects. */
export function readLine(raw: string): FoundLine {
  let at = 0;
  while (raw[at] === '\r' || raw[at] === '\n') at += 1;
  const start = at;
  const peek = (): string => {
    if (at - start >= longest) refuse('client sent too long URI', at - 1, 414);
    return raw[at] ?? needMore();
  };
  const skip = (these: RegExp): void => {
    while (these.test(peek())) at += 1;
  };
  /** Goes past a text whose characters are of these kinds. */
  const expect = (...kinds: readonly RegExp[]): void => {
    for (const kind of kinds) {
      if (!kind.test(peek())) refuse(invalid, at);
      at += 1;
    }
  };
  skip(/[A-Z_-]/);
  if (peek() !== ' ' || at === start) refuse('client sent invalid method', at);
  const method = raw.slice(start, at);
  skip(/ /);
  const from = at;
  if (peek() !== '/') readOrigin();
  skip(/[^\x00-\x20\x7f]/);
  if (!/[ \r\n]/.test(peek())) refuse(invalid, at);
  const target = raw.slice(from, at);
  let textEnd = at;
  skip(/ /);
  let version = 9;
  let protocol = '';
  if (peek() === 'H') {
    const begin = at;
    version = readVersion();
    // The spaces behind the version count as a part of it.
    skip(/ /);
    textEnd = at;
    protocol = raw.slice(begin, at);
  } else if (/[\r\n]/.test(peek())) textEnd = at;
  if (peek() === '\r') at += 1;
  expect(/\n/);
  if (version === 9 && method !== 'GET') refuse('client sent invalid method in HTTP/0.9 request', start);
  return { start, textEnd, end: at, method, target, protocol, version };

  /** Scheme and host of an absolute target. */
  function readOrigin(): void {
    expect(/[a-z]/i);
    skip(/[a-z0-9+.-]/i);
    expect(/:/, /\//, /\//);
    if (peek() === '[') {
      at += 1;
      skip(/[a-z0-9:._~!$&'()*+,;=-]/i);
      expect(/\]/);
    } else skip(/[a-z0-9.-]/i);
    if (peek() === ':') {
      at += 1;
      skip(/\d/);
    }
    if (!/[/? ]/.test(peek())) refuse(invalid, at);
  }

  function readVersion(): number {
    expect(/H/, /T/, /T/, /P/, /\//);
    const from = at;
    expect(/[1-9]/);
    for (at = from; /\d/.test(peek()); ) {
      at += 1;
      if (Number(raw.slice(from, at)) > 1) refuse('client sent invalid version', at, 505);
    }
    expect(/\./);
    let minor = Number(peek());
    expect(/\d/);
    for (; /\d/.test(peek()); at += 1) {
      if (minor > 99) refuse(invalid, at);
      minor = minor * 10 + Number(peek());
    }
    return 1000 + minor;
  }
}

/** Decodes the path of a complete line, or stops. */
export function parseLine({ method, target, protocol, version, start }: FoundLine): NginxLine {
  const { uri, args, unparsed, host, fault } = parseTarget(target, true);
  if (fault) refuse(fault === 'host' ? 'client sent invalid host in request line' : invalid, start);
  return { method, unparsed, uri, args, host, protocol, version };
}
