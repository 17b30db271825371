/** The longest state that a link may hold, in characters of JSON: a longer one is refused, before it fills the memory. */
export const stateLimit = 65_536;

/** Thrown for a link's state that is cut, damaged or too long. */
export class BrokenStateError extends Error {}

/**
 * Writes an explorer's state as a short text for the fragment of an address: JSON, deflated, in base64url.
 * @param state anything that JSON can hold
 */
export async function encodeState(state: unknown): Promise<string> {
  const deflated = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(state)), Infinity);
  return btoa(deflated).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The reverse of {@link encodeState}. The result is what somebody else may have written: check its shape.
 * @throws BrokenStateError
 */
export async function decodeState(text: string): Promise<unknown> {
  try {
    if (text.length > stateLimit || !/^[\w-]+$/.test(text)) throw new Error('not base64url');
    const json = await through(new DecompressionStream('deflate-raw'), bytesOf(atob(text.replaceAll('-', '+').replaceAll('_', '/'))), stateLimit);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(json)));
  } catch (error) {
    throw new BrokenStateError(`This text holds no state of an explorer: ${String(error)}`);
  }
}

const bytesOf = (binary: string): Uint8Array<ArrayBuffer> => Uint8Array.from(binary, (character) => character.charCodeAt(0));

/** Sends bytes through a stream. What comes out is a string whose characters are bytes. */
async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  let out = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return out;
    if (out.length + value.length > limit) {
      await reader.cancel();
      throw new Error('too long');
    }
    for (const byte of value) out += String.fromCharCode(byte);
  }
}
