/**
 * `compare-builds.ts`: builds the site twice from nothing and compares every file.
 * `--with dist` builds once and compares with that folder, which must be built from this source.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { compareFolders } from './compare-folders.ts';
import { root, runTool } from './run-tool.ts';

await runTool(async () => {
  const { values } = parseArgs({ options: { with: { type: 'string' } } });
  const scratch = join(root, '.cache', `compare-${process.pid}`);
  const build = async (name: string): Promise<string> => {
    const out = join(scratch, name);
    await buildSite({ out, cache: join(scratch, `${name}-cache`) });
    return out;
  };

  try {
    const first = values.with ? join(root, values.with) : await build('first');
    const { files, differences } = compareFolders(first, await build('second'));
    for (const difference of differences) console.error(difference);
    console.log(`${files} files compared, ${differences.length} differ.`);
    return differences.length > 0 || files === 0 ? 1 : 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
});
