import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { openEngine, type Engine, type Port } from '../engine.ts';
import { ranking } from '../ranking.ts';

/** The engine on the files of a built site, and what it has loaded so far. */
export interface NodeEngine {
  readonly engine: Engine;
  /** Files below pagefind/ with their sizes as a server sends them, in bytes, in the order in which they were loaded. */
  readonly loaded: ReadonlyMap<string, number>;
  /** Addresses of everything that can be found. */
  readonly addresses: ReadonlySet<string>;
}

/**
 * Opens the index of a built site in this process: the same code as on the page, with Pagefind's own worker.
 * @param site folder of the built site
 * @throws Error when a file is missing
 */
export async function openNodeEngine(site: string, locale: string): Promise<NodeEngine> {
  const folder = '/pagefind/';
  const loaded = new Map<string, number>();
  const read = (address: string): Response => {
    const name = new URL(address, 'http://site').pathname.slice(folder.length);
    const bytes = readFileSync(join(site, 'pagefind', name));
    loaded.set(name, /\.(?:json|txt|js)$/.test(name) ? brotliCompressSync(bytes).length : bytes.length);
    return new Response(bytes);
  };
  const fetch = async (address: string): Promise<Response> => read(address);
  const startWorker = (address: string): Port => {
    const code = readFileSync(join(site, 'pagefind', address.slice(folder.length)), 'utf8');
    loaded.set('pagefind-worker.js', brotliCompressSync(code).length);
    return workerPort(code, fetch);
  };
  const engine = await openEngine({ folder, locale, ranking, startWorker, fetch });
  const texts = join(site, 'pagefind/text', `${locale}_${engine.head.version}`);
  const addresses = new Set(readdirSync(texts).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(texts, name), 'utf8').split('\n', 1)[0] ?? ''));
  return { engine, loaded, addresses };
}

/** Runs the code of a worker in this process, with a scope of its own for messages and files. */
function workerPort(code: string, fetch: (address: string) => Promise<Response>): Port {
  const inside: ((event: { readonly data: unknown }) => void)[] = [];
  const outside: ((event: { readonly data: unknown }) => void)[] = [];
  const self = {
    addEventListener: (_: string, listener: (event: { readonly data: unknown }) => void) => inside.push(listener),
    postMessage: (data: unknown) => outside.forEach((listener) => listener({ data })),
    location: { href: 'http://site/' },
  };
  new Function('self', 'fetch', 'location', code)(self, fetch, self.location);
  return {
    postMessage: (data) => inside.forEach((listener) => listener({ data })),
    addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) => {
      if (type === 'message') outside.push(listener);
    },
  };
}
