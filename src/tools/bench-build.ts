/**
 * `npm run bench:build`: builds copies of the guide with 18, 200 and 1,000 chapters from nothing and says how time and
 * memory grow. `--sizes 18,40,80` takes other sizes, `--seed 2` other texts, `--json` prints one object.
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { chapterFolders } from '../content/read-guide.ts';
import { growthOf, growthSentence, growthTable } from './bench/growth.ts';
import { measureBuild, type BuildFigures } from './bench/measure-build.ts';
import { root, runTool, ToolError } from './run-tool.ts';

await runTool(async () => {
  const own = chapterFolders(root).length;
  const { values } = parseArgs({
    options: { sizes: { type: 'string', default: `${own},200,1000` }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (sizes.length !== 3 || sizes.some((size, i) => !Number.isInteger(size) || size < own || size <= (sizes[i - 1] ?? 0))) {
    throw new ToolError(`--sizes wants three numbers of chapters from ${own} on, the smallest first, such as ${own},200,1000.`);
  }
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new ToolError('--seed wants a whole number.');

  const figures: BuildFigures[] = [];
  for (const size of sizes) {
    figures.push(await measureBuild(root, size, seed));
    if (!values.json) console.log(figures.length === 1 ? growthTable(figures) : growthTable(figures).split('\n').at(-1));
  }
  const growth = growthOf(figures);
  const [{ model = 'unknown' } = {}] = cpus();
  const machine = { processor: model.trim(), cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), system: `${process.platform} ${process.arch}`, node: process.versions.node };
  if (values.json) console.log(JSON.stringify({ machine, seed, builds: figures, growth }, undefined, 2));
  else {
    for (const one of growth) console.log(growthSentence(one));
    console.log(`On ${machine.cores} × ${machine.processor}, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}; seed ${seed}.`);
  }
  return growth.every(({ isLinear }) => isLinear) ? 0 : 1;
});
