import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide, type PyodideInterface } from 'pyodide';
import { beforeAll, describe, expect, test } from 'vitest';
import { guideFor } from '../../src/content/project-guide.ts';
import { puzzleCode } from '../../src/content/puzzle-code.ts';
import type { Exercise } from '../../src/schemas/exercise.ts';
import { arranged, check, keyOf, move, solution, type Arrangement } from '../../src/widgets/parsons-puzzle/model.ts';

const grader = join(import.meta.dirname, '../../src/widgets/python-exercise/grader');
const puzzles = guideFor('en').chapters.flatMap(({ slug, exercises }) =>
  exercises.flatMap(({ id, data }) => (data.puzzle ? [{ name: `${slug}: ${id}`, exercise: data, blocks: data.puzzle.blocks }] : [])),
);

/** Whether a program keeps all rules and answers every request as its exercise asks. */
const passes = `
import importlib, inspect, json

async def passes(source, exercise):
    exercise = json.loads(exercise)
    grade = importlib.import_module("grader." + exercise["interface"]).grade
    for asked in exercise["requests"]:
        result = grade(source, asked["request"])
        if inspect.isawaitable(result):
            result = await result
        if result["verdict"] != "accept" or not fits(result, asked["expect"]):
            return False
    return True

def fits(result, wanted):
    response = result["response"] or {}
    headers = {name.lower(): value for name, value in response.get("headers") or []}
    return (
        wanted.get("status") in (None, response.get("status"))
        and all(headers.get(name) == value for name, value in wanted.get("headers", {}).items())
        and wanted.get("body") in (None, response.get("body"))
        and wanted.get("body_contains", "") in (response.get("body") or "")
        and wanted.get("blocks") in (None, [block for block in response.get("blocks") or [] if block])
        and wanted.get("log") in (None, result["log"])
    )
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
