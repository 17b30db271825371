import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonMark } from './build-message.ts';
import { packageFile, root, runNode, startBeside, ToolError } from './run-tool.ts';

/** Where a build goes. */
export interface BuildTarget {
  /** Folder of the finished site; replaced only by a build that succeeded. */
  readonly out: string;
  /** Folder for what Astro keeps between builds. */
  readonly cache: string;
}

/** Draws the diagrams that have no drawing yet. Without any it needs no browser. */
export async function drawMissing(): Promise<void> {
  await step('the drawings', ['src/diagrams/draw.ts']);
}

/** Renders the pages, indexes them for the search, and compresses what is there meanwhile. Stops with a `ToolError`; the step has said why. */
export async function buildSite({ out, cache }: BuildTarget): Promise<void> {
  const unfinished = join(root, '.cache', `building-${process.pid}`);
  try {
    // Compressing takes as much of a processor as everything else, so it goes on beside it.
    const ahead = startBeside(['src/hosting/compress-ahead.ts', unfinished]);
    try {
      await step('the pages', ['src/tools/astro-build.ts', unfinished, cache]);
      await step('the search index', indexCommand(unfinished));
      await step('the list of files for reading without a network', ['src/offline/write-list.ts', unfinished]);
      await ahead.finish();
    } finally {
      ahead.stop();
    }
    await step('the files for hosts', ['src/hosting/finish-site.ts', unfinished]);
    await replace(out, unfinished);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function indexCommand(site: string): string[] {
  const own = 'src/search/build-index.ts';
  if (existsSync(join(root, own))) return [own, site];
  return [packageFile('pagefind', 'lib/runner/bin.cjs'), '--site', site, '--silent'];
}

/** Runs one step quietly; what it printed is shown if it failed. */
async function step(what: string, command: readonly string[]): Promise<void> {
  let printed = '';
  const status = await runNode(command, { onOutput: (text) => (printed += text) });
  if (status === 0) {
    // Vite warns of a mark that Astro itself sets in every chapter.
    const warnings = printed.split('\n').filter((line) => /\bwarn/i.test(line) && !line.includes('astro:head-inject'));
    if (warnings.length > 0) console.log(warnings.join('\n'));
    return;
  }
  const at = printed.lastIndexOf(reasonMark);
  console.error((at < 0 ? printed : printed.slice(at + reasonMark.length)).trimEnd());
  throw new ToolError(`The site was not built: ${what} failed (see above).`);
}

async function replace(out: string, finished: string): Promise<void> {
  const old = `${finished}-old`;
  const hadOne = existsSync(out);
  if (hadOne) await rename(out, old);
  try {
    await rename(finished, out);
  } catch (error) {
    if (hadOne) await rename(old, out);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
