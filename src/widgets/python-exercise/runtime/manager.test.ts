import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PythonRuntime, runLimit, type WorkerLike } from './manager.ts';
import type { FromWorker, PackageArchive, RunSpec, ToWorker } from './protocol.ts';

/** A worker that says what the test makes it say. */
class Scripted implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isEnded = false;
  readonly sent: ToWorker[] = [];
  postMessage = (message: ToWorker): void => void this.sent.push(message);
  terminate = (): void => void (this.isEnded = true);
  says(message: FromWorker): void {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>);
  }
}

const spec: RunSpec = { interface: 'wsgi', requests: [] };
const stop = new AbortController();
let workers: Scripted[];
let python: PythonRuntime;
let states: string[];

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  states = [];
  python = new PythonRuntime(() => {
    const worker = new Scripted();
    workers.push(worker);
    return worker;
  }, 'https://site.test/python/python.0.json');
  python.listen(({ kind }) => states.push(kind), stop.signal);
});
afterEach(() => void vi.useRealTimers());

function ready(): Scripted {
  python.start();
  const worker = workers.at(-1) as Scripted;
  worker.says({ kind: 'ready', python: '3.14.2' });
  return worker;
}

test('nothing is made before the reader asks', async () => {
  expect(workers).toEqual([]);
  expect(python.state).toEqual({ kind: 'off' });
  expect(await python.run(spec, '')).toEqual({ kind: 'broke', detail: 'Python has not been started' });
});

test('loading is told byte by byte, then ready', () => {
  python.start();
  python.start();
  expect(workers).toHaveLength(1);
  workers[0]?.says({ kind: 'bytes', loaded: 10, total: 100 });
  expect(python.state).toEqual({ kind: 'loading', loaded: 10, total: 100 });
  workers[0]?.says({ kind: 'starting' });
  workers[0]?.says({ kind: 'ready', python: '3.14.2' });
  expect(states).toEqual(['loading', 'loading', 'starting', 'ready']);
});

test('a report ends a run, and the same worker takes the next', async () => {
  const worker = ready();
  const run = python.run(spec, 'a');
  expect(python.state.kind).toBe('running');
  worker.says({ kind: 'done', id: 1, report: '{}' });
  expect(await run).toEqual({ kind: 'report', report: '{}' });
  expect(python.state.kind).toBe('ready');
  void python.run(spec, 'b');
  expect(worker.sent.map(({ kind }) => kind)).toEqual(['start', 'run', 'run']);
});

test('a program asked for while Python loads is run when it is ready', async () => {
  python.start();
  const run = python.run(spec, 'a');
  vi.advanceTimersByTime(60_000);
  workers[0]?.says({ kind: 'ready', python: '3.14.2' });
  workers[0]?.says({ kind: 'done', id: 1, report: '{}' });
  expect(await run).toEqual({ kind: 'report', report: '{}' });
});

test('an endless program is cut after five seconds, and is no pass', async () => {
  const worker = ready();
  const run = python.run(spec, 'while True: pass');
  vi.advanceTimersByTime(runLimit * 1000 - 1);
  expect(worker.isEnded).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await run).toEqual({ kind: 'stopped', by: 'limit' });
  expect(worker.isEnded).toBe(true);
  // What the ended worker had still said counts no more.
  worker.says({ kind: 'done', id: 1, report: '{"verdict":"accept"}' });
  expect(python.state.kind).toBe('starting');
});

test('the next worker is started at once after a cut, and takes the next program', async () => {
  ready();
  void python.run(spec, 'a');
  python.stop();
  expect(workers).toHaveLength(2);
  const run = python.run(spec, 'b');
  workers[1]?.says({ kind: 'bytes', loaded: 1, total: 9 });
  workers[1]?.says({ kind: 'ready', python: '3.14.2' });
  workers[1]?.says({ kind: 'done', id: 2, report: '{}' });
  expect(await run).toEqual({ kind: 'report', report: '{}' });
  expect(states).not.toContain('failed');
});

test('stopping before the program was sent keeps the worker', async () => {
  python.start();
  const run = python.run(spec, 'a');
  python.stop();
  expect(await run).toEqual({ kind: 'stopped', by: 'reader' });
  expect(workers).toHaveLength(1);
  expect(workers[0]?.isEnded).toBe(false);
});

test('an interpreter that dies in a run is replaced', async () => {
  const worker = ready();
  const run = python.run(spec, 'x = "x" * 10**10');
  worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
  expect(await run).toEqual({ kind: 'broke', detail: 'out of memory' });
  expect(workers).toHaveLength(2);
  expect(python.state.kind).toBe('starting');
});

test('a failed start can be tried again, past the cache', () => {
  python.start();
  workers[0]?.says({ kind: 'failed', problem: 'network', detail: 'pyodide.asm.wasm: the server answered 404' });
  expect(python.state).toEqual({ kind: 'failed', problem: 'network', detail: 'pyodide.asm.wasm: the server answered 404' });
  expect(workers[0]?.isEnded).toBe(true);
  python.start();
  expect(workers[1]?.sent).toEqual([{ kind: 'start', manifest: 'https://site.test/python/python.0.json', again: true }]);
});

test('a worker whose file does not come is a failed start', () => {
  python.start();
  workers[0]?.onerror?.({ message: '' } as ErrorEvent);
  expect(python.state.kind).toBe('failed');
});

test('an interpreter without a sign of life is a failed start', () => {
  python.start();
  workers[0]?.says({ kind: 'starting' });
  vi.advanceTimersByTime(90_000);
  expect(python.state).toEqual({ kind: 'failed', problem: 'broken', detail: 'no sign of life after 90 s' });
});

test('a browser that makes no workers is a failed start', () => {
  const none = new PythonRuntime(() => {
    throw new DOMException('refused', 'SecurityError');
  }, '');
  none.start();
  expect(none.state.kind).toBe('failed');
});

const archive: PackageArchive = {
  title: 'Flask',
  address: 'https://site.test/python/flask.0.zip',
  file: { name: 'flask.0.zip', size: 10, sha256: '' },
  extended: ['email'],
  imports: ['flask'],
};

test('a framework is brought first, outside of the five seconds, and once', async () => {
  const worker = ready();
  const run = python.run(spec, 'a', archive);
  expect(worker.sent.map(({ kind }) => kind)).toEqual(['start', 'attach']);
  worker.says({ kind: 'bytes', loaded: 5, total: 10 });
  expect(python.state).toEqual({ kind: 'attaching', title: 'Flask', loaded: 5, total: 10 });
  worker.says({ kind: 'importing' });
  expect(python.state).toEqual({ kind: 'importing', title: 'Flask' });
  vi.advanceTimersByTime(60_000);
  worker.says({ kind: 'attached' });
  expect(python.state.kind).toBe('running');
  worker.says({ kind: 'done', id: 1, report: '{}' });
  expect(await run).toEqual({ kind: 'report', report: '{}' });
  void python.run(spec, 'b', archive);
  expect(worker.sent.map(({ kind }) => kind)).toEqual(['start', 'attach', 'run', 'run']);
});

test('a framework that does not come ends its run only, and the next attempt asks past the cache', async () => {
  const worker = ready();
  const run = python.run(spec, 'a', archive);
  worker.says({ kind: 'unattached', problem: 'network', detail: 'flask.0.zip: the server answered 404' });
  expect(await run).toEqual({ kind: 'unattached', problem: 'network', detail: 'flask.0.zip: the server answered 404' });
  expect(python.state.kind).toBe('ready');
  const own = python.run(spec, 'b');
  worker.says({ kind: 'done', id: 2, report: '{}' });
  expect(await own).toEqual({ kind: 'report', report: '{}' });
  void python.run(spec, 'a', archive);
  expect(worker.sent.filter(({ kind }) => kind === 'attach')).toEqual([{ kind: 'attach', archive, again: false }, { kind: 'attach', archive, again: true }]);
});

test('after a cut the next worker gets the framework before anything runs', async () => {
  const worker = ready();
  const run = python.run(spec, 'a', archive);
  worker.says({ kind: 'attached' });
  python.stop();
  expect(await run).toEqual({ kind: 'stopped', by: 'reader' });
  void python.run(spec, 'b');
  workers[1]?.says({ kind: 'ready', python: '3.14.2' });
  expect(workers[1]?.sent.map(({ kind }) => kind)).toEqual(['start', 'attach']);
  workers[1]?.says({ kind: 'unattached', problem: 'network', detail: 'no' });
  expect(workers[1]?.sent.map(({ kind }) => kind)).toEqual(['start', 'attach', 'run']);
});

test('a program that waits for a framework can be stopped; the framework still comes', async () => {
  const worker = ready();
  const run = python.run(spec, 'a', archive);
  python.stop();
  expect(await run).toEqual({ kind: 'stopped', by: 'reader' });
  worker.says({ kind: 'attached' });
  expect(python.state.kind).toBe('ready');
  expect(workers).toHaveLength(1);
});

test('an import without end is a failed start, and the next start is without it', async () => {
  const worker = ready();
  const run = python.run(spec, 'a', archive);
  worker.says({ kind: 'importing' });
  vi.advanceTimersByTime(90_000);
  expect(await run).toMatchObject({ kind: 'broke' });
  expect(python.state).toMatchObject({ kind: 'failed', problem: 'broken' });
  python.start();
  workers[1]?.says({ kind: 'ready', python: '3.14.2' });
  expect(workers[1]?.sent.map(({ kind }) => kind)).toEqual(['start']);
});
