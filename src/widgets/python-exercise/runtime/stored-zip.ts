import { crc32, inflateRawSync } from 'node:zlib';

/** A file inside a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Reads a zip (stored or deflated entries, no encryption, no zip64).
 * @throws Error for anything else
 */
export function readZip(zip: Buffer): readonly ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('this is no zip: it has no end record');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('this zip is damaged: an entry of its directory is missing');
    const [method, packed, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw new Error(`${name}: compression ${method} of this zip is unknown`);
    const bytes = method === 0 ? Buffer.from(body) : inflateRawSync(body);
    if (crc32(bytes) !== zip.readUInt32LE(at + 16)) throw new Error(`${name}: damaged in the zip`);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return { name, bytes };
  });
}

/** 1980-01-01 in a zip's own count: the same files always give the same bytes. */
const date = 0x21;

/**
 * Writes a zip whose entries are not compressed, in the order of their names. What sends the zip can then compress
 * it as a whole, which is a quarter smaller than a zip of compressed files.
 */
export function storedZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const encoded = Buffer.from(name);
    const common = Buffer.alloc(26);
    // Version 2.0, names in UTF-8, stored.
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(encoded.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, encoded, bytes);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, encoded);
    offset += 30 + encoded.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
