/** A file of a zip, in the order of the archive. */
export interface ZipEntry {
  readonly name: string;
  /** False when it is compressed; then `bytes` are the compressed ones. */
  readonly isStored: boolean;
  readonly bytes: Uint8Array;
}

/**
 * Reads the files of a zip by its central directory.
 * @throws Error when it has none, or when an entry does not begin where the directory says
 */
export function readZip(zip: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error('This is no zip: it has no central directory.');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error(`The zip's directory is broken at byte ${at}.`);
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const start = view.getUint32(at + 42, true);
    if (view.getUint32(start, true) !== 0x04034b50) throw new Error(`A file of the zip does not begin at byte ${start}, where its directory says.`);
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    entries.push({
      name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)),
      isStored: view.getUint16(at + 10, true) === 0,
      bytes: zip.subarray(from, from + view.getUint32(at + 20, true)),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
