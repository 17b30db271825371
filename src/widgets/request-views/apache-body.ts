/** How Apache reads a body: `ap_http_filter` and `parse_chunk_size` in modules/http/http_filters.c. */
import { digitsAt, needMore, readBody, refuse, stopIn, textAt, type Body } from './view.ts';

/** @param readTrailers returns where they end; stops where they are wrong */
export function apacheBody(raw: string, from: number, length: number, isChunked: boolean, readTrailers: (from: number) => number): Body {
  return readBody(
    raw,
    from,
    length,
    isChunked && {
      size: (at) => readSize(raw, at),
      mark: (at) => at + textAt(raw, at, /^\r\n/, /^\r?$/, fault).length,
      trailers(at) {
        let end = at;
        const stop = stopIn(() => (end = readTrailers(at)));
        if (stop?.status) refuse('AH02656: Error while reading HTTP trailer: 400', stop.at);
        if (stop) needMore();
        return end;
      },
    },
  );
}

const fault = 'AH01590: Error reading/parsing chunk';

function readSize(raw: string, at: number): readonly [number, number] {
  const digits = digitsAt(raw, at);
  const isTooLarge = BigInt(`0x${digits || 0}`) >= 2n ** 63n;
  // Up to ten spaces, and an extension of any length below the limit of a line.
  const { length } = isTooLarge ? '' : textAt(raw, at, /^[0-9a-f]+[ \t]{0,10}(?:;[^\x00-\x08\x0a-\x1f\x7f]*)?\r\n/i, /^(?:[0-9a-f]+[ \t]{0,10}(?:;[^\x00-\x08\x0a-\x1f\x7f]*)?\r?)?$/i, fault);
  if (isTooLarge || length > 8190) refuse(`${fault} (overflow)`, at, 413);
  return [Number.parseInt(digits, 16), at + length];
}
