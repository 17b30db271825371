import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import type { Verdict } from './corpus.ts';
import { graderFolder } from './corpus.ts';

/** How `python3 -m <args>` ends in the folder that holds the package `grader`. */
export function python(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('python3', ['-B', '-m', ...args], {
    cwd: dirname(graderFolder),
    input,
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 512 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/**
 * Why the graders cannot be run under CPython here, or nothing. Readers of the repository may lack Python: the same
 * programs then run under Pyodide only. With CI set, nothing is left out.
 */
export function pythonMissing(): string | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.version_info >= (3, 11))'], { encoding: 'utf8' });
  if (status === 0 && stdout.trim() === 'True') return undefined;
  if (process.env['CI']) throw new Error('python3 is missing or older than 3.11; install it: with CI set, no test is left out');
  return 'python3 is missing or older than 3.11';
}

/** Grades all jobs in one process. */
export function gradeAll(jobs: readonly unknown[]): readonly Verdict[] {
  const { status, stdout, stderr } = python(['grader.batch'], JSON.stringify(jobs));
  if (status !== 0) throw new Error(`grader.batch ends with ${status}: ${stderr}`);
  return JSON.parse(stdout) as readonly Verdict[];
}
