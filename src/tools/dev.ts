/** `npm run dev`: Astro's author server; a saved chapter or diagram shows at once. Options are Astro's own. */
import { packageFile, runNode, runTool } from './run-tool.ts';

await runTool(() => runNode([packageFile('astro', 'bin/astro.mjs'), 'dev', ...process.argv.slice(2)]));
