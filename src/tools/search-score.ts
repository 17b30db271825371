/**
 * `npm run search:score`: how often the first result of the built site's search is the right one, as the mean of one over
 * the place of the first right result, by kind of query; whether each recorded log line of content/failures finds its failure. With `--misses` it lists the queries whose first result is another,
 * but for those kept aside. Ends with 1 when a score is less than demanded.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { readGuide } from '../content/read-guide.ts';
import { missedLines, readSharedLines, recordedLines } from '../search/score/log-lines.ts';
import { openNodeEngine } from '../search/score/node-engine.ts';
import { runScore } from '../search/score/run-score.ts';
import { scoreTable, shortfalls } from '../search/score/score.ts';
import { root, runTool, ToolError } from './run-tool.ts';

await runTool(async () => {
  const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false }, site: { type: 'string', default: join(root, 'dist') } } });
  if (!existsSync(join(values.site, 'pagefind'))) throw new ToolError(`There is no search index in ${values.site}: npm run build makes it.`);
  const started = performance.now();
  const engine = await openNodeEngine(values.site, 'en');
  const ranks = await runScore(root, engine, 'demanded');
  const later = await runScore(root, engine, 'later');
  const table = scoreTable(ranks);
  console.log(`${'Queries'.padEnd(14)}${'number'.padStart(8)}${'all'.padStart(8)}${'tuned'.padStart(8)}${'aside'.padStart(8)}`);
  for (const { name, queries, all, tuned, aside } of [...table, ...scoreTable(later).slice(-1).map((line) => ({ ...line, name: 'written later' }))]) {
    console.log(`${name.padEnd(14)}${String(queries).padStart(8)}${[all, tuned, aside].map((score) => score.toFixed(3).padStart(8)).join('')}`);
  }
  const lines = recordedLines(readGuide(root, 'en'));
  const missed = await missedLines(engine.engine, lines, readSharedLines(parse(readFileSync(join(root, 'tests/search/shared-lines.yaml'), 'utf8'))));
  if (values.misses) {
    for (const { kind, ask, place, first, aside } of [...ranks, ...later]) if (place !== 1 && !aside) console.log(`\n${kind}: ${ask}\n  ${place ? `place ${place}` : 'not found'}, behind ${first.join(', ')}`);
  }
  const short = [...shortfalls(table), ...missed];
  console.log(`\n${lines.length} recorded log lines: ${missed.length === 0 ? 'each leads to its failure' : `${missed.length} times the failure is not first`}.`);
  console.log(`${ranks.length + later.length} queries in ${((performance.now() - started) / 1000).toFixed(1)} s.${short.map((sentence) => `\n${sentence}`).join('')}`);
  return short.length > 0 ? 1 : 0;
});
