import type { Simulation } from '../../../src/widgets/worker-simulator/model.ts';

/** A server to be run: what the model is told, and the real program with its arguments. */
export interface ServerCase {
  readonly title: string;
  readonly model: Pick<Simulation, 'server' | 'workers' | 'threads' | 'blocking' | 'timeout'>;
  readonly program: 'gunicorn' | 'uvicorn';
  readonly args: readonly string[];
}

const gunicorn = (title: string, model: ServerCase['model'], ...args: readonly string[]): ServerCase => ({
  title: `Gunicorn, ${title}`,
  model,
  program: 'gunicorn',
  args: ['--workers', String(model.workers), ...(model.server === 'gthread' ? ['--threads', String(model.threads)] : []), '--timeout', String(model.timeout ?? 60), '--no-control-socket', ...args],
});

const uvicorn = (title: string, model: ServerCase['model'], app: string): ServerCase => ({
  title: `Uvicorn, ${title}`,
  model,
  program: 'uvicorn',
  args: [...(model.workers > 1 ? ['--workers', String(model.workers)] : []), '--no-access-log', app],
});

const inGunicorn = ['-k', 'uvicorn_worker.UvicornWorker'] as const;

/** Crowds of 1 to 64 are sent to each. */
export const crowdServers: readonly ServerCase[] = [
  gunicorn('1 sync worker', { server: 'sync', workers: 1 }, 'shop:wsgi'),
  gunicorn('4 sync workers', { server: 'sync', workers: 4 }, 'shop:wsgi'),
  gunicorn('7 sync workers', { server: 'sync', workers: 7 }, 'shop:wsgi'),
  gunicorn('1 worker, 4 threads', { server: 'gthread', workers: 1, threads: 4 }, 'shop:wsgi'),
  gunicorn('2 workers, 4 threads', { server: 'gthread', workers: 2, threads: 4 }, 'shop:wsgi'),
  gunicorn('4 workers, 2 threads', { server: 'gthread', workers: 4, threads: 2 }, 'shop:wsgi'),
  gunicorn('2 of Uvicorn’s workers', { server: 'asgi', workers: 2 }, ...inGunicorn, 'loop:awaits'),
  gunicorn('1 of Uvicorn’s workers, blocked', { server: 'asgi', workers: 1, blocking: true }, ...inGunicorn, 'loop:blocks'),
  gunicorn('2 of Uvicorn’s workers, blocked', { server: 'asgi', workers: 2, blocking: true }, ...inGunicorn, 'loop:blocks'),
  gunicorn('2 asgi workers, blocked', { server: 'asgi', workers: 2, blocking: true }, '-k', 'asgi', 'loop:blocks'),
  uvicorn('1 process', { server: 'asgi', workers: 1 }, 'loop:awaits'),
  uvicorn('3 workers, blocked', { server: 'asgi', workers: 3, blocking: true }, 'loop:blocks'),
  uvicorn('1 process, pool of 40', { server: 'asgi-pool', workers: 1, threads: 40 }, 'loop:pool'),
  uvicorn('2 workers, pools of 8', { server: 'asgi-pool', workers: 2, threads: 8 }, 'loop:pool_of_8'),
];

/** Requests that may take longer than Gunicorn's `timeout`. */
export const limitServers: readonly (ServerCase & { readonly wait: number; readonly count: number })[] = [
  { ...gunicorn('2 sync workers, timeout 1', { server: 'sync', workers: 2, timeout: 1 }, 'shop:wsgi'), wait: 3, count: 4 },
  { ...gunicorn('2 threads, timeout 1', { server: 'gthread', workers: 1, threads: 2, timeout: 1 }, 'shop:wsgi'), wait: 2.5, count: 3 },
  { ...gunicorn('a loop that waits, timeout 2', { server: 'asgi', workers: 1, timeout: 2 }, ...inGunicorn, 'loop:awaits'), wait: 4, count: 3 },
  { ...gunicorn('a blocked loop, timeout 2', { server: 'asgi', workers: 1, timeout: 2, blocking: true }, ...inGunicorn, 'loop:blocks'), wait: 5, count: 1 },
];

/** Computing. */
export const computeServers: readonly (ServerCase & { readonly cpu: number; readonly wait: number; readonly count: number })[] = [
  { ...gunicorn('4 sync workers compute', { server: 'sync', workers: 4 }, 'shop:wsgi'), cpu: 0.1, wait: 0, count: 8 },
  { ...gunicorn('4 threads compute', { server: 'gthread', workers: 1, threads: 4 }, 'shop:wsgi'), cpu: 0.1, wait: 0, count: 8 },
  { ...gunicorn('4 threads compute and wait', { server: 'gthread', workers: 1, threads: 4 }, 'shop:wsgi'), cpu: 0.05, wait: 0.2, count: 8 },
  { ...uvicorn('a loop computes and waits', { server: 'asgi', workers: 1 }, 'loop:awaits'), cpu: 0.05, wait: 0.2, count: 8 },
];
