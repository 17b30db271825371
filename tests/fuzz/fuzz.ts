/**
 * `fuzz.ts [--seed 1] [--count 500] [--builds 3] [--verbose]`: breaks sources of content/ at random, as authors might,
 * and looks at what they are told: each is built, or stopped with file and reason. `--builds`: so many go through the
 * whole build, in a copy of the project; the first of them takes everything that the check let pass.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runTool } from '../../src/tools/run-tool.ts';
import { faultsOfStop, ProjectCopy } from './fuzz-build.ts';
import { changeOf, ContentFuzz, type Change, type Outcome } from './fuzz-content.ts';
import { smallGuides, type SmallGuide } from './targets.ts';

await runTool(async () => {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '500' }, builds: { type: 'string', default: '0' }, verbose: { type: 'boolean', default: false } },
  });
  const scratch = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    const guides = smallGuides(root, join(scratch, 'guides'));
    const outcomes = await checkAll(guides, Number(values.seed), Number(values.count), values.verbose);
    const count = (kind: Outcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
    console.log(`${outcomes.length} broken sources: ${count('stopped')} stopped with file and reason, ${count('built')} built, ${count('bad')} told nothing of use.`);
    const faults = Number(values.builds) > 0 ? await buildSome(guides, outcomes, Number(values.builds), join(scratch, 'project')) : [];
    for (const fault of faults) console.error(fault);
    const failed = count('bad') + faults.length;
    console.log(`${outcomes.length + Number(values.builds) - failed} passed, ${failed} failed, 0 skipped`);
    return failed > 0 ? 1 : 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

async function checkAll(guides: readonly SmallGuide[], seed: number, count: number, isVerbose: boolean): Promise<readonly Outcome[]> {
  const fuzz = new ContentFuzz(guides);
  const outcomes: Outcome[] = [];
  try {
    for (let i = 0; i < count; i++) {
      const outcome = await fuzz.try(seed + i);
      outcomes.push(outcome);
      if (outcome.kind !== 'bad' && !isVerbose) continue;
      console.log(`seed ${outcome.seed}: ${outcome.kind}: ${outcome.file}: ${outcome.what} (${Math.round(outcome.milliseconds)} ms)\n${outcome.said.map((line) => `    ${line}`).join('\n')}`);
    }
  } finally {
    await fuzz.close();
  }
  return outcomes;
}

/** Whole builds: one with all that may be built, then some that are stopped, the last of them at its last step. */
async function buildSome(guides: readonly SmallGuide[], outcomes: readonly Outcome[], builds: number, folder: string): Promise<readonly string[]> {
  const copy = new ProjectCopy(root, folder);
  const changesOf = (kind: Outcome['kind']): readonly Change[] =>
    outcomes.filter((outcome) => outcome.kind === kind).map(({ seed }) => changeOf(guides, seed)).filter(({ guide }) => guide !== guides[0]);
  // An explorer is made of the runs of this chapter, which only the build reads: it would stop, as it should.
  const sound = copy.applySound(changesOf('built').filter(({ file }) => !/180-when-it-breaks\/labs/.test(file)));
  const first = await copy.build();
  console.log(`A whole build with ${sound.length} changed sources ended with status ${first.status}.`);
  if (first.status !== 0 || copy.leftovers().length > 0) {
    return [`the check found nothing, but the build with these changes failed:\n${sound.map(({ file, what }) => `  ${file}: ${what}`).join('\n')}\n${first.printed.slice(-3000)}`];
  }
  const faults: string[] = [];
  const before = copy.site();
  const stopped = changesOf('stopped').filter(({ file, after }) => after !== undefined && /chapter|quiz/.test(file));
  for (const change of stopped.slice(0, builds - 2)) {
    const held = { ...change, before: copy.read(change.file) };
    copy.apply(held);
    faults.push(...faultsOfStop(await copy.build(), change.file, before, copy).map((fault) => `${change.file}: ${change.what}: ${fault}`));
    copy.restore(held);
    console.log(`A whole build was stopped: ${change.file}: ${change.what}.`);
  }
  if (builds < 2) return faults;
  // A page that moved from where a page is: only the last step, which has the whole site, can tell.
  const file = 'content/moved.yaml';
  copy.apply({ file, after: '- { from: /en/glossary/, to: /en/about/ }\n' });
  faults.push(...faultsOfStop(await copy.build(), file, before, copy));
  console.log('A whole build was stopped at its last step.');
  return faults;
}
