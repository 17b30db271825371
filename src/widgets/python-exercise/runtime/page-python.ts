import { ownScript } from '../../shared/trusted.ts';
import { PythonRuntime } from './manager.ts';
import worker from './python-worker.ts?worker&url';

let python: PythonRuntime | undefined;

/** The one Python of this page; nothing is fetched before it is started. */
export function pagePython(manifest: string): PythonRuntime {
  python ??= new PythonRuntime(() => new Worker(ownScript(worker), { type: 'module' }), new URL(manifest, location.href).href);
  return python;
}
