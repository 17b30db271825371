import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { find } from '../find.ts';
import type { NodeEngine } from './node-engine.ts';
import { queryFiles, queryKinds, readQueries } from './queries.ts';
import { looked, rankOf, type Rank } from './score.ts';

/**
 * Asks a built site's search all queries of a file.
 * @param root the project's folder
 * @throws Error when a query names a section that is not in the index
 */
export async function runScore(root: string, { engine, addresses }: NodeEngine, which: keyof typeof queryFiles): Promise<readonly Rank[]> {
  const file = queryFiles[which];
  const queries = readQueries(parse(readFileSync(join(root, file), 'utf8')), which);
  const ranks: Rank[] = [];
  for (const kind of queryKinds) {
    for (const query of queries[kind]) {
      const lost = query.at.find((address) => !addresses.has(address));
      if (lost !== undefined) throw new Error(`${file}: “${query.ask}” is answered at ${lost}, which the search does not have; name the section’s address as it is now.`);
      const { results } = await find(engine, query.ask, { limit: looked });
      ranks.push(rankOf(kind, query, results.map(({ address }) => address)));
    }
  }
  return ranks;
}
