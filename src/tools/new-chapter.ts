/** `npm run new:chapter -- <slug>`: makes a chapter that passes every check but the word counts. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createChapter } from './new-chapter/create-chapter.ts';
import { root, runNode, runTool, ToolError } from './run-tool.ts';

const usage = 'npm run new:chapter -- reverse-proxy --number 140 --title "What does a reverse proxy do?"';

await runTool(async () => {
  const { slug, number, title } = readArguments();
  const now = new Date();
  const date = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  const files = createChapter(root, { slug, number, title, date });
  console.log(`Made:\n${files.map((file) => `  ${file}`).join('\n')}`);

  const chapter = files.find((file) => file.endsWith('chapter.en.mdx')) ?? '';
  const folder = dirname(chapter);
  await runNode(['src/lab/record-labs.ts', `${basename(folder)}/`]);
  if (!existsSync(join(root, folder, 'labs/first-run/transcripts/first.txt'))) {
    console.log(`Its lab is not recorded yet: run npm run labs:record -- ${basename(folder)}/ where python3 is installed.`);
  }
  // Without a browser it says so itself; the next build draws.
  await runNode(['src/diagrams/draw.ts']);
  console.log(`Now replace everything that begins with "Write" in ${chapter} and beside it; npm run dev shows it while you do.`);
  return 0;
});

function readArguments(): { slug: string; number: number | undefined; title: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { number: { type: 'string' }, title: { type: 'string' } },
      allowPositionals: true,
    });
    const [slug, ...more] = positionals;
    if (slug === undefined || more.length > 0) throw new ToolError(`Write one slug: ${usage}`);
    return { slug, number: values.number === undefined ? undefined : Number(values.number), title: values.title };
  } catch (error) {
    throw error instanceof ToolError ? error : new ToolError(`${(error as Error).message}. Write it like this: ${usage}`);
  }
}
