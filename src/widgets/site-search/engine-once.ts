import { openEngine, type Engine } from '../../search/engine.ts';
import { find, type Found } from '../../search/find.ts';
import { ranking } from '../../search/ranking.ts';
import { withBase } from '../../lib/paths.ts';

let engine: Promise<Engine> | undefined;
let attempts = 0;

/** Loads the index, once for the page; after a failure the next call tries again. */
export function loadEngine(): Promise<Engine> {
  engine ??= openEngine(withBase('/pagefind/', import.meta.env.BASE_URL), document.documentElement.lang, ranking, attempts++);
  return engine;
}

/** Searches the guide's index. @throws Error when it cannot be reached */
export async function findInGuide(query: string, limit: number): Promise<Found> {
  try {
    return await find(await loadEngine(), query, limit);
  } catch (error) {
    engine = undefined;
    throw error;
  }
}
