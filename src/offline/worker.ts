/**
 * The service worker of a guide that a reader has saved for offline use; registered on request, never before.
 * The network is asked first, so that readers see what is published now; files whose names change with their content
 * come from the copy. It stands alone, without imports: src/pages/sw.js.ts serves it with its types taken away.
 */

/** The part of a service worker's global scope that is used; the types of workers and of pages cannot stand side by side. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(promise: Promise<unknown>): void }) => void): void;
  addEventListener(type: 'fetch', listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
}

const worker = globalThis as unknown as WorkerScope;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  // What is fetched for a new copy must not come from the old one.
  if (request.headers.has('x-for-copy')) return;
  if (request.method === 'GET' && new URL(request.url).origin === worker.location.origin) event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (/\/_astro\/|\/python\/|\/pagefind\/(?:index|text)\//.test(pathname)) {
    return (await saved(request)) ?? (await fetch(request));
  }
  try {
    const answered = await fetch(request);
    // A server that is just being renewed, or is out of order, is no better than none.
    return answered.status < 500 ? answered : ((await saved(request)) ?? answered);
  } catch (error) {
    const copy = await saved(request);
    if (copy) return copy;
    throw error;
  }
}

/** The file in the newest copy that has it. What stands behind `?` belongs to the reader, not to the file. */
async function saved(request: Request): Promise<Response | undefined> {
  const names = (await caches.keys()).filter((name) => name.startsWith('request-path-offline:'));
  for (const name of names.reverse()) {
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true, ignoreVary: true });
    // A browser takes no answer for a page that came by way of another address.
    if (found) return found.redirected ? Response.redirect(found.url) : found;
  }
  return undefined;
}
