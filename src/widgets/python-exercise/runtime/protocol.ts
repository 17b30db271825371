/** A file of the runtime as it is fetched. */
export interface RuntimeFile {
  /** Name in the folder, such as `pyodide.asm.wasm`. */
  readonly name: string;
  /** Bytes when unpacked. */
  readonly size: number;
  /** SHA-256 of those bytes, base64. */
  readonly sha256: string;
}

/** What a worker needs to start; `/python/<hash>.json` of the site holds it. */
export interface RuntimeManifest {
  /** Address of the folder, relative to the manifest's own, such as `0123456789abcdef/`. */
  readonly folder: string;
  readonly files: readonly RuntimeFile[];
  /** The graders: a JSON object from file names to Python source. */
  readonly grader: RuntimeFile;
}

/** A zip of packages that programs can import, beyond what every exercise has. */
export interface PackageArchive {
  /** What it brings, as the reader is told. */
  readonly title: string;
  /** Complete address. */
  readonly address: string;
  readonly file: RuntimeFile;
  /** Packages of the standard library of which it has more parts, such as `email`. */
  readonly extended: readonly string[];
  /** Modules to import at once, which takes seconds. */
  readonly imports: readonly string[];
}

/** What is run: an exercise's requests as `grader.exercise.run` takes them. */
export interface RunSpec {
  readonly interface: 'wsgi' | 'asgi' | 'cgi';
  readonly requests: readonly unknown[];
}

/** From the page to its worker. */
export type ToWorker =
  /** `again`: an attempt before this one failed, so nothing is taken from the browser's cache. */
  | { readonly kind: 'start'; readonly manifest: string; readonly again: boolean }
  /** Makes an archive importable; nothing is run meanwhile. */
  | { readonly kind: 'attach'; readonly archive: PackageArchive; readonly again: boolean }
  | { readonly kind: 'run'; readonly id: number; readonly spec: RunSpec; readonly source: string };

/**
 * Why Python did not start:
 * `network` a file could not be fetched or came cut off; `damaged` a file is not the one that was built;
 * `no-wasm` this browser has no WebAssembly; `broken` everything was there, and still it failed.
 */
export type StartProblem = 'network' | 'damaged' | 'no-wasm' | 'broken';

/** From a worker to its page. */
export type FromWorker =
  /** Of what is fetched at the time: Python, or an archive. */
  | { readonly kind: 'bytes'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly python: string }
  | { readonly kind: 'failed'; readonly problem: StartProblem; readonly detail: string }
  /** An archive is there, and its modules are being imported. */
  | { readonly kind: 'importing' }
  | { readonly kind: 'attached' }
  | { readonly kind: 'unattached'; readonly problem: StartProblem; readonly detail: string }
  /** `report` is JSON text from Python. */
  | { readonly kind: 'done'; readonly id: number; readonly report: string }
  /** The interpreter itself gave up; this worker can do nothing more. */
  | { readonly kind: 'broke'; readonly id: number; readonly detail: string };
