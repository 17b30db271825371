import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readZip, storedZip } from './stored-zip.ts';

const entries = [
  { name: 'b/c.py', bytes: Buffer.from('print("é")\n') },
  { name: 'a.py', bytes: Buffer.alloc(0) },
];

test('what was written can be read, sorted by name', () => {
  expect(readZip(storedZip(entries))).toEqual([entries[1], entries[0]]);
});

test('the same files give the same bytes', () => {
  expect(storedZip(entries).equals(storedZip([...entries].reverse()))).toBe(true);
});

test('nothing in it is compressed', () => {
  const bytes = Buffer.from('spam '.repeat(100));
  expect(storedZip([{ name: 'a.py', bytes }]).includes(bytes)).toBe(true);
});

test('a compressed entry is unpacked', () => {
  const bytes = Buffer.from('spam '.repeat(100));
  const packed = deflateRawSync(bytes);
  const zip = storedZip([{ name: 'a.py', bytes: packed }]);
  // Local header and directory: deflated, and the checksum and size of the unpacked bytes.
  const [local, listed] = [0, zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'))];
  const real = storedZip([{ name: 'a.py', bytes }]);
  for (const [at, field] of [[local, 8], [listed, 10]] as const) zip.writeUInt16LE(8, at + field);
  zip.writeUInt32LE(real.readUInt32LE(14), listed + 16);
  zip.writeUInt32LE(bytes.length, listed + 24);
  expect(readZip(zip)).toEqual([{ name: 'a.py', bytes }]);
});

test('a damaged zip is not taken', () => {
  const zip = storedZip(entries);
  zip[zip.indexOf('print')] = 0;
  expect(() => readZip(zip)).toThrow('b/c.py: damaged in the zip');
  expect(() => readZip(Buffer.from('not a zip'))).toThrow('no zip');
});
