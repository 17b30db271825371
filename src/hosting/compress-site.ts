import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isCompressible } from '../server/headers.ts';
import { codingNames, compressed, forgetOldCopies } from './compressed.ts';
import { servedFiles } from './site-list.ts';

/**
 * Writes `.br` (brotli 11) and `.gz` beside each file that becomes smaller; copies that the build has made already stay.
 * @param site folder of the built site
 * @param cache folder that keeps copies by the hash of their source, so that only what changed is compressed again
 */
export async function compressSite(site: string, cache: string): Promise<void> {
  await eachLargestFirst(servedFiles(site).filter(isCompressible).map((path) => join(site, path)), async (file) => {
    const bytes = readFileSync(file);
    for (const coding of codingNames) {
      const copy = `${file}.${coding}`;
      if (existsSync(copy)) continue;
      const smaller = await compressed(bytes, coding, cache);
      if (smaller.length < bytes.length) writeFileSync(copy, smaller);
    }
  });
  forgetOldCopies(cache);
}

/** The largest come first, since one file is the work of one processor; and few at once, since all of them fill the memory. */
export async function eachLargestFirst(files: readonly string[], work: (file: string) => Promise<void>, atOnce = availableParallelism() + 1): Promise<void> {
  const size = new Map(files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.size ?? 0]));
  const queue = files.toSorted((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0)).values();
  const worker = async (): Promise<void> => {
    for (const file of queue) await work(file);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
