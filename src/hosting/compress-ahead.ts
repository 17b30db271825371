/**
 * `compress-ahead.ts <site>`: while a site is being built into a folder, compresses what lies there already, so that
 * the build's last step finds the copies made. It writes nothing into the site: a file that is half written now, or
 * changed later, costs a copy that nobody asks for. A line of input says that the last file is written; it ends when
 * all are compressed, or at once when its input ends without that line.
 */
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isCompressible } from '../server/headers.ts';
import { root } from '../tools/run-tool.ts';
import { eachLargestFirst } from './compress-site.ts';
import { codingNames, compressed, compressedCache } from './compressed.ts';
import { servedFiles } from './site-list.ts';

const [site] = process.argv.slice(2);
if (!site) throw new Error('usage: compress-ahead.ts <site>');

/** Milliseconds for which a file stays as it is before it counts as written. */
const settles = 300;

/** One processor is left to what the build waits for. */
const beside = Math.max(1, availableParallelism() - 1);

let isComplete = false;
process.stdin.on('data', () => (isComplete = true)).on('end', () => isComplete || process.exit());

const done = new Set<string>();
for (let isLast = false; !isLast; ) {
  isLast = isComplete;
  const now = Date.now();
  const fresh = filesSoFar(site)
    .filter((path) => !path.includes('/.') && isCompressible(path))
    .map((path) => join(site, path))
    .filter((file) => !done.has(file) && (isLast || isSettled(file, now)));
  for (const file of fresh) done.add(file);
  await eachLargestFirst(fresh, async (file) => {
    // The last round goes on with it, on every processor.
    if (isComplete && !isLast) return void done.delete(file);
    const bytes = readIfThere(file);
    if (!bytes) return;
    // The build brings Python's brotli copies itself.
    const codings = file.startsWith(join(site, 'python/')) ? (['gz'] as const) : codingNames;
    for (const coding of codings) await compressed(bytes, coding, compressedCache(root));
  }, isLast ? undefined : beside);
  if (!isLast && fresh.length === 0) await wait(100);
}
process.exit();

function filesSoFar(folder: string): readonly string[] {
  try {
    return servedFiles(folder);
  } catch {
    return []; // It is not there yet, or a folder in it has just gone.
  }
}

/** What Astro takes away again may be gone by now. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function isSettled(file: string, now: number): boolean {
  const { size, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: now };
  return size > 0 && mtimeMs < now - settles;
}
