/** `npm run labs:record`: runs the labs against the real servers and keeps what they print. */
import { runNode, runTool } from './run-tool.ts';

await runTool(() => runNode(['src/lab/record-labs.ts', ...process.argv.slice(2)]));
