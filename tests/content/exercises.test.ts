import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExerciseFile } from '../../src/content/read-exercises.ts';
import { readGuide } from '../../src/content/read-guide.ts';
import { gradeAll, pythonMissing } from '../grader/run-python.ts';

/**
 * Every exercise under the system's Python: the worked solution is accepted for all requests, the start is not, and each
 * near miss is rejected for the rule that it is said to break. (Puzzles: puzzles.test.ts.)
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const exercises = readGuide(root, 'en').chapters.flatMap(({ slug, exercises: own }) => own.map((exercise) => ({ name: `${slug}#${exercise.id}`, exercise })));

/** What `grader.exercise.run` says, as far as it is looked at here. */
interface Result {
  readonly verdict: string;
  readonly rule: string | null;
  readonly tests: readonly { readonly id: string; readonly verdict: string; readonly rule: string | null; readonly sent?: unknown; readonly expected?: unknown }[];
}

interface Job {
  readonly key: string;
  readonly source: string;
  readonly exercise: ExerciseFile;
}

function jobsOf(name: string, exercise: ExerciseFile): readonly Job[] {
  const job = (part: string, source: string): Job => ({ key: `${name} ${part}`, source, exercise });
  return [
    job('solution', exercise.solution),
    job('starter', exercise.starter),
    ...[...exercise.wrong].map(([file, source]) => job(`wrong/${file}`, source)),
  ];
}

const results = new Map<string, Result>();

const missing = pythonMissing();

beforeAll(() => {
  if (missing) return;
  const jobs = exercises.flatMap(({ name, exercise }) => jobsOf(name, exercise));
  const graded = gradeAll(jobs.map(({ source, exercise: { data } }) => ({ exercise: { interface: data.interface, requests: data.requests }, source })));
  for (const [i, result] of (graded as unknown as Result[]).entries()) results.set(jobs[i]?.key ?? '', result);
}, 120_000);

/** The result of a program, and in words what was rejected. */
function resultOf(key: string): { readonly result: Result; readonly words: string } {
  const result = results.get(key);
  if (!result) throw new Error(`${key} was not graded`);
  const rejected = result.tests.filter(({ verdict }) => verdict !== 'accept');
  return { result, words: rejected.map(({ id, rule, sent, expected }) => `${id}: ${rule}: ${JSON.stringify(sent)}, expected ${JSON.stringify(expected)}`).join('\n') };
}

test('there are at least sixteen exercises', () => {
  expect(exercises.length).toBeGreaterThanOrEqual(16);
});

describe.skipIf(missing).each(exercises)('$name', ({ name, exercise }) => {
  test('the worked solution is accepted for every request', () => {
    const { result, words } = resultOf(`${name} solution`);
    expect(words).toBe('');
    expect(result.verdict).toBe('accept');
    const tested = new Set(result.tests.map(({ id }) => id));
    expect(exercise.data.requests.filter(({ id }) => !tested.has(id))).toEqual([]);
  });

  test('the start is rejected', () => {
    expect(resultOf(`${name} starter`).result.verdict).toBe('reject');
  });

  test.each(exercise.data.wrong)('$file is rejected for $rule', ({ file, rule }) => {
    const { result, words } = resultOf(`${name} wrong/${file}`);
    expect(result.verdict).toBe('reject');
    const first = result.tests.find(({ verdict }) => verdict === 'reject');
    expect(first?.rule, words).toBe(rule);
  });
});
