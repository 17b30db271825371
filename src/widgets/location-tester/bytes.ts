/**
 * Nginx works on bytes. Inside the model a text is therefore a string whose characters are bytes (0 to 255);
 * what comes in is encoded as UTF-8, what goes out is decoded again (bytes that are not UTF-8 become U+FFFD).
 */
export function toBytes(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** The readable text of a string of bytes. */
export function fromBytes(bytes: string): string {
  if (/^[\x00-\x7f]*$/.test(bytes)) return bytes;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
