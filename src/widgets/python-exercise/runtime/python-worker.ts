/** The worker that holds the Python interpreter. It runs under a policy of its own, which allows WebAssembly. */
import { download, DownloadError } from './download.ts';
import type { FromWorker, PackageArchive, RunSpec, RuntimeManifest, StartProblem, ToWorker } from './protocol.ts';

/** What is used of Pyodide. */
interface Interpreter {
  readonly FS: { writeFile(path: string, content: string | Uint8Array): void; mkdirTree(path: string): void };
  pyimport(name: 'page_runner'): { run(spec: string, source: string): Promise<string>; attach(archive: string, extended: string, imports: string): void };
  runPython(code: string): unknown;
}

interface PyodideModule {
  loadPyodide(options: Readonly<Record<string, unknown>>): Promise<Interpreter>;
}

/**
 * Memory that a program may take, in bytes. Beyond it Python raises MemoryError, in the line that asked for more;
 * without a limit it would take 4 GB, and the browser might end the page.
 */
const mostMemory = 512 * 1024 * 1024;
/** Where the graders are put in the interpreter's file system. */
const home = '/lib/exercise';

let interpreter: Interpreter | undefined;
let runner: ReturnType<Interpreter['pyimport']> | undefined;

const post = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') void start(data.manifest, data.again);
  else if (data.kind === 'attach') void attach(data.archive, data.again);
  else void run(data.id, data.spec, data.source);
});

async function start(manifestUrl: string, again: boolean): Promise<void> {
  try {
    if (typeof WebAssembly !== 'object') return post({ kind: 'failed', problem: 'no-wasm', detail: '' });
    const manifest = await readManifest(manifestUrl, again);
    const folder = new URL(manifest.folder, manifestUrl).href;
    const address = (name: string): string => new URL(name, name === manifest.grader.name ? manifestUrl : folder).href;
    const files = await download([...manifest.files, manifest.grader], address, (loaded, total) => post({ kind: 'bytes', loaded, total }), again);
    post({ kind: 'starting' });
    limitMemory();
    const text = (name: string): string => new TextDecoder().decode(files.get(name));
    answerFetch(new Map(manifest.files.map(({ name }) => [address(name), files.get(name) ?? new Uint8Array()])));
    const { loadPyodide } = (await import(/* @vite-ignore */ address('pyodide.mjs'))) as PyodideModule;
    const python = await loadPyodide({
      indexURL: folder,
      packageBaseUrl: folder,
      lockFileContents: text('pyodide-lock.json'),
      // What a program prints is caught by the graders; what comes past them is for nobody.
      stdout: () => undefined,
      stderr: () => undefined,
    });
    for (const [path, source] of Object.entries(JSON.parse(text(manifest.grader.name)) as Record<string, string>)) {
      python.FS.mkdirTree(`${home}/${path}`.replace(/\/[^/]*$/, ''));
      python.FS.writeFile(`${home}/${path}`, source);
    }
    python.runPython(`import sys; sys.path.insert(0, ${JSON.stringify(home)})`);
    interpreter = python;
    runner = python.pyimport('page_runner');
    post({ kind: 'ready', python: String(python.runPython('sys.version.split()[0]')) });
  } catch (error) {
    post({ kind: 'failed', ...problemOf(error) });
  }
}

async function attach({ address, file, extended, imports }: PackageArchive, again: boolean): Promise<void> {
  try {
    if (!interpreter || !runner) throw new Error('Python has not been started');
    const files = await download([file], () => address, (loaded, total) => post({ kind: 'bytes', loaded, total }), again);
    post({ kind: 'importing' });
    const place = `/lib/${file.name}`;
    interpreter.FS.writeFile(place, files.get(file.name) ?? new Uint8Array());
    runner.attach(place, JSON.stringify(extended), JSON.stringify(imports));
    post({ kind: 'attached' });
  } catch (error) {
    post({ kind: 'unattached', ...problemOf(error) });
  }
}

function problemOf(error: unknown): { readonly problem: StartProblem; readonly detail: string } {
  return { problem: error instanceof DownloadError ? error.problem : 'broken', detail: error instanceof Error ? error.message : String(error) };
}

async function readManifest(url: string, again: boolean): Promise<RuntimeManifest> {
  try {
    const response = await fetch(url, { cache: again ? 'reload' : 'default' });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return (await response.json()) as RuntimeManifest;
  } catch (error) {
    throw new DownloadError('network', `the list of files: ${String(error)}`);
  }
}

async function run(id: number, spec: RunSpec, source: string): Promise<void> {
  try {
    if (!runner) throw new Error('Python has not been started');
    post({ kind: 'done', id, report: await runner.run(JSON.stringify(spec), source) });
  } catch (error) {
    post({ kind: 'broke', id, detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Pyodide asks for more memory by this call and takes an exception for a refusal. */
function limitMemory(): void {
  const { prototype } = WebAssembly.Memory;
  const grow = prototype.grow;
  prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65_536 > mostMemory) throw new RangeError('The limit of memory is reached.');
    return grow.call(this, pages);
  };
}

/** Pyodide fetches its files by address: it gets those that were checked. */
function answerFetch(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): void {
  const outside = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const bytes = files.get(url);
    if (!bytes) return outside(input, init);
    const type = url.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
    return Promise.resolve(new Response(bytes, { headers: { 'Content-Type': type } }));
  };
}
