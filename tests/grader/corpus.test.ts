import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { expect, test } from 'vitest';
import { differences, graderFolder, readCorpus } from './corpus.ts';
import type { Verdict } from './corpus.ts';
import { readRules } from './read-rules.ts';
import { gradeAll, pythonMissing } from './run-python.ts';

/**
 * Programs that are right, and mostly odd, and programs that break one rule each. The graders must say which; and the
 * same under CPython, for authors, as under Pyodide, for readers.
 */
const corpus = readCorpus();
const jobs = corpus.map(({ job }) => job);
const missing = pythonMissing();

test('the corpus knows every rule that a program can break', () => {
  const broken = new Set(corpus.map(({ rule }) => rule));
  const shown = new Set(corpus.map(({ job }) => job.interface));
  // What an exercise asks for stands in its requests: exercise.test.ts.
  const elsewhere = ['task', 'asgi-more-body'];
  const rules = readRules().filter(({ id }) => !elsewhere.includes(id) && (shown.has(id.split('-')[0] ?? '') || !/^(?:wsgi|asgi|cgi)-/.test(id)));
  expect(rules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
});

test.skipIf(missing)(`each program gets its verdict, its rule and its line under CPython${missing ? ` (not run: ${missing})` : ''}`, { timeout: 120_000 }, () => {
  expect(differences(corpus, gradeAll(jobs))).toEqual([]);
});

test('and under Pyodide, as in the page', { timeout: 120_000 }, async () => {
  const pyodide = await loadPyodide({ indexURL: fileURLToPath(new URL('../../node_modules/pyodide/', import.meta.url)) });
  pyodide.FS.mkdirTree('/exercise/grader');
  for (const file of readdirSync(graderFolder).filter((name) => name.endsWith('.py'))) {
    pyodide.FS.writeFile(`/exercise/grader/${file}`, readFileSync(`${graderFolder}${file}`, 'utf8'));
  }
  pyodide.globals.set('jobs', JSON.stringify(jobs));
  const told: unknown = await pyodide.runPythonAsync(`
import json, sys
sys.path.insert(0, "/exercise")
from grader import batch
json.dumps(await batch.run(json.loads(jobs)))
`);
  expect(differences(corpus, JSON.parse(String(told)) as readonly Verdict[])).toEqual([]);
});
