/** How Gunicorn finds and reads a body: `set_body_reader` in gunicorn/http/message.py, and gunicorn/http/body.py. */
import { reprBytes, reprStr } from './python-text.ts';
import { needMore, readBody, refuse, tokens, trim, type Body, type Field } from './view.ts';

const quoted = '"(?:[\\t !#-\\[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*"';
const chunkExtension = new RegExp(`^(?:[ \\t]*;[ \\t]*[${tokens}]+(?:[ \\t]*=[ \\t]*(?:[${tokens}]+|${quoted}))?)*$`);

/**
 * @param from where the body begins
 * @param parseTrailers checks a block of trailers, or stops
 */
export function gunicornBody(raw: string, from: number, minor: number, fields: readonly Field[], parseTrailers: (text: string, at: number) => void): Body {
  const { length, isChunked } = framing(minor, fields);
  return readBody(
    raw,
    from,
    length,
    isChunked && {
      size(at) {
        const end = raw.indexOf('\r\n', at);
        if (end < 0) {
          if (raw.length - at > 8190) refuse("Invalid chunk size: b'line over 8190 bytes with no terminator'", at);
          needMore();
        }
        const line = raw.slice(at, end);
        const [, digits = '', extension = ''] = /^([^;]*)(.*)$/s.exec(line) ?? [];
        const size = extension ? digits.replace(/[ \t]+$/, '') : digits;
        if (extension.includes('\r')) refuse('Invalid chunk extension: bare CR not allowed', at);
        if (!/^[0-9a-f]+$/i.test(size)) refuse(`Invalid chunk size: ${reprBytes(size)}`, at);
        if (!chunkExtension.test(extension)) refuse('Invalid chunk extension: invalid chunk extension', at);
        return [Number.parseInt(size, 16), end + 2];
      },
      mark(at) {
        const mark = raw.slice(at, at + 2);
        if (mark.length < 2) needMore();
        if (mark !== '\r\n') refuse(`Invalid chunk terminator is not '\\r\\n': ${reprBytes(mark)}`, at);
        return at + 2;
      },
      trailers(at) {
        if (raw.startsWith('\r\n', at)) return at + 2;
        const end = raw.indexOf('\r\n\r\n', at);
        if (end < 0) {
          if (/(?<!\r)\n/.test(raw.slice(at))) refuse(bareLf, at);
          needMore();
        }
        parseTrailers(raw.slice(at, end), at);
        return end + 4;
      },
    },
  );
}

export const bareLf = "Invalid HTTP Header: 'bare LF as line terminator'";

/** The exception that the program sees when it reads a body that is wrong. */
export function raisedBy(words: string): string {
  const names: Readonly<Record<string, string>> = {
    'Invalid chunk size': 'InvalidChunkSize',
    'Invalid chunk ext': 'InvalidChunkExtension',
    'Invalid chunk term': 'ChunkMissingTerminator',
    'Invalid HTTP header name': 'InvalidHeaderName',
    Obsolete: 'ObsoleteFolding',
    limit: 'LimitRequestHeaders',
  };
  return Object.entries(names).find(([start]) => words.startsWith(start))?.[1] ?? 'InvalidHeader';
}

function framing(minor: number, fields: readonly Field[]): { readonly length: number; readonly isChunked: boolean } {
  let length: Field | undefined;
  let coding: Field | undefined;
  let isChunked = false;
  const invalid = ({ name, at }: Field): never => refuse(`Invalid HTTP Header: ${reprStr(name)}`, at);
  for (const field of fields) {
    if (field.name === 'CONTENT-LENGTH') {
      if (length) invalid(field);
      length = field;
    } else if (field.name === 'TRANSFER-ENCODING') {
      coding = field;
      for (const part of field.value.split(',')) {
        const value = trim(part).toLowerCase();
        if (!/^(?:chunked|identity|compress|deflate|gzip)$/.test(value)) refuse(`Unsupported transfer coding: ${reprStr(field.value)}`, field.at, 501);
        if (isChunked) invalid(field);
        isChunked = value === 'chunked';
      }
    }
  }
  if (coding && (!isChunked || minor < 1)) invalid(coding);
  if (length && (coding || !/^\d+$/.test(length.value))) invalid(length);
  return { length: Number(length?.value ?? 0), isChunked };
}
