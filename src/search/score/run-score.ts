import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { find } from '../find.ts';
import { openNodeEngine } from './node-engine.ts';
import { queryKinds, readQueries } from './queries.ts';
import { looked, rankOf, type Rank } from './score.ts';

/**
 * Asks a built site's search all queries of tests/search/queries.yaml.
 * @param root the project's folder
 * @param site folder of the built site
 * @throws Error when a query names a section that is not in the index
 */
export async function runScore(root: string, site: string): Promise<readonly Rank[]> {
  const queries = readQueries(parse(readFileSync(join(root, 'tests/search/queries.yaml'), 'utf8')));
  const { engine } = await openNodeEngine(site, 'en');
  const known = new Set(engine.names.rows.map(([address]) => address));
  const ranks: Rank[] = [];
  for (const kind of queryKinds) {
    for (const query of queries[kind]) {
      const lost = query.at.find((address) => !known.has(address));
      if (lost !== undefined) throw new Error(`tests/search/queries.yaml: “${query.ask}” is answered at ${lost}, which the search does not have; name the section’s address as it is now.`);
      const { results } = await find(engine, query.ask, { limit: looked });
      ranks.push(rankOf(kind, query, results.map(({ address }) => address)));
    }
  }
  return ranks;
}
