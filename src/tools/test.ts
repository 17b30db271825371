/** `npm test`: runs every step, says what failed, and ends with the sums. `--only unit,labs` runs some of them and what they need. */
import { parseArgs } from 'node:util';
import { closingLine, sum, type Counts } from './counts.ts';
import { excerpt } from './excerpt.ts';
import { runTool, ToolError } from './run-tool.ts';
import { runStep, type StepResult, type TestStep } from './test-step.ts';
import { testSteps } from './test-steps.ts';

await runTool(async () => {
  const steps = chosen(parseArgs({ options: { only: { type: 'string' } } }).values.only);
  const results = new Map<string, StepResult>();
  const notRun: string[] = [];

  for (const step of steps) {
    console.log(`\n── ${step.heading}`);
    const broken = step.after?.find((id) => (results.get(id)?.counts.failed ?? 0) > 0);
    if (broken) {
      console.log(`   not run: ${headingOf(broken)} failed`);
      notRun.push(step.heading);
      continue;
    }
    const result = await runStep(step);
    results.set(step.id, result);
    say(step, result);
  }

  const total = sum([...results.values()].map(({ counts }) => counts));
  const empty = steps.filter((step) => isEmpty(results.get(step.id)?.counts));
  const forbidden = process.env['CI'] !== undefined && process.env['CI'] !== '' && total.skipped > 0;
  console.log('\n── Summary');
  for (const step of steps) console.log(`   ${step.heading}: ${summary(results.get(step.id))}`);
  for (const step of empty) console.log(`${step.heading} ran no test at all: that is a failure too.`);
  if (forbidden) console.log('CI is set, and then nothing may be skipped: install what the lines above name.');
  console.log(closingLine(total));
  return total.failed > 0 || empty.length > 0 || notRun.length > 0 || forbidden ? 1 : 0;
});

function chosen(only: string | undefined): readonly TestStep[] {
  if (only === undefined) return testSteps;
  const ids = only.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !testSteps.some((step) => step.id === id));
  if (unknown !== undefined) {
    throw new ToolError(`There is no step "${unknown}": write some of ${testSteps.map(({ id }) => id).join(', ')}.`);
  }
  const needed = testSteps.filter(({ id }) => ids.includes(id)).flatMap(({ after = [] }) => after);
  return testSteps.filter(({ id }) => ids.includes(id) || needed.includes(id));
}

function say(step: TestStep, { counts, output, log, seconds }: StepResult): void {
  if (counts.failed > 0 && !step.live) console.log(excerpt(output));
  const remark = step.remark?.(output);
  if (remark) console.log(`   Passed only when tried again:\n${remark}`);
  console.log(`   ${closingLine(counts)} (${seconds.toFixed(1)} s${counts.failed > 0 && log ? `; all of it in ${log}` : ''})`);
}

function headingOf(id: string): string {
  return testSteps.find((step) => step.id === id)?.heading ?? id;
}

function isEmpty(counts: Counts | undefined): boolean {
  return counts !== undefined && counts.passed + counts.failed + counts.skipped === 0;
}

function summary(result: StepResult | undefined): string {
  return result ? closingLine(result.counts) : 'not run';
}
