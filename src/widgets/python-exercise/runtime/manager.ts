import type { FromWorker, RunSpec, StartProblem, ToWorker } from './protocol.ts';

/** What Python in this page is doing. */
export type RuntimeState =
  | { readonly kind: 'off' }
  /** `total` is 0 until the sizes are known. */
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  /** Everything is there, the interpreter starts: the first time, or after a run was stopped. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly python: string }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly problem: StartProblem; readonly detail: string };

/** How a run ended. Only a `report` can be a pass. */
export type Outcome =
  /** JSON text of the graders. */
  | { readonly kind: 'report'; readonly report: string }
  /** Cut: the time was over, or the reader stopped it. Nothing is known about the program. */
  | { readonly kind: 'stopped'; readonly by: 'limit' | 'reader' }
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
   */
  run(spec: RunSpec, source: string): Promise<Outcome> {
    if (this.#run) this.#cut('reader');
    if (this.#state.kind === 'off' || this.#state.kind === 'failed') return Promise.resolve({ kind: 'broke', detail: 'Python has not been started' });
    return new Promise((end) => {
      this.#run = { id: ++this.#runs, spec, source, end };
      if (this.#state.kind === 'ready') this.#send();
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
        if (this.#state.kind === 'loading') this.#set({ kind: 'loading', loaded: message.loaded, total: message.total });
        return;
      case 'starting':
        this.#limit(startLimit, () => this.#fail('broken', `no sign of life after ${startLimit} s`));
        this.#set({ kind: 'starting' });
        return;
      case 'ready':
        clearTimeout(this.#timer);
        this.#hasFailed = false;
        this.#python = message.python;
        this.#set({ kind: 'ready', python: message.python });
        if (this.#run) this.#send();
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
    const run = this.#run;
    this.#run = undefined;
    this.#set({ kind: 'failed', problem, detail });
    run?.end({ kind: 'broke', detail });
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#isSent = false;
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
