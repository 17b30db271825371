import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ServerCase } from './cases.ts';

/** A server that runs. */
export interface Running {
  readonly port: number;
  stop(): void;
}

/** Starts a server and waits until each of its workers is there. */
export async function start({ title, program, args, model }: ServerCase, port: number): Promise<Running> {
  const bind = program === 'gunicorn' ? ['--bind', `127.0.0.1:${port}`, '--worker-tmp-dir', process.cwd()] : ['--port', String(port)];
  const log = `server-${port}.log`;
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const child: ChildProcess = spawn('bash', ['-c', 'log=$1; shift; exec "$@" >"$log" 2>&1', '_', log, program, ...bind, ...args], {
    stdio: 'ignore',
    env: { ...process.env, PYTHONPATH: folder },
  });
  const isUvicorn = program === 'uvicorn' || args.some((arg) => arg.includes('Uvicorn'));
  const sign = isUvicorn ? /Application startup complete/g : /Booting worker/g;
  for (let i = 0; i < 1200; i++) {
    if (read(log).match(sign)?.length === model.workers) return { port, stop: () => void child.kill('SIGTERM') };
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`${title} did not start: ${read(log).slice(-500)}`);
}

function read(name: string): string {
  return existsSync(name) ? readFileSync(name, 'utf8') : '';
}
