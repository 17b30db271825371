/** Percent-encoding as Nginx does it: `ngx_escape_uri` and `ngx_unescape_uri` (src/core/ngx_string.c). */

const always = /[\x00-\x20"<>\\^`{|}\x7f-\xff]/;
const inUri = new RegExp(`${always.source}|[#%?]`, 'g');
const inArguments = new RegExp(`${always.source}|[#%&+;?]`, 'g');

function escaped(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** NGX_ESCAPE_URI: what Nginx sends to an upstream, or as a redirect, when it writes a path itself. */
export function escapeUri(bytes: string): string {
  return bytes.replace(inUri, escaped);
}

/** NGX_ESCAPE_ARGS: captures that go into the arguments of a rewrite, or into a redirect. */
export function escapeArguments(bytes: string): string {
  return bytes.replace(inArguments, escaped);
}

/**
 * NGX_UNESCAPE_REDIRECT: a rewritten redirect loses the encoding of printable characters up to the first `?`.
 * An incomplete `%` loses its percent sign, as in Nginx.
 */
export function unescapeRedirect(bytes: string): string {
  let out = '';
  let i = 0;
  while (i < bytes.length) {
    const byte = bytes[i] ?? '';
    i += 1;
    if (byte === '?') return `${out}?${bytes.slice(i)}`;
    if (byte !== '%') {
      out += byte;
      continue;
    }
    const first = bytes[i];
    if (first === undefined) break;
    i += 1;
    if (!/[0-9a-f]/i.test(first)) {
      out += first;
      continue;
    }
    const second = bytes[i];
    if (second === undefined) break;
    i += 1;
    if (!/[0-9a-f]/i.test(second)) continue;
    const code = Number.parseInt(first + second, 16);
    if (/[a-f]/i.test(second) && code === 0x3f) return `${out}?${bytes.slice(i)}`;
    out += code > 0x25 && code < 0x7f ? String.fromCharCode(code) : `%${first}${second}`;
  }
  return out;
}
