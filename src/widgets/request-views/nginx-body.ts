/** How Nginx reads a body before it passes the request on: `ngx_http_parse_chunked` in src/http/ngx_http_parse.c. */
interface NginxBody {
  readonly bytes: string;
  readonly end: number;
  readonly waits: boolean;
  readonly fault?: { readonly status: number; readonly words: string };
}

/** `client_max_body_size`, 1m. */
const limit = 1_048_576;

function read(raw: string, from: number, length: number, isChunked: boolean): NginxBody {
  if (isChunked) return readChunks(raw, from);
  const bytes = raw.slice(from, from + length);
  return { bytes, end: from + bytes.length, waits: bytes.length < length };
}

function readChunks(raw: string, from: number): NginxBody {
  let bytes = '';
  let at = from;
  const wait = (): NginxBody => ({ bytes, end: raw.length, waits: true });
  const invalid = (): NginxBody => ({ bytes, end: at, waits: false, fault: { status: 400, words: 'client sent invalid chunked body' } });
  for (;;) {
    // Whatever stands between the size and the end of its line is an extension, and not looked at.
    const line = /^[0-9a-f]+(?:[; \t][^\r\n]*)?(?:\r\n|\n)/i.exec(raw.slice(at));
    if (!line) return /^(?:[0-9a-f]+(?:[; \t][^\r\n]*)?\r?)?$/i.test(raw.slice(at)) && !isTooLarge(raw.slice(at)) ? wait() : invalid();
    if (isTooLarge(line[0])) return invalid();
    const size = Number.parseInt(line[0], 16);
    at += line[0].length;
    if (size === 0) break;
    if (bytes.length + size > limit) return { bytes, end: at, waits: false, fault: { status: 413, words: `client intended to send too large chunked body: ${bytes.length}+${size} bytes` } };
    bytes += raw.slice(at, at + size);
    if (raw.length - at < size) return wait();
    at += size;
    const mark = /^(?:\r\n|\n)/.exec(raw.slice(at, at + 2))?.[0];
    if (mark === undefined) return raw.slice(at) === '' || raw.slice(at) === '\r' ? wait() : invalid();
    at += mark.length;
  }
  // Trailers are skipped.
  for (;;) {
    const line = /^[^\r\n]*(?:\r\n|\n)/.exec(raw.slice(at))?.[0];
    if (line === undefined) return /^[^\r\n]*\r?$/.test(raw.slice(at)) ? wait() : invalid();
    at += line.length;
    if (line === '\r\n' || line === '\n') return { bytes, end: at, waits: false };
  }
}

/** Sizes beyond what a file may have are refused. */
function isTooLarge(line: string): boolean {
  const digits = /^[0-9a-f]*/i.exec(line)?.[0] ?? '';
  return digits !== '' && BigInt(`0x${digits}`) > 2n ** 63n - 6n;
}

export const nginxBody = { limit, read };
