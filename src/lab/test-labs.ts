import { runTool } from '../tools/run-tool.ts';
import { projectRoot, readCommandLine, runSession } from './lab-session.ts';
import { testLab } from './test-lab.ts';

const help = `npm run labs:test [-- pattern]

Runs the labs content/chapters/*/labs/*/lab.yaml (those whose path contains the pattern) again and compares
what they print with their transcripts, after replacing on both sides what lab.yaml declares volatile.
A lab whose tools are missing here is skipped; with CI or LAB_REQUIRE=all set that is a failure.
Two labs run at once; one that fails beside another runs once more, alone, and that counts.

  --chapters FOLDER   take the labs of another folder of chapters

How to write a lab: npm run labs:record -- --help
`;

await runTool(async () => {
  if (process.argv.includes('--help')) {
    console.log(help);
    return 0;
  }
  const { chapters, pattern } = readCommandLine(process.argv.slice(2), []);
  const requireAll = Boolean(process.env['CI']) || process.env['LAB_REQUIRE'] === 'all';
  return await runSession({ root: projectRoot, chapters, pattern, requireAll, againAlone: true, work: testLab });
});
