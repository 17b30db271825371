/**
 * `node src/widgets/python-exercise/compressed/renew.ts`: compresses those of Python's large files that have no copy in
 * this folder, and removes copies of files that the site no longer has. Takes up to a minute.
 */
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressed, compressedCache, copyName } from '../../../hosting/compressed.ts';
import { compressedStore, pythonFiles, servedPython, storedFrom } from '../runtime/runtime-files.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const store = compressedStore(root);
const large = servedPython(pythonFiles(root)).filter(({ bytes }) => bytes.length >= storedFrom);
const wanted = new Set(large.map(({ bytes }) => copyName(bytes, 'br')));
const present = new Set(readdirSync(store).filter((name) => name.endsWith('.br')));

for (const name of present) if (!wanted.has(name)) rmSync(join(store, name));
for (const { path, bytes } of large) {
  const name = copyName(bytes, 'br');
  if (present.has(name)) continue;
  await compressed(bytes, 'br', compressedCache(root));
  copyFileSync(join(compressedCache(root), name), join(store, name));
  console.log(`compressed ${path}`);
}
