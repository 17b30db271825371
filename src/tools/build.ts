/** `npm run build`: builds the site into dist/, unless it is there already, built from this source. `--again` builds in any case. */
import { parseArgs } from 'node:util';
import { buildIfChanged } from './build-record.ts';
import { runTool } from './run-tool.ts';

await runTool(async () => {
  const { values } = parseArgs({ options: { again: { type: 'boolean', default: false } } });
  const started = performance.now();
  const built = await buildIfChanged({ always: values.again });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(built ? `Built dist/ in ${seconds} s.` : 'dist/ is built from this very source already (npm run build -- --again builds it again).');
  return 0;
});
