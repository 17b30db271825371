import { cachePrefix, forCopyHeader } from '../../offline/names.ts';
import type { OfflineFile } from '../../offline/list.ts';
import { readHeld, sizeOf, type HeldCopy } from './model.ts';

/** Where a cache says what it is. */
const label = '/offline-copy.json';

/** How many files are fetched side by side. */
const atOnce = 6;

/** The newest whole copy that this browser holds. */
export async function heldCopy(): Promise<HeldCopy | undefined> {
  const copies = await Promise.all((await copyNames()).map(async (name) => readHeld(await (await (await caches.open(name)).match(label))?.json().catch(() => undefined))));
  return copies.filter((copy) => copy !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

/**
 * Fetches all files into a cache of their own; older copies go when it is whole.
 * @param base base path of the deployment
 * @param onProgress bytes that have arrived
 * @throws Error when a file does not come or there is no room; what was fetched is then removed
 */
export async function saveCopy(files: readonly OfflineFile[], held: Omit<HeldCopy, 'bytes' | 'at'>, base: string, onProgress: (bytes: number) => void): Promise<void> {
  const name = `${cachePrefix}${held.version}${held.hasPython ? '+python' : ''}`;
  try {
    const cache = await caches.open(name);
    const queue = [...files];
    let arrived = 0;
    const work = async (): Promise<void> => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        const [path, bytes] = file;
        const address = `${base}${path}`;
        const response = await fetch(address, { cache: 'no-cache', headers: { [forCopyHeader]: '1' } });
        // The page that is shown for a missing page is itself no failure.
        if (!response.ok && path !== '/404.html') throw new Error(`${address} answered ${response.status}`);
        await cache.put(address, response);
        arrived += bytes;
        onProgress(arrived);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const text = JSON.stringify({ ...held, bytes: sizeOf(files), at: new Date().toISOString() } satisfies HeldCopy);
    await cache.put(label, new Response(text));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  for (const old of await copyNames()) if (old !== name) await caches.delete(old);
}

/** Removes every copy, and the worker that answers from it. */
export async function removeCopies(): Promise<void> {
  for (const name of await copyNames()) await caches.delete(name);
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
}

async function copyNames(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
}
