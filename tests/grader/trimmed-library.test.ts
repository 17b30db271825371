import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PyodideInterface } from 'pyodide';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exercisePrograms, gradeIn, importedFiles, startPython } from './imported-files.ts';
import { pythonFiles, trimmedLibrary } from '../../src/widgets/python-exercise/runtime/runtime-files.ts';
import { readZip } from '../../src/widgets/python-exercise/runtime/stored-zip.ts';

/** Python in Node with the library that the page loads. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'library-'));
const library = pythonFiles(root).files.find(({ path }) => path.endsWith('/python_stdlib.zip'))?.bytes ?? Buffer.alloc(0);
let python: PyodideInterface;

beforeAll(async () => {
  writeFileSync(join(folder, 'stdlib.zip'), library);
  python = await startPython(root, join(folder, 'stdlib.zip'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Says that a module is not there. */
const absent = /not part of (?:this|the) exercise/;

const grade = (source: string): Promise<string> => gradeIn(python, { source, spec: { interface: 'wsgi', requests: [{ id: 'a', title: 'a', request: {}, expect: {} }] } });

test('every module that a program of the project imports is in the library', async () => {
  const listed = new Set(readZip(library).map(({ name }) => name));
  expect(listed.size).toBeGreaterThan(100);
  const missing = (await importedFiles(root)).filter((file) => !listed.has(file));
  expect(missing, 'run node tests/grader/list-modules.ts').toEqual([]);
}, 120_000);

test('no solution fails for a module that is not there', async () => {
  const all = exercisePrograms(root).filter(({ file }) => file.endsWith('/solution.py'));
  expect(all.length).toBeGreaterThan(10);
  for (const program of all) expect(await gradeIn(python, program), program.file).not.toMatch(absent);
}, 120_000);

test.each([
  ['tkinter', 'it belongs to the standard library, but no exercise needs it'],
  ['requests', 'only modules of the standard library are here'],
])('a program that imports %s is told that it is not there', async (name, why) => {
  expect(await grade(`import ${name}`)).toContain(`not part of this exercise's Python: ${name} (${why})`);
});

test('a program may ask whether a module is there', async () => {
  expect(await grade('try:\n    import tkinter\nexcept ImportError:\n    tkinter = None\nimport importlib.util\nprint("found", importlib.util.find_spec("json") is not None)')).toContain('found True');
});

test('a list made for another version is refused', () => {
  expect(() => trimmedLibrary([], ['json/__init__.py'])).toThrow(/not in this version's library: json\/__init__\.py\. Run node/);
});
