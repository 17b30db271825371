/** The longest state that a link may hold, in characters of JSON: a longer one is refused, before it fills the memory. */
export const stateLimit = 65_536;

/** Thrown for a link's state that is cut, damaged or too long. */
export class BrokenStateError extends Error {}

/**
 * Writes an explorer's state as a short text for the fragment of an address: JSON, deflated, in base64url.
 * @param state anything that JSON can hold
 */
export async function encodeState(state: unknown): Promise<string> {
  const bytes = await pipe(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream('deflate-raw'), Infinity);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/**
 * The reverse of {@link encodeState}. The result is what somebody else may have written: check its shape.
 * @throws BrokenStateError
 */
export async function decodeState(text: string): Promise<unknown> {
  try {
    if (text.length > stateLimit || !/^[\w-]+$/.test(text)) throw new BrokenStateError('not base64url');
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await pipe(bytes, new DecompressionStream('deflate-raw'), stateLimit)));
  } catch (error) {
    throw new BrokenStateError(`This text holds no state of an explorer: ${String(error)}`);
  }
}

async function pipe(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new BrokenStateError('too long');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
