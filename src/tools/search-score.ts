/**
 * `npm run search:score`: how often the first result of the built site's search is the right one, as the mean of one over
 * the place of the first right result, by kind of query. With `--misses` it lists the queries whose first result is another,
 * but for those kept aside. Ends with 1 when a score is less than demanded.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runScore } from '../search/score/run-score.ts';
import { scoreTable, shortfalls } from '../search/score/score.ts';
import { root, runTool, ToolError } from './run-tool.ts';

await runTool(async () => {
  const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false }, site: { type: 'string', default: join(root, 'dist') } } });
  if (!existsSync(join(values.site, 'pagefind'))) throw new ToolError(`There is no search index in ${values.site}: npm run build makes it.`);
  const started = performance.now();
  const ranks = await runScore(root, values.site);
  const table = scoreTable(ranks);
  console.log(`${'Queries'.padEnd(14)}${'number'.padStart(8)}${'all'.padStart(8)}${'tuned'.padStart(8)}${'aside'.padStart(8)}`);
  for (const { name, queries, all, tuned, aside } of table) {
    console.log(`${name.padEnd(14)}${String(queries).padStart(8)}${[all, tuned, aside].map((score) => score.toFixed(3).padStart(8)).join('')}`);
  }
  if (values.misses) {
    for (const { kind, ask, place, first, aside } of ranks) if (place !== 1 && !aside) console.log(`\n${kind}: ${ask}\n  ${place ? `place ${place}` : 'not found'}, behind ${first.join(', ')}`);
  }
  const short = shortfalls(table);
  console.log(`\n${ranks.length} queries in ${((performance.now() - started) / 1000).toFixed(1)} s.${short.map((sentence) => `\n${sentence}`).join('')}`);
  return short.length > 0 ? 1 : 0;
});
