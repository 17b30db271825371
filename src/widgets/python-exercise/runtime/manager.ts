import type { FromWorker, PackageArchive, RunSpec, StartProblem, ToWorker } from './protocol.ts';

/** What Python in this page is doing. */
export type RuntimeState =
  | { readonly kind: 'off' }
  /** `total` is 0 until the sizes are known. */
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  /** Everything is there, the interpreter starts: the first time, or after a run was stopped. */
  | { readonly kind: 'starting' }
  /** Python is there, and a framework is fetched, then imported. */
  | { readonly kind: 'attaching'; readonly title: string; readonly loaded: number; readonly total: number }
  | { readonly kind: 'importing'; readonly title: string }
  | { readonly kind: 'ready'; readonly python: string }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly problem: StartProblem; readonly detail: string };

/** How a run ended. Only a `report` can be a pass. */
export type Outcome =
  /** JSON text of the graders. */
  | { readonly kind: 'report'; readonly report: string }
  /** Cut: the time was over, or the reader stopped it. Nothing is known about the program. */
  | { readonly kind: 'stopped'; readonly by: 'limit' | 'reader' }
  /** What the program imports could not be brought. */
  | { readonly kind: 'unattached'; readonly problem: StartProblem; readonly detail: string }
  /** The interpreter gave up, or could not be started again. */
  | { readonly kind: 'broke'; readonly detail: string };

/** The part of a Worker that is used. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Seconds after which a run is cut. */
export const runLimit = 5;
/** Seconds that the interpreter may take from its last byte to its first sign of life. */
const startLimit = 90;

interface Run {
  readonly archive: PackageArchive | undefined;
  readonly id: number;
  readonly spec: RunSpec;
  readonly source: string;
  readonly end: (outcome: Outcome) => void;
}

/**
 * One Python for all exercises of a page. A run that is cut ends its worker, and the next one is started at once: it
 * is ready, or nearly, when the reader has changed the program.
 */
export class PythonRuntime {
  readonly #spawn: () => WorkerLike;
  readonly #manifest: string;
  readonly #listeners = new Set<(state: RuntimeState) => void>();
  #worker: WorkerLike | undefined;
  #state: RuntimeState = { kind: 'off' };
  #run: Run | undefined;
  #isSent = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #runs = 0;
  #hasFailed = false;
  /** What was asked for in this page, by name: a worker that is started again gets it, too. */
  readonly #archives = new Map<string, PackageArchive>();
  /** Names of what this worker has. */
  readonly #attached = new Set<string>();
  /** Names of what did not come the last time. */
  readonly #missed = new Set<string>();
  #python = '';

  /**
   * @param spawn makes a worker of `python-worker.ts`
   * @param manifest complete address of the manifest
   */
  constructor(spawn: () => WorkerLike, manifest: string) {
    this.#spawn = spawn;
    this.#manifest = manifest;
  }

  get state(): RuntimeState {
    return this.#state;
  }

  /** Calls `listener` at each change of the state, until `signal` says stop. */
  listen(listener: (state: RuntimeState) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  /** Loads and starts Python; again after a failure. Does nothing when it is there or on its way. */
  start(): void {
    if (this.#state.kind !== 'off' && this.#state.kind !== 'failed') return;
    this.#begin({ kind: 'loading', loaded: 0, total: 0 });
  }

  /**
   * Runs a program against requests, as soon as the interpreter is ready. One run at a time: the one before is cut.
   * Without {@link start} nothing is run.
   * @param archive what the program imports; from then on all programs of the page can
   */
  run(spec: RunSpec, source: string, archive?: PackageArchive): Promise<Outcome> {
    if (this.#run) this.#cut('reader');
    if (this.#state.kind === 'off' || this.#state.kind === 'failed') return Promise.resolve({ kind: 'broke', detail: 'Python has not been started' });
    return new Promise((end) => {
      this.#run = { id: ++this.#runs, spec, source, archive, end };
      if (archive) this.#archives.set(archive.file.name, archive);
      if (this.#state.kind === 'ready') this.#next();
    });
  }

  /** Cuts the run that is under way, if there is one. */
  stop(): void {
    if (this.#run) this.#cut('reader');
  }

  #begin(state: RuntimeState): void {
    this.#drop();
    this.#set(state);
    try {
      const worker = this.#spawn();
      this.#worker = worker;
      worker.onmessage = ({ data }) => this.#receive(data);
      // Its file could not be fetched, or it died: of memory, for example.
      worker.onerror = (event) => this.#broke(event.message || 'the worker ended');
      worker.postMessage({ kind: 'start', manifest: this.#manifest, again: this.#hasFailed });
    } catch (error) {
      this.#fail('broken', String(error));
    }
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'bytes':
        // A worker that is started again loads from the cache, which is no news for the reader.
        if (this.#state.kind === 'loading' || this.#state.kind === 'attaching') this.#set({ ...this.#state, loaded: message.loaded, total: message.total });
        return;
      case 'starting':
        this.#limit(startLimit, () => this.#fail('broken', `no sign of life after ${startLimit} s`));
        this.#set({ kind: 'starting' });
        return;
      case 'ready':
        clearTimeout(this.#timer);
        this.#hasFailed = false;
        this.#python = message.python;
        this.#next();
        return;
      case 'importing':
        if (this.#state.kind !== 'attaching') return;
        this.#limit(startLimit, () => this.#fail('broken', `no sign of life after ${startLimit} s`));
        this.#set({ kind: 'importing', title: this.#state.title });
        return;
      case 'attached':
        this.#attachEnded();
        return;
      case 'unattached':
        this.#attachEnded({ kind: 'unattached', problem: message.problem, detail: message.detail });
        return;
      case 'failed':
        this.#fail(message.problem, message.detail);
        return;
      case 'done':
        if (message.id === this.#run?.id) this.#finish({ kind: 'report', report: message.report });
        return;
      case 'broke':
        this.#broke(message.detail);
    }
  }

  /** What is to be done when the worker is free. */
  #next(): void {
    const archive = this.#missing();
    if (archive && this.#worker) {
      this.#set({ kind: 'attaching', title: archive.title, loaded: 0, total: 0 });
      this.#worker.postMessage({ kind: 'attach', archive, again: this.#missed.has(archive.file.name) });
      return;
    }
    if (this.#state.kind !== 'ready') this.#set({ kind: 'ready', python: this.#python });
    if (this.#run) this.#send();
  }

  /** The archive that this worker gets next, or is getting. */
  #missing(): PackageArchive | undefined {
    return [...this.#archives.values()].find(({ file }) => !this.#attached.has(file.name));
  }

  /** @param failure a program that does not need the archive is run all the same */
  #attachEnded(failure?: Outcome): void {
    clearTimeout(this.#timer);
    const name = this.#missing()?.file.name ?? '';
    const run = this.#run;
    const isOver = failure !== undefined && run?.archive?.file.name === name;
    if (failure) {
      this.#archives.delete(name);
      this.#missed.add(name);
    } else {
      this.#attached.add(name);
      this.#missed.delete(name);
    }
    if (isOver) this.#run = undefined;
    this.#next();
    if (isOver) run?.end(failure);
  }

  #send(): void {
    const run = this.#run;
    if (!run || !this.#worker) return;
    this.#isSent = true;
    this.#limit(runLimit, () => this.#cut('limit'));
    this.#set({ kind: 'running' });
    this.#worker.postMessage({ kind: 'run', id: run.id, spec: run.spec, source: run.source });
  }

  #cut(by: 'limit' | 'reader'): void {
    const run = this.#run;
    this.#run = undefined;
    // A run that still waits for the interpreter is only forgotten.
    if (this.#isSent) this.#begin({ kind: 'starting' });
    run?.end({ kind: 'stopped', by });
  }

  #finish(outcome: Outcome): void {
    const run = this.#run;
    this.#run = undefined;
    this.#isSent = false;
    clearTimeout(this.#timer);
    this.#set({ kind: 'ready', python: this.#python });
    run?.end(outcome);
  }

  /** During a run another interpreter is started; one that cannot even start is a failure. */
  #broke(detail: string): void {
    if (!this.#isSent) return this.#fail('broken', detail);
    const run = this.#run;
    this.#run = undefined;
    this.#begin({ kind: 'starting' });
    run?.end({ kind: 'broke', detail });
  }

  #fail(problem: StartProblem, detail: string): void {
    this.#drop();
    this.#hasFailed = true;
    this.#archives.clear();
    const run = this.#run;
    this.#run = undefined;
    this.#set({ kind: 'failed', problem, detail });
    run?.end({ kind: 'broke', detail });
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#isSent = false;
    this.#attached.clear();
    if (!this.#worker) return;
    this.#worker.onmessage = null;
    this.#worker.onerror = null;
    this.#worker.terminate();
    this.#worker = undefined;
  }

  #limit(seconds: number, over: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(over, seconds * 1000);
  }

  #set(state: RuntimeState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
