/** `npm run build`: builds the site into dist/, whether or not anything changed. */
import { buildIfChanged } from './build-record.ts';
import { runTool } from './run-tool.ts';

await runTool(async () => {
  const started = performance.now();
  await buildIfChanged({ always: true });
  console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return 0;
});
