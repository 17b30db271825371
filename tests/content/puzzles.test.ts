import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide, type PyodideInterface } from 'pyodide';
import { beforeAll, describe, expect, test } from 'vitest';
import { guideFor } from '../../src/content/project-guide.ts';
import { puzzleCode } from '../../src/content/puzzle-code.ts';
import type { Exercise } from '../../src/schemas/exercise.ts';
import { arranged, check, keyOf, move, solution, type Arrangement } from '../../src/widgets/parsons-puzzle/model.ts';

const grader = join(import.meta.dirname, '../../src/widgets/python-exercise/grader');
const all = guideFor('en').chapters.flatMap(({ slug, exercises }) =>
  exercises.flatMap(({ id, data }) => (data.puzzle ? [{ name: `${slug}: ${id}`, exercise: data, blocks: data.puzzle.blocks }] : [])),
);
// An interface has a grader, or its programs cannot be judged by any.
const puzzles = all.filter(({ exercise }) => existsSync(join(grader, `${exercise.interface}.py`)));

/** Whether a program keeps all rules and answers every request as its exercise asks. */
const passes = `
import json
from grader import exercise

async def passes(source, asked):
    return (await exercise.run(json.loads(asked), source))["verdict"] == "accept"
`;

let python: PyodideInterface;
beforeAll(async () => {
  python = await loadPyodide({ stdout: () => undefined, stderr: () => undefined });
  python.FS.mkdirTree('/lib/exercise/grader');
  for (const file of readdirSync(grader).filter((name) => name.endsWith('.py'))) {
    python.FS.writeFile(`/lib/exercise/grader/${file}`, readFileSync(join(grader, file), 'utf8'));
  }
  python.runPython('import sys; sys.path.insert(0, "/lib/exercise")');
  python.runPython(passes);
}, 60_000);

async function isAccepted(exercise: Exercise, source: string): Promise<boolean> {
  const run = python.globals.get('passes') as (source: string, exercise: string) => Promise<boolean>;
  return run(source, JSON.stringify(exercise));
}

test('there are puzzles', () => {
  expect(puzzles.length).toBeGreaterThan(0);
});

describe.each(puzzles)('$name', ({ exercise, blocks }) => {
  const key = keyOf(blocks);
  const right = solution(key);
  const programOf = (arrangement: Arrangement): string => puzzleCode(arranged(blocks, arrangement));

  test('the right order is a program that passes', { timeout: 60_000 }, async () => {
    expect(await isAccepted(exercise, programOf(right))).toBe(true);
  });

  test('no neighbours can be exchanged unseen: what the puzzle refuses fails, and what it takes passes', { timeout: 60_000 }, async () => {
    for (let place = 1; place < right.length; place++) {
      const exchanged = move(right, place, place - 1);
      const program = programOf(exchanged);
      const isTaken = check(key, exchanged).kind === 'right';
      expect(await isAccepted(exercise, program), `${isTaken ? 'anyOrder is not true' : 'add `anyOrder: true` to the second of the two'}:\n${program}`).toBe(isTaken);
    }
  });

  test('each wrong line of a pair makes a program that fails', { timeout: 60_000 }, async () => {
    for (const [place, { choice, block }] of right.entries()) {
      if (!choice) continue;
      const program = programOf(right.with(place, { block, choice: 'instead' }));
      expect(await isAccepted(exercise, program), `this passes, so its line is not wrong:\n${program}`).toBe(false);
    }
  });
});
