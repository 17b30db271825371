/** How Apache reads a body: `ap_http_filter` and `parse_chunk_size` in modules/http/http_filters.c. */
import { NeedsMore, Refusal } from './view.ts';

export interface ApacheBody {
  readonly bytes: string;
  readonly end: number;
  readonly waits: boolean;
  readonly refusal?: Refusal;
}

/** @param readTrailers returns where they end; throws NeedsMore or Refusal */
export function apacheBody(raw: string, from: number, length: number, isChunked: boolean, readTrailers: (from: number) => number): ApacheBody {
  if (!isChunked) {
    const bytes = raw.slice(from, from + length);
    return { bytes, end: from + bytes.length, waits: bytes.length < length };
  }
  let bytes = '';
  let at = from;
  try {
    for (;;) {
      const size = readSize(raw, at);
      at = size.next;
      if (size.value === 0) return { bytes, end: trailers(at), waits: false };
      bytes += raw.slice(at, at + size.value);
      if (raw.length - at < size.value) throw new NeedsMore();
      at += size.value;
      for (const byte of '\r\n') {
        if (at >= raw.length) throw new NeedsMore();
        if (raw[at] !== byte) throw chunkFault(at);
        at += 1;
      }
    }
  } catch (error) {
    if (error instanceof NeedsMore) return { bytes, end: raw.length, waits: true };
    if (error instanceof Refusal) return { bytes, end: at, waits: false, refusal: error };
    throw error;
  }

  function trailers(start: number): number {
    try {
      return readTrailers(start);
    } catch (error) {
      throw error instanceof Refusal ? new Refusal(400, 'AH02656: Error while reading HTTP trailer: 400', error.at) : error;
    }
  }
}

const chunkFault = (at: number): Refusal => new Refusal(400, 'AH01590: Error reading/parsing chunk', at);

function readSize(raw: string, from: number): { readonly value: number; readonly next: number } {
  const overflow = new Refusal(413, 'AH01590: Error reading/parsing chunk (overflow)', from);
  let at = from;
  let spaces = 0;
  let digits = '';
  let part: 'digits' | 'space' | 'extension' | 'lf' = 'digits';
  for (; at < raw.length; at += 1) {
    const byte = raw[at] ?? '';
    if (digits === '' && !/[0-9a-f]/i.test(byte)) throw chunkFault(at);
    if (byte === '\n') {
      if (part !== 'lf') throw chunkFault(at);
      if (at - from >= 8190) throw overflow;
      return { value: Number.parseInt(digits, 16), next: at + 1 };
    }
    if (part === 'lf') throw chunkFault(at);
    if (byte === '\r') part = 'lf';
    else if (byte === ';') part = 'extension';
    else if (part === 'extension') {
      if (/[\x00-\x08\x0a-\x1f\x7f]/.test(byte)) throw chunkFault(at);
    } else if (byte === ' ' || byte === '\t') {
      part = 'space';
      spaces += 1;
      if (spaces > 10) throw chunkFault(at);
    } else if (part === 'space' || !/[0-9a-f]/i.test(byte)) throw chunkFault(at);
    else {
      digits += byte;
      if (BigInt(`0x${digits}`) >= 2n ** 63n) throw overflow;
    }
  }
  throw new NeedsMore();
}
