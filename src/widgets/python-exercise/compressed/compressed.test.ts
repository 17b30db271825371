import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { copyName } from '../../../hosting/compressed.ts';
import { compressedStore, pythonFiles, servedPython, storedFrom } from '../runtime/runtime-files.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const store = compressedStore(root);
const large = servedPython(pythonFiles(root)).filter(({ bytes }) => bytes.length >= storedFrom);
const stored = readdirSync(store).filter((name) => name.endsWith('.br'));

test('each large file of Python has its copy, and no other file has one', () => {
  expect(large.length).toBeGreaterThanOrEqual(3);
  const wanted = large.map(({ bytes }) => copyName(bytes, 'br'));
  expect(stored.toSorted(), 'run node src/widgets/python-exercise/compressed/renew.ts and commit the folder').toEqual(wanted.toSorted());
});

test.each(stored)('%s unpacks to the file that its name tells', (name) => {
  expect(copyName(brotliDecompressSync(readFileSync(join(store, name))), 'br')).toBe(name);
});
