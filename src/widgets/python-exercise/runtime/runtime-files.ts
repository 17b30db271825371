import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressed, compressedCache, copyName } from '../../../hosting/compressed.ts';
import type { Framework } from '../../../schemas/exercise.ts';
import { frameworkArchive, type FrameworkArchive } from './framework-archive.ts';
import type { RuntimeFile, RuntimeManifest } from './protocol.ts';
import { readZip, storedZip, type ZipEntry } from './stored-zip.ts';

/** A file of the site. */
export interface ServedFile {
  /** Path below `/python/`. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Python as the site serves it. */
export interface PythonFiles {
  /** Path of the manifest below `/python/`; its name holds the hash of everything. */
  readonly manifest: string;
  readonly files: readonly ServedFile[];
  /** What a framework needs, below `/python/` as well, and fetched by a click of its own. */
  readonly archives: Readonly<Record<Framework, FrameworkArchive>>;
}

/** Files that Pyodide fetches by these names from one folder; the library and the lock file are made here. */
const fromPackage = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm'] as const;

let made: PythonFiles | undefined;

/**
 * The files of the interpreter, the trimmed standard library and the graders, with a hash in every address. Read
 * once a process.
 * @param root folder of the project
 */
export function pythonFiles(root: string): PythonFiles {
  made ??= make(root);
  return made;
}

function make(root: string): PythonFiles {
  const pyodide = (name: string): Buffer => readFileSync(join(root, 'node_modules/pyodide', name));
  const whole = readZip(pyodide('python_stdlib.zip'));
  const library = trimmedLibrary(whole, listedModules(root));
  const present = new Set(library.map(({ name }) => name));
  const runtime = [
    ...fromPackage.map((name) => ({ name, bytes: pyodide(name) })),
    { name: 'python_stdlib.zip', bytes: storedZip(library) },
    { name: 'pyodide-lock.json', bytes: emptyLock(pyodide('pyodide-lock.json')) },
  ];
  const folder = hash(runtime.flatMap(({ name, bytes }) => [name, bytes]));
  const grader = { name: 'grader.json', bytes: Buffer.from(JSON.stringify(graderSources(root))) };
  const graderName = `grader.${hash([grader.bytes])}.json`;
  const manifest: RuntimeManifest = {
    folder: `${folder}/`,
    files: runtime.map(listed),
    grader: listed({ ...grader, name: graderName }),
  };
  const text = Buffer.from(JSON.stringify(manifest));
  const manifestName = `python.${hash([text])}.json`;
  return {
    manifest: manifestName,
    files: [
      { path: manifestName, bytes: text },
      { path: graderName, bytes: grader.bytes },
      ...runtime.map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes })),
    ],
    archives: { flask: frameworkArchive(root, 'flask', whole, present), starlette: frameworkArchive(root, 'starlette', whole, present) },
  };
}

/** Files of the standard library that the exercises may use, one path a line; `tests/grader/list-modules.ts` writes it. */
export const modulesFile = 'src/widgets/python-exercise/runtime/stdlib-modules.txt';

function listedModules(root: string): readonly string[] {
  return readFileSync(join(root, modulesFile), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
}

/** @throws Error when a listed file is not in the library: the list was made for another version */
export function trimmedLibrary(all: readonly ZipEntry[], names: readonly string[]): readonly ZipEntry[] {
  const entries = new Map(all.map((entry) => [entry.name, entry]));
  const missing = names.filter((name) => !entries.has(name));
  if (missing.length > 0) {
    throw new Error(`${modulesFile}: not in this version's library: ${missing.join(', ')}. Run node tests/grader/list-modules.ts`);
  }
  return names.flatMap((name) => entries.get(name) ?? []);
}

/** Pyodide wants a lock file of its packages; the site serves none of them. */
function emptyLock(original: Buffer): Buffer {
  const lock = JSON.parse(original.toString('utf8')) as Readonly<Record<string, unknown>>;
  return Buffer.from(JSON.stringify({ ...lock, packages: {} }));
}

/** Whether programs of an interface can be graded; without a grader an exercise is read, and not run. */
export function hasGrader(root: string, kind: string): boolean {
  return existsSync(join(root, 'src/widgets/python-exercise/grader', `${kind}.py`));
}

/** Python source by its path: the graders, and what starts them in the page. */
export function graderSources(root: string): Readonly<Record<string, string>> {
  const widget = join(root, 'src/widgets/python-exercise');
  const modules = readdirSync(join(widget, 'grader'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py') && !name.includes('__pycache__'))
    .sort();
  return Object.fromEntries([
    ...modules.map((name) => [`grader/${name.replaceAll('\\', '/')}`, readFileSync(join(widget, 'grader', name), 'utf8')]),
    ['page_runner.py', readFileSync(join(widget, 'runtime/page_runner.py'), 'utf8')],
  ]);
}

/** A file as the page's list of downloads has it. */
export function listed({ name, bytes }: { readonly name: string; readonly bytes: Buffer }): RuntimeFile {
  return { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('base64') };
}

function hash(parts: readonly (string | Buffer)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 16);
}

/** Folder of a project that holds copies of Python's large files, compressed; README.md there says why. */
export const compressedStore = (root: string): string => join(root, 'src/widgets/python-exercise/compressed');

/** Files of this many bytes and more have a copy in the store: each takes seconds to compress, the interpreter half a minute. */
export const storedFrom = 1_000_000;

/** A file of Python compressed by brotli: from the store, or else compressed once and kept. */
export async function pythonBrotli(root: string, bytes: Buffer): Promise<Buffer> {
  const stored = bytes.length < storedFrom ? undefined : join(compressedStore(root), copyName(bytes, 'br'));
  return stored && existsSync(stored) ? readFileSync(stored) : compressed(bytes, 'br', compressedCache(root));
}

/** Bytes that a reader downloads before the first run, when the server sends brotli. */
export async function downloadSize(root: string, files: PythonFiles): Promise<number> {
  const sizes = await Promise.all(files.files.map(async ({ bytes }) => (await pythonBrotli(root, bytes)).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Everything of Python that the site serves. */
export function servedPython({ files, archives }: PythonFiles): readonly ServedFile[] {
  return [...files, ...Object.values(archives).map(({ name, bytes }) => ({ path: name, bytes }))];
}
