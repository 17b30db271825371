import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide, type PyodideInterface } from 'pyodide';
import { parse } from 'yaml';
import { graderSources, hasGrader } from '../../src/widgets/python-exercise/runtime/runtime-files.ts';
import { readCorpus } from './corpus.ts';

/** A program, and what it is run with. */
export interface Program {
  /** Path from the project's folder. */
  readonly file: string;
  readonly source: string;
  readonly spec: { readonly interface: string; readonly requests: readonly unknown[] };
}

/** Modules that a reader's program may well import, besides those that the graders need. */
const welcome = [
  ...['abc', 'ast', 'asyncio', 'base64', 'bisect', 'calendar', 'cmath', 'collections.abc', 'contextlib', 'contextvars', 'copy', 'csv'],
  ...['dataclasses', 'datetime', 'email.message', 'email.utils', 'enum', 'functools', 'gzip', 'hashlib', 'heapq', 'hmac', 'html', 'html.parser'],
  ...['http', 'http.cookies', 'inspect', 'io', 'itertools', 'json', 'logging', 'math', 'mimetypes', 'operator', 'os', 'pathlib', 'pprint', 'queue', 'random', 're'],
  ...['secrets', 'shlex', 'string', 'struct', 'tempfile', 'textwrap', 'threading', 'time', 'traceback', 'types', 'typing', 'unicodedata', 'urllib.parse'],
  ...['uuid', 'warnings', 'weakref', 'wsgiref.handlers', 'wsgiref.headers', 'wsgiref.util', 'wsgiref.validate', 'zlib', 'encodings.idna', 'encodings.latin_1', 'encodings.utf_16'],
];

/** Programs that fail in ways of their own: their tracebacks need modules, too. */
const failing = ['def app(:', 'app = 1 /', 'raise ValueError("é")', 'import nothing_of_this_name', 'def app(e, s):\n  return undefined_name', 'class A:\n  def __getattr__(self, n): raise KeyError(n)\napp = A()', 'print("x" * 10)\nimport sys\nprint("e", file=sys.stderr)\napp = None'];

/** All programs that are kept for the graders: the exercises' own, and the corpus of the graders' tests. */
function programs(root: string): readonly Program[] {
  const corpus = readCorpus().map(({ name, job: { interface: kind, source, request } }) => ({
    file: name,
    source,
    spec: { interface: kind, requests: [{ id: 'a', title: 'a', request }] },
  }));
  return [...exercisePrograms(root), ...corpus].filter(({ spec }) => hasGrader(root, spec.interface));
}

/** Starts, solutions and wrong programs of all exercises; those that use a framework need more than this Python. */
export function exercisePrograms(root: string): readonly Program[] {
  const chapters = join(root, 'content/chapters');
  const exercises = readdirSync(chapters, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/exercises\/[^/]+\/exercise\.en\.yaml$/.test(name))
    .sort();
  return exercises.flatMap((name) => {
    const folder = join(chapters, name, '..');
    const spec = parse(readFileSync(join(chapters, name), 'utf8')) as Program['spec'];
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /^(?:starter|solution|wrong\/.+)\.py$/.test(file)).sort();
    return files.map((file) => ({ file: join(folder, file), source: readFileSync(join(folder, file), 'utf8'), spec: { interface: spec.interface, requests: spec.requests } }));
  });
}

/** Starts Python as the page does, in Node. @param stdLib path of another standard library */
export async function startPython(root: string, stdLib?: string): Promise<PyodideInterface> {
  const python = await loadPyodide({ stdout: () => undefined, stderr: () => undefined, ...(stdLib ? { stdLibURL: stdLib } : {}) });
  for (const [path, source] of Object.entries(graderSources(root))) {
    python.FS.mkdirTree(`/lib/exercise/${path}`.replace(/\/[^/]*$/, ''));
    python.FS.writeFile(`/lib/exercise/${path}`, source);
  }
  python.runPython('import sys; sys.path.insert(0, "/lib/exercise")');
  return python;
}

/** Grades a program as the page does. @returns the report as JSON */
export async function gradeIn(python: PyodideInterface, { spec, source }: Pick<Program, 'spec' | 'source'>): Promise<string> {
  const runner = python.pyimport('page_runner') as { run(spec: string, source: string): Promise<string> };
  return runner.run(JSON.stringify(spec), source);
}

/** Files of the standard library that all of this imports, in order of names. */
export async function importedFiles(root: string): Promise<readonly string[]> {
  const python = await startPython(root);
  const all = programs(root);
  const specs = [...new Map(all.map(({ spec }) => [spec.interface, spec])).values()];
  for (const program of all) await gradeIn(python, program);
  for (const spec of specs) for (const source of failing) await gradeIn(python, { spec, source });
  for (const name of welcome) python.runPython(`import ${name}`);
  const files = python.runPython(`
import sys
found = set()
for module in list(sys.modules.values()):
    file = getattr(module, "__file__", None) or ""
    if ".zip/" in file:
        found.add(file.split(".zip/", 1)[1])
sorted(found)
`) as { toJs(): string[] };
  return files.toJs();
}
