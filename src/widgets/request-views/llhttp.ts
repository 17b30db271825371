/**
 * llhttp 9.4 as httptools 0.9 drives it: src/llhttp/http.ts and url.ts of llhttp, byte by byte in its order, since it
 * objects before a message is complete.
 */
import { needMore, refuse as refuseAt, stopIn, tokens, type Body, type Field } from './view.ts';

/** One message, as far as it came. Where something stops its body, the application has been called by then. */
export interface Message extends Body {
  readonly method: string;
  readonly url: string;
  readonly version: string;
  /** Trailers are added to them. */
  readonly fields: readonly Field[];
  readonly isUpgrade: boolean;
  /** Whether another may follow on the connection. */
  readonly isKept: boolean;
}

const basic = 'DELETE GET HEAD POST PUT CONNECT OPTIONS TRACE PATCH LINK UNLINK COPY LOCK MKCOL MOVE PROPFIND PROPPATCH SEARCH UNLOCK BIND REBIND UNBIND ACL REPORT MKACTIVITY CHECKOUT MERGE M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE MKCALENDAR PURGE QUERY SOURCE PRI';
const httpMethods = new Set(basic.split(' '));
const rtspMethods = new Set('OPTIONS DESCRIBE ANNOUNCE SETUP PLAY PAUSE TEARDOWN GET_PARAMETER SET_PARAMETER REDIRECT RECORD GET POST FLUSH'.split(' '));
const methods = new Set([...httpMethods, ...rtspMethods]);
const token = new RegExp(`[${tokens}]`);
const urlCharacter = /[!"$%&'()*+,\-./:;<=>@[\\\]^_`{|}~0-9a-zA-Z]/;
const userinfo = /[-_.!~*'()%;:&=+$,[\]0-9a-zA-Z]/;
const valueCharacter = /[\t -~\x80-\xff]/;
const quotedText = /[\t !#-[\]-~\x80-\xff]/;
const largest = 2n ** 64n - 1n;

/**
 * Reads the message that begins at `start`.
 * @param onHead is called when the head is complete, and may refuse
 * Stops when the head is not complete, or wrong.
 */
export function parseMessage(raw: string, start: number, onHead: (head: Pick<Message, 'method' | 'url' | 'fields' | 'isUpgrade'>) => void): Message {
  let at = start;
  const peek = (): string => raw[at] ?? needMore();
  const refuse = (words: string): never => refuseAt(words, at);
  const expect = (text: string, words: string): void => {
    for (const character of text) {
      if (peek() !== character) refuse(words);
      at += 1;
    }
  };
  const skip = (these: RegExp): void => {
    while (these.test(peek())) at += 1;
  };

  skip(/[\r\n]/);
  const method = readMethod();
  expect(' ', 'Expected space after method');
  skip(/ /);
  const from = at;
  const isOld = readUrl();
  const url = raw.slice(from, at).replace(/[\r\n]+$/, '');
  const version = isOld ? '0.9' : readVersion();
  if (peek() === ' ' ) refuse('Unexpected space after start line');

  let [isClose, isKeepAlive, isConnectionUpgrade, hasUpgrade, isChunked, isCoded] = [false, false, false, false, false, false];
  let length: bigint | undefined;
  const fields: Field[] = [];
  readFields();
  const isUpgrade = (hasUpgrade && isConnectionUpgrade) || method === 'CONNECT';
  onHead({ method, url, fields, isUpgrade });
  const isKept = version === '1.1' ? !isClose : isKeepAlive;
  let bytes = '';
  const stop = stopIn(() => {
    if (isUpgrade) return;
    if (isChunked) readChunks();
    else if (isCoded) refuse('Request has invalid `Transfer-Encoding`');
    else take(Number(length ?? 0));
  });
  return { method, url, version, fields, isUpgrade, isKept, bytes, end: at, stop };

  function take(size: number): void {
    const data = raw.slice(at, at + size);
    bytes += data;
    at += data.length;
    if (data.length < size) needMore();
  }

  function readMethod(): string {
    let name = '';
    for (;;) {
      const next = name + peek();
      if (![...methods].some((one) => one.startsWith(next))) break;
      name = next;
      at += 1;
    }
    if (!methods.has(name)) refuse('Invalid method encountered');
    return name;
  }

  /** Whether the line ends with the target, as in HTTP/0.9. */
  function readUrl(): boolean {
    let state: 'start' | 'schema' | 'server' | 'path' | 'query' | 'fragment start' = method === 'CONNECT' ? 'server' : 'start';
    /** The character before is an `@`. */
    let isAt = false;
    const refuseHere = (): never => refuse(state === 'start' ? 'Unexpected start char in url' : `${state.startsWith('s') ? 'Unexpected' : 'Invalid'} char in url ${state}`);
    const invalid = 'Invalid characters in url';
    for (;;) {
      const byte = peek();
      if (byte === '\t' || byte === '\f') refuse(invalid);
      if (state === 'start' || state === 'schema') {
        if (byte === ' ' || byte === '\r' || byte === '\n') refuse(invalid);
        if (state === 'start' && (byte === '/' || byte === '*')) state = 'path';
        else if (/[a-z]/i.test(byte)) state = 'schema';
        else if (state === 'schema' && byte === ':') {
          at += 1;
          if (/[ \r\n\t\f]/.test(peek())) refuse(invalid);
          expect('//', 'Unexpected char in url schema');
          state = 'server';
          continue;
        } else refuseHere();
      } else if (byte === ' ') {
        return false;
      } else if (byte === '\r') {
        expect('\r\n', 'Expected CRLF');
        return true;
      } else if (byte === '\n') {
        at += 1;
        return true;
      } else if (state === 'server') {
        if (byte === '/') state = 'path';
        else if (byte === '?') state = 'query';
        else if (byte === '@') {
          if (isAt) refuse('Double @ in url');
        } else if (!userinfo.test(byte)) refuseHere();
        isAt = byte === '@';
      } else if (byte === '?') {
        if (state === 'path') state = 'query';
      } else if (byte === '#') {
        state = 'fragment start';
      } else if (!urlCharacter.test(byte)) refuseHere();
      at += 1;
    }
  }

  function readVersion(): string {
    skip(/ /);
    const protocol = 'Expected HTTP/, RTSP/ or ICE/';
    const first = peek();
    const name = first === 'H' ? 'HTTP' : first === 'R' ? 'RTSP' : 'ICE';
    expect(name, protocol);
    if (name === 'HTTP' && !httpMethods.has(method)) refuse('Invalid method for HTTP/x.x request');
    if (name === 'RTSP' && !rtspMethods.has(method)) refuse('Invalid method for RTSP/x.x request');
    if (name === 'ICE' && method !== 'SOURCE') refuse('Expected SOURCE method for ICE/x.x request');
    expect('/', protocol);
    const digit = (words: string): string => {
      const byte = peek();
      if (!/\d/.test(byte)) refuse(words);
      at += 1;
      return byte;
    };
    const major = digit('Invalid major version');
    expect('.', 'Expected dot');
    const text = `${major}.${digit('Invalid minor version')}`;
    if (!['0.9', '1.0', '1.1', '2.0'].includes(text)) refuse('Invalid HTTP version');
    if (method === 'PRI') {
      expect('\r\n\r\nSM\r\n\r\n', 'Expected HTTP/2 Connection Preface');
      refuse('Pause on PRI/Upgrade');
    }
    expect('\r\n', 'Expected CRLF after version');
    return text;
  }

  /** Fields up to the empty line: of the head, or of the trailers. */
  function readFields(): void {
    for (;;) {
      const line = at;
      const byte = peek();
      if (byte === '\r') {
        at += 1;
        expect('\n', 'Expected LF after headers');
        return;
      }
      if (byte === '\n') refuse('Invalid header field char');
      if (byte === ':') refuse('Invalid header token');
      skip(token);
      const name = raw.slice(line, at);
      const key = name.toLowerCase();
      if (peek() !== ':') refuse(peek() === ' ' && specials.has(key) ? 'Invalid header field char' : 'Invalid header token');
      if (key === 'transfer-encoding' && length !== undefined) refuse("Transfer-Encoding can't be present with Content-Length");
      if (key === 'content-length' && isCoded) refuse("Content-Length can't be present with Transfer-Encoding");
      at += 1;
      fields.push({ name, value: readValue(key), at: line });
    }
  }

  function readValue(key: string): string {
    skip(/[ \t]/);
    if (peek() === '\n') refuse('Invalid header value char');
    if (peek() === '\r') {
      at += 1;
      expect('\n', 'Expected LF after CR');
      if (/[ \t]/.test(peek())) refuse('Invalid header value char');
      if (key === 'content-length') refuse('Empty Content-Length');
      if (key === 'transfer-encoding') refuse('Empty Transfer-Encoding');
      return '';
    }
    const from = at;
    if (key === 'transfer-encoding') {
      if (isChunked) refuse('Invalid `Transfer-Encoding` header value');
      isCoded = true;
    }
    if (key === 'content-length') readLength();
    while (valueCharacter.test(peek())) {
      if (key === 'transfer-encoding' && raw[at] === ',' && /(^|,)[ \t]*chunked *$/i.test(raw.slice(from, at))) refuse('Invalid `Transfer-Encoding` header value');
      at += 1;
    }
    if (peek() === '\n') refuse('Missing expected CR after header value');
    if (peek() !== '\r') refuse('Invalid header value char');
    const value = raw.slice(from, at);
    at += 1;
    expect('\n', 'Missing expected LF after header value');
    if (/[ \t]/.test(peek())) refuse('Unexpected whitespace after header value');
    if (key === 'transfer-encoding') isChunked = /(^|,)[ \t]*chunked *$/i.test(value);
    if (key === 'upgrade') hasUpgrade = true;
    if (key === 'connection' || key === 'proxy-connection') {
      for (const one of value.toLowerCase().split(',')) {
        const word = one.replace(/^[ \t]+| +$/g, '');
        isClose ||= word === 'close';
        isKeepAlive ||= word === 'keep-alive';
        isConnectionUpgrade ||= word === 'upgrade';
      }
    }
    return value;
  }

  function readLength(): void {
    if (length !== undefined) refuse('Duplicate Content-Length');
    let value = 0n;
    while (/\d/.test(peek())) {
      value = value * 10n + BigInt(peek());
      if (value > largest) refuse('Content-Length overflow');
      at += 1;
    }
    skip(/[ \t]/);
    if (!/[\r\n]/.test(peek())) refuse('Invalid character in Content-Length');
    length = value;
  }

  function readChunks(): void {
    for (;;) {
      const size = readSize();
      if (size === 0n) return readFields();
      take(Number(size));
      if (peek() === '\n') refuse('Missing expected CR after chunk data');
      expect('\r\n', 'Expected LF after chunk data');
    }
  }

  function readSize(): bigint {
    const invalid = 'Invalid character in chunk size';
    if (!/[0-9a-f]/i.test(peek())) refuse(invalid);
    let size = 0n;
    while (/[0-9a-f]/i.test(peek())) {
      size = size * 16n + BigInt(`0x${peek()}`);
      if (size > largest) refuse('Chunk size overflow');
      at += 1;
    }
    if (peek() === '\n') refuse('Missing expected CR after chunk size');
    if (peek() === ';') readExtensions();
    else if (peek() !== '\r') refuse(invalid);
    at += 1;
    expect('\n', 'Expected LF after chunk size');
    return size;
  }

  /** Up to the carriage return. */
  function readExtensions(): void {
    let part: 'start' | 'name' | 'value' | 'quoted' | 'pair' | 'done' = 'start';
    at += 1;
    for (; ; at += 1) {
      const byte = peek();
      if (part === 'start') {
        if (byte === ' ' || byte === '\r') refuse('Invalid character in chunk extensions');
        part = 'name';
      }
      if (part === 'quoted') {
        if (byte === '"') part = 'done';
        else if (byte === '\\') part = 'pair';
        else if (!quotedText.test(byte)) refuse('Invalid character in chunk extensions quoted value');
      } else if (part === 'pair') {
        if (!valueCharacter.test(byte)) refuse('Invalid quoted-pair in chunk extensions quoted value');
        part = 'quoted';
      } else if (byte === '\r') return;
      else if (byte === ';') part = 'start';
      else if (byte === '\n') refuse(`Missing expected CR after chunk extension ${part === 'name' ? 'name' : 'value'}`);
      else if (part === 'done') refuse('Invalid character in chunk extensions quote value');
      else if (part === 'name' && byte === '=') part = 'value';
      else if (part === 'value' && byte === '"') part = 'quoted';
      else if (!token.test(byte)) refuse(`Invalid character in chunk extensions ${part}`);
    }
  }
}

const specials = new Set(['connection', 'content-length', 'proxy-connection', 'transfer-encoding', 'upgrade']);
