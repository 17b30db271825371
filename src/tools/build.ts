/** `npm run build`: builds the site into dist/. With `--if-changed` only if it is not there already. */
import { parseArgs } from 'node:util';
import { buildIfChanged } from './build-record.ts';
import { runTool } from './run-tool.ts';

await runTool(async () => {
  const { values } = parseArgs({ options: { 'if-changed': { type: 'boolean', default: false } } });
  const started = performance.now();
  const built = await buildIfChanged({ always: !values['if-changed'] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(built ? `Built dist/ in ${seconds} s.` : 'dist/ is built from this very source already.');
  return 0;
});
