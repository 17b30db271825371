import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isCompressible } from '../server/headers.ts';
import { servedFiles } from './site-list.ts';

/** Days for which a copy that no build asked for is kept. */
const keptDays = 14;

const codings = {
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 9 }),
} as const;

/**
 * Writes `.br` (brotli 11) and `.gz` beside each file that becomes smaller; copies that the build has made already stay.
 * @param site folder of the built site
 * @param cache folder that keeps copies by the hash of their source, so that only what changed is compressed again
 */
export async function compressSite(site: string, cache: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const work = servedFiles(site).filter(isCompressible).map((path) => compressFile(join(site, path), cache));
  await Promise.all(work);
  const old = Date.now() - keptDays * 86_400_000;
  for (const name of readdirSync(cache)) if ((statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < old) rmSync(join(cache, name), { force: true });
}

async function compressFile(file: string, cache: string): Promise<void> {
  const bytes = readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('hex');
  for (const [extension, compress] of Object.entries(codings)) {
    const copy = `${file}.${extension}`;
    if (existsSync(copy)) continue;
    const kept = join(cache, `${hash}.${extension}`);
    const compressed = existsSync(kept) ? readFileSync(kept) : await compress(bytes);
    if (existsSync(kept)) utimesSync(kept, new Date(), new Date());
    else writeWhole(kept, compressed);
    if (compressed.length < bytes.length) writeFileSync(copy, compressed);
  }
}

/** Another build may be writing the same file. */
function writeWhole(file: string, bytes: Buffer): void {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, bytes);
  renameSync(own, file);
}
