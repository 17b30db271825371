/** How Nginx reads a body before it passes the request on: `ngx_http_parse_chunked` in src/http/ngx_http_parse.c. */
import { digitsAt, readBody, refuse, textAt, type Body } from './view.ts';

/** `client_max_body_size`, 1m. */
export const bodyLimit = 1_048_576;

const invalid = 'client sent invalid chunked body';

/** Reads a body; where it is wrong, Nginx stops with words of the error log. */
export function nginxBody(raw: string, from: number, length: number, isChunked: boolean): Body {
  let sum = 0;
  return readBody(
    raw,
    from,
    length,
    isChunked && {
      size(at) {
        const digits = digitsAt(raw, at);
        // Sizes beyond what a file may have.
        if (BigInt(`0x${digits || 0}`) > 2n ** 63n - 6n) refuse(invalid, at);
        // Whatever stands between the size and the end of its line is an extension, and not looked at.
        const next = at + textAt(raw, at, /^[0-9a-f]+(?:[; \t][^\r\n]*)?\r?\n/i, /^(?:[0-9a-f]+(?:[; \t][^\r\n]*)?\r?)?$/i, invalid).length;
        const size = Number.parseInt(digits, 16);
        if (sum + size > bodyLimit) refuse(`client intended to send too large chunked body: ${sum}+${size} bytes`, next, 413);
        sum += size;
        return [size, next];
      },
      mark: (at) => at + textAt(raw, at, /^\r?\n/, /^\r?$/, invalid).length,
      trailers(at) {
        // They are skipped.
        for (;;) {
          const line = textAt(raw, at, /^[^\r\n]*\r?\n/, /^[^\r\n]*\r?$/, invalid);
          at += line.length;
          if (/^\r?\n/.test(line)) return at;
        }
      },
    },
  );
}
