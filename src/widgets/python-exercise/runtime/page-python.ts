import { PythonRuntime } from './manager.ts';

let python: PythonRuntime | undefined;

/** The one Python of this page; nothing is fetched before it is started. */
export function pagePython(manifest: string): PythonRuntime {
  python ??= new PythonRuntime(() => new Worker(new URL('./python-worker.ts', import.meta.url), { type: 'module' }), new URL(manifest, location.href).href);
  return python;
}
