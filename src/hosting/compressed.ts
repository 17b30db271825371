import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Codings in which a file may lie beside the plain one, by its extension; each compresses as well as it can. */
const codings = {
  // A window of 4 MB makes Python's interpreter smaller than the largest window does.
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gz: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 }),
} as const;

export type Coding = keyof typeof codings;
export const codingNames = Object.keys(codings) as readonly Coding[];

/** Folder of a project that keeps what was compressed. */
export const compressedCache = (root: string): string => join(root, '.cache/compressed');

/** Days for which a copy that no build asked for is kept. */
const keptDays = 14;

/** Name under which the copy of some bytes is kept. */
export function copyName(bytes: Buffer, coding: Coding): string {
  return `${createHash('sha256').update(bytes).digest('hex')}.${coding}`;
}

/**
 * Bytes compressed, each once: brotli takes seconds for a megabyte, so the copy is kept by the hash of its source.
 * @param cache folder that keeps copies
 */
export async function compressed(bytes: Buffer, coding: Coding, cache: string): Promise<Buffer> {
  const kept = join(cache, copyName(bytes, coding));
  if (existsSync(kept)) {
    utimesSync(kept, new Date(), new Date());
    return readFileSync(kept);
  }
  const copy = await codings[coding](bytes);
  mkdirSync(cache, { recursive: true });
  // Another build may be writing the same file.
  const own = `${kept}.${process.pid}`;
  writeFileSync(own, copy);
  renameSync(own, kept);
  return copy;
}

/** Removes copies for which no build asked for two weeks. */
export function forgetOldCopies(cache: string, now = Date.now()): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const file = join(cache, name);
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < now - keptDays * 86_400_000) rmSync(file, { force: true });
  }
}
