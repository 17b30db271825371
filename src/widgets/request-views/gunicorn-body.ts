/** How Gunicorn finds and reads a body: `set_body_reader` in gunicorn/http/message.py, and gunicorn/http/body.py. */
import { reprBytes, reprStr } from './python-text.ts';
import { Refusal, type Field } from './view.ts';

/** What reading the body comes to. */
export interface GunicornBody {
  readonly bytes: string;
  /** Where it ends in the request. */
  readonly end: number;
  readonly waits: boolean;
  /** What comes up in the program when it reads, and the answer that becomes of it. */
  readonly refusal?: Refusal;
  /** Name of the exception that the program sees. */
  readonly raises?: string;
}

const tokenText = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const quoted = '"(?:[\\t !#-\\[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*"';
const chunkExtension = new RegExp(`^(?:[ \\t]*;[ \\t]*${tokenText}(?:[ \\t]*=[ \\t]*(?:${tokenText}|${quoted}))?)*$`);

/**
 * @param from where the body begins
 * @param parseTrailers checks a block of trailers; throws Refusal
 * @throws Refusal when the fields do not tell one length
 */
export function gunicornBody(raw: string, from: number, version: readonly [number, number], fields: readonly Field[], parseTrailers: (text: string, at: number, isTrailer: true) => unknown): GunicornBody {
  const { length, isChunked } = framing(version, fields);
  if (isChunked) return chunked(raw, from, parseTrailers);
  return { bytes: raw.slice(from, from + length), end: Math.min(from + length, raw.length), waits: raw.length - from < length };
}

function framing(version: readonly [number, number], fields: readonly Field[]): { readonly length: number; readonly isChunked: boolean } {
  let length: Field | undefined;
  let coding: Field | undefined;
  let isChunked = false;
  const invalid = (name: string, at: number): never => {
    throw new Refusal(400, `Invalid HTTP Header: ${reprStr(name)}`, at);
  };
  for (const field of fields) {
    if (field.name === 'CONTENT-LENGTH') {
      if (length) invalid(field.name, field.at);
      length = field;
    } else if (field.name === 'TRANSFER-ENCODING') {
      coding = field;
      for (const part of field.value.split(',')) {
        const value = part.replace(/^[ \t]+|[ \t]+$/g, '').toLowerCase();
        if (!['chunked', 'identity', 'compress', 'deflate', 'gzip'].includes(value)) throw new Refusal(501, `Unsupported transfer coding: ${reprStr(field.value)}`, field.at);
        if (isChunked) invalid(field.name, field.at);
        isChunked = value === 'chunked';
      }
    }
  }
  if (coding && (!isChunked || version[1] < 1)) invalid(coding.name, coding.at);
  if (coding && length) invalid(length.name, length.at);
  if (length && !/^\d+$/.test(length.value)) invalid(length.name, length.at);
  return { length: Number(length?.value ?? 0), isChunked };
}

function chunked(raw: string, from: number, parseTrailers: (text: string, at: number, isTrailer: true) => unknown): GunicornBody {
  let bytes = '';
  let at = from;
  const refuse = (words: string, raises: string): GunicornBody => ({ bytes, end: at, waits: false, refusal: new Refusal(400, words, at), raises });
  const wait = (): GunicornBody => ({ bytes, end: raw.length, waits: true });
  for (;;) {
    const end = raw.indexOf('\r\n', at);
    if (end < 0) return raw.length - at > 8190 ? refuse("Invalid chunk size: b'line over 8190 bytes with no terminator'", 'InvalidChunkSize') : wait();
    const line = raw.slice(at, end);
    const semicolon = line.indexOf(';');
    const digits = semicolon < 0 ? line : line.slice(0, semicolon).replace(/[ \t]+$/, '');
    if (semicolon >= 0 && line.slice(semicolon).includes('\r')) return refuse('Invalid chunk extension: bare CR not allowed', 'InvalidChunkExtension');
    if (!/^[0-9a-f]+$/i.test(digits)) return refuse(`Invalid chunk size: ${reprBytes(digits)}`, 'InvalidChunkSize');
    if (semicolon >= 0 && !chunkExtension.test(line.slice(semicolon))) return refuse('Invalid chunk extension: invalid chunk extension', 'InvalidChunkExtension');
    const size = Number.parseInt(digits, 16);
    at = end + 2;
    if (size === 0) return trailers(at);
    bytes += raw.slice(at, at + size);
    if (raw.length - at < size + 2) return wait();
    at += size;
    const mark = raw.slice(at, at + 2);
    if (mark !== '\r\n') return refuse(`Invalid chunk terminator is not '\\r\\n': ${reprBytes(mark)}`, 'ChunkMissingTerminator');
    at += 2;
  }

  function trailers(start: number): GunicornBody {
    if (raw.startsWith('\r\n', start)) return { bytes, end: start + 2, waits: false };
    const end = raw.indexOf('\r\n\r\n', start);
    if (end < 0) {
      if (raw.slice(start).replaceAll('\r\n', '').includes('\n')) return refuse("Invalid HTTP Header: 'bare LF as line terminator'", 'InvalidHeader');
      return wait();
    }
    try {
      parseTrailers(raw.slice(start, end), start, true);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const raises = error.words?.includes('header name') ? 'InvalidHeaderName' : error.words?.includes('folding') ? 'ObsoleteFolding' : error.words?.startsWith('limit') ? 'LimitRequestHeaders' : 'InvalidHeader';
      return { bytes, end: start, waits: false, refusal: error, raises };
    }
    return { bytes, end: end + 4, waits: false };
  }
}
