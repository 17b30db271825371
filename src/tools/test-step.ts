import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { single, withStatus, type Counts } from './counts.ts';
import { root, runNode } from './run-tool.ts';

/** One step of `npm test`. */
export interface TestStep {
  /** Name for `--only`, and of the log. */
  readonly id: string;
  readonly heading: string;
  /** Script and arguments, run with this Node. */
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Prints as it goes, since its lines are few and each tells something. */
  readonly live?: boolean;
  /** Looks whether the step can run here; throws an error with what to do. */
  readonly before?: () => Promise<unknown>;
  /** Steps without which this one makes no sense. */
  readonly after?: readonly string[];
  /** Report that the program writes, deleted before it starts. */
  readonly report?: string;
  /** Reads report or output; without it the step counts as one test. */
  readonly count?: (read: { readonly report: unknown; readonly output: string }) => Counts | undefined;
  /** What a reader of the results should know although it passed. */
  readonly remark?: (output: string) => string | undefined;
}

/** What a step came to. */
export interface StepResult {
  readonly counts: Counts;
  readonly seconds: number;
  /** What the program printed. */
  readonly output: string;
  /** Where all of it is kept; absent when nothing was started. */
  readonly log: string | undefined;
}

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Folder of logs and reports, below the project's. */
export const resultsFolder = 'test-results';

/** Runs a step; all that it prints goes to its log. */
export async function runStep(step: TestStep): Promise<StepResult> {
  const started = performance.now();
  const hindrance = await step.before?.().then(() => undefined, (error: unknown) => error as Error);
  if (hindrance) return { counts: single(false), seconds: 0, output: hindrance.message, log: undefined };
  const log = `${resultsFolder}/${step.id}.log`;
  mkdirSync(join(root, resultsFolder), { recursive: true });
  if (step.report) rmSync(join(root, step.report), { force: true });

  const file = createWriteStream(join(root, log));
  let output = '';
  const stopBeat = step.live ? undefined : heartbeat();
  const status = await runNode(step.command, {
    env: { NO_COLOR: '1', FORCE_COLOR: undefined, ...step.env },
    onOutput: (text) => {
      output += text;
      file.write(text);
      if (step.live) process.stdout.write(text);
    },
  });
  stopBeat?.();
  file.end();
  await finished(file);

  const seconds = (performance.now() - started) / 1000;
  return { counts: withStatus(read(step, output, status), status), seconds, output, log };
}

function read({ report, count }: TestStep, output: string, status: number): Counts {
  if (!count) return single(status === 0);
  try {
    const written: unknown = report ? JSON.parse(readFileSync(join(root, report), 'utf8')) : undefined;
    return count({ report: written, output }) ?? nothing;
  } catch {
    // No report was written: the program broke off before its first test.
    return nothing;
  }
}

/** Long steps say that they are alive. */
function heartbeat(): () => void {
  const started = performance.now();
  const timer = setInterval(() => {
    console.log(`   … ${Math.round((performance.now() - started) / 1000)} s`);
  }, 30_000);
  return () => clearInterval(timer);
}
