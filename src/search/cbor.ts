/** What is needed of CBOR (RFC 8949) to cut Pagefind's files: items of definite length, read without being understood. */

/** The head of an item. */
interface Head {
  /** Major type: 2 bytes, 3 text, 4 array, 5 map; the others hold their value in the head. */
  readonly major: number;
  /** Length of a string, number of elements, or the value itself. */
  readonly value: number;
  /** Offset behind the head. */
  readonly next: number;
}

/** Reads the head at `at`. @throws Error for anything that Pagefind does not write */
export function headAt(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw new Error(`The data ends at byte ${at}, inside an item.`);
  const major = first >> 5;
  const info = first & 31;
  if (info < 24) return { major, value: info, next: at + 1 };
  if (info > 27) throw new Error(`Byte ${at} begins an item of a length that is not told first.`);
  const size = 1 << (info - 24);
  let value = 0;
  for (let i = 1; i <= size; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { major, value, next: at + 1 + size };
}

/** Offset behind the item that begins at `at`. */
export function endOf(bytes: Uint8Array, at: number): number {
  const { major, value, next } = headAt(bytes, at);
  if (major === 2 || major === 3) return next + value;
  if (major !== 4 && major !== 5) return next;
  let end = next;
  for (let left = major === 5 ? value * 2 : value; left > 0; left--) end = endOf(bytes, end);
  return end;
}

/** Offsets of the elements of the array at `at`, and of what follows it. */
export function elementsOf(bytes: Uint8Array, at: number): readonly number[] {
  const { major, value, next } = headAt(bytes, at);
  if (major !== 4) throw new Error(`At byte ${at} stands no array.`);
  const offsets = [next];
  for (let i = 0; i < value; i++) offsets.push(endOf(bytes, offsets[i] ?? next));
  return offsets;
}

/** The text at `at`. */
export function textAt(bytes: Uint8Array, at: number): string {
  const { major, value, next } = headAt(bytes, at);
  if (major !== 3) throw new Error(`At byte ${at} stands no text.`);
  return new TextDecoder().decode(bytes.subarray(next, next + value));
}

/** The head of an array, or of a text, with so many elements or bytes. */
export function head(kind: 'array' | 'text', size: number): Uint8Array {
  const type = (kind === 'array' ? 4 : 3) << 5;
  if (size < 24) return Uint8Array.of(type | size);
  if (size < 256) return Uint8Array.of(type | 24, size);
  return Uint8Array.of(type | 25, size >> 8, size & 255);
}

/** A text as an item. */
export function textItem(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return joinBytes([head('text', bytes.length), bytes]);
}

/** An array of items that are encoded already. */
export function arrayItem(items: readonly Uint8Array[]): Uint8Array {
  return joinBytes([head('array', items.length), ...items]);
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
