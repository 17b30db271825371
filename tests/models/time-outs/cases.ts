import { defaults, type TimeOuts, type Work } from '../../../src/widgets/time-outs/model.ts';

/** One request to be run with its limits. */
export interface TimeOutCase {
  readonly title: string;
  readonly timeouts: TimeOuts;
  readonly work: Work;
}

const plain: Work = { worker: 'sync', upstream: 'accepts', compute: 0, query: 0, isUnread: false, idle: 0, stop: null };

function run(title: string, work: Partial<Work>, timeouts: Partial<TimeOuts> = {}): TimeOutCase {
  return { title, timeouts: { ...defaults, ...timeouts }, work: { ...plain, ...work } };
}

/** Short limits, so that each run takes seconds; two limits of a run are never closer than half a second. */
export const requests: readonly TimeOutCase[] = [
  run('nobody gives up', { compute: 0.3, query: 0.3 }),
  run('the database', { query: 4 }, { database: 0.7, app: 1.5, gunicornTimeout: 3, nginxRead: 5 }),
  run('the app', { query: 3 }, { app: 0.7, database: 2, gunicornTimeout: 4, nginxRead: 6 }),
  run('the app, waiting in asgi', { worker: 'asgi', query: 3 }, { app: 0.7, gunicornTimeout: 2 }),
  run('Gunicorn, sync', { query: 5 }, { gunicornTimeout: 1, nginxRead: 8 }),
  run('Gunicorn, sync, computing', { compute: 5 }, { gunicornTimeout: 1 }),
  run('not Gunicorn, threads', { worker: 'gthread', query: 4.5 }, { gunicornTimeout: 3 }),
  run('not Gunicorn, waiting in asgi', { worker: 'asgi', compute: 2, query: 2.5 }, { gunicornTimeout: 3 }),
  run('Gunicorn, a blocked loop', { worker: 'asgi-blocked', compute: 7 }, { gunicornTimeout: 2 }),
  run('Nginx reads', { query: 3 }, { nginxRead: 1 }),
  run('Nginx reads, Gunicorn later', { worker: 'sync', query: 8 }, { nginxRead: 1, gunicornTimeout: 3 }),
  run('Nginx reads, threads work on', { worker: 'gthread', compute: 0.5, query: 2 }, { nginxRead: 1 }),
  run('Nginx connects', { upstream: 'silent' }, { nginxConnect: 1 }),
  run('nobody listens', { upstream: 'refused' }),
  run('Nginx sends', { worker: 'gthread', compute: 3, isUnread: true }, { nginxSend: 1 }),
  run('the load balancer', { query: 3 }, { loadBalancer: 1 }),
  run('the load balancer, the app later', { query: 4 }, { loadBalancer: 1, app: 2 }),
  run('the client', { query: 3 }, { browser: 1, nginxRead: 2 }),
  run('the client while Nginx connects', { upstream: 'silent' }, { browser: 1, nginxConnect: 3 }),
  run('stopped, and done in time', { worker: 'gthread', compute: 1.5, stop: 0.5 }, { gunicornGraceful: 3 }),
  run('stopped, and killed', { worker: 'gthread', compute: 6, stop: 0.5 }, { gunicornGraceful: 1 }),
  run('stopped, and killed, sync', { compute: 6, stop: 0.5 }, { gunicornGraceful: 1 }),
];

/** Two requests on kept connections with a pause between. */
export const pauses: readonly TimeOutCase[] = [
  run('both kept', { worker: 'gthread', idle: 0.5 }, { clientKeepAlive: 2, upstreamKeepAlive: 2, gunicornKeepAlive: 2 }),
  run('the app closes', { worker: 'gthread', idle: 2.5 }, { clientKeepAlive: 5, upstreamKeepAlive: 5, gunicornKeepAlive: 1 }),
  run('the app closes, asgi', { worker: 'asgi', idle: 2.5 }, { clientKeepAlive: 5, upstreamKeepAlive: 5, gunicornKeepAlive: 1 }),
  run('Nginx closes both', { worker: 'asgi', idle: 2.5 }, { clientKeepAlive: 1, upstreamKeepAlive: 1, gunicornKeepAlive: 6 }),
  run('Nginx closes the client’s', { worker: 'asgi', idle: 2 }, { clientKeepAlive: 1, upstreamKeepAlive: 5, gunicornKeepAlive: 6 }),
  run('sync keeps none', { worker: 'sync', idle: 0.5 }, { clientKeepAlive: 5, upstreamKeepAlive: 5, gunicornKeepAlive: 5 }),
];
