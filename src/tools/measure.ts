/**
 * `npm run measure`: sizes and times of the built site, in a browser with a slow processor and line, as a table and in
 * test-results/measure.json; `--json` prints that instead. Ends with 1 when a budget of src/measure/budgets.ts is exceeded.
 * `--times 9` loads each page so often; `--until-met` stops as soon as a page keeps to its budgets of time, and tolerates
 * what another machine may need longer, as `npm test` does.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readGuide } from '../content/read-guide.ts';
import { defaultLocale } from '../i18n/locales.ts';
import { tolerance } from '../measure/budgets.ts';
import { judged } from '../measure/check.ts';
import { measureSite } from '../measure/measure-site.ts';
import { processorShare } from '../measure/share.ts';
import { measureTable } from '../measure/table.ts';
import { buildIfChanged, builtBase, dist } from './build-record.ts';
import { root, runTool, ToolError } from './run-tool.ts';
import { resultsFolder } from './test-step.ts';

await runTool(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, times: { type: 'string', default: '5' }, 'until-met': { type: 'boolean', default: false }, 'no-build': { type: 'boolean', default: false } },
  });
  const times = Number(values.times);
  if (!Number.isInteger(times) || times < 1 || times > 99) throw new ToolError(`A page cannot be loaded "${values.times}" times: write a number from 1 to 99.`);
  if (!values['no-build']) await buildIfChanged();
  else if (!existsSync(join(dist, 'index.html'))) throw new ToolError('There is no built site to measure: run npm run build first, or leave --no-build out.');
  const started = performance.now();
  const say = values.json ? undefined : (line: string): void => console.error(`  … ${line}`);
  const before = processorShare();
  const measured = await measureSite({ site: dist, base: builtBase(), guide: readGuide(root, defaultLocale), locale: defaultLocale, times, untilMet: values['until-met'], ...(say && { say }) });
  const share = Math.min(before, processorShare());
  const { problems, notJudged } = judged(measured.rows, share, values['until-met'] ? tolerance : 1);
  const json = JSON.stringify({ ...measured, share, problems, notJudged }, null, 2);
  mkdirSync(join(root, resultsFolder), { recursive: true });
  writeFileSync(join(root, resultsFolder, 'measure.json'), `${json}\n`);
  console.log(values.json ? json : `\n${measureTable(measured)}\n\nMeasured in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  if (notJudged.length > 0) console.error(`Over their budgets, but told only (a busy program gets ${Math.round(share * 100)} % of a processor here):\n${notJudged.join('\n')}`);
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
});
