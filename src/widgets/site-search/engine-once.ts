import { openEngine, type Engine } from '../../search/engine.ts';
import { find, type Choice, type Found } from '../../search/find.ts';
import { ranking } from '../../search/ranking.ts';
import { withBase } from '../../lib/paths.ts';
import { ownScript } from '../shared/trusted.ts';

let engine: Promise<Engine> | undefined;

/** Loads the index, once for the page; after a failure the next call tries again. */
export function loadEngine(): Promise<Engine> {
  engine ??= openEngine({
    folder: withBase('/pagefind/', import.meta.env.BASE_URL),
    locale: document.documentElement.lang,
    ranking,
    startWorker: (address) => new Worker(ownScript(address)),
    fetch: (address, options) => fetch(address, options),
  });
  return engine;
}

/** Searches the guide's index. @throws Error when it cannot be reached */
export async function findInGuide(query: string, choice: Choice): Promise<Found> {
  try {
    return await find(await loadEngine(), query, choice);
  } catch (error) {
    engine = undefined;
    throw error;
  }
}
