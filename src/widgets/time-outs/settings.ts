import { defaults, type TimeOuts, type Work } from './model.ts';

/** Everything that a reader can set. */
export interface Settings {
  readonly timeouts: TimeOuts;
  readonly work: Work;
}

/** Limits of which 0 means none, as a reader sets them. */
export const mayBeNone = ['browser', 'loadBalancer', 'app', 'database'] as const satisfies readonly (keyof TimeOuts)[];

/** The limits in the order of the way, by who keeps them. */
export const limitGroups = {
  browser: ['browser'],
  'load-balancer': ['loadBalancer'],
  nginx: ['clientKeepAlive', 'nginxConnect', 'nginxSend', 'nginxRead', 'upstreamKeepAlive'],
  gunicorn: ['gunicornTimeout', 'gunicornGraceful', 'gunicornKeepAlive'],
  app: ['app'],
  database: ['database'],
} as const satisfies Readonly<Record<string, readonly (keyof TimeOuts)[]>>;

/** The most that a slider gives, in seconds. */
export const longest = 120;

export const workers = ['sync', 'gthread', 'asgi', 'asgi-blocked'] as const satisfies readonly Work['worker'][];
export const upstreams = ['accepts', 'refused', 'silent'] as const satisfies readonly Work['upstream'][];

export type ScenarioName = 'defaults' | 'inwards' | 'nginx' | 'threads' | 'blocked' | 'silent' | 'refused' | 'visitor' | 'deploy' | 'idle';

const request: Work = { worker: 'sync', upstream: 'accepts', compute: 1, query: 90, isUnread: false, idle: 0, stop: null };
const inwards: TimeOuts = { ...defaults, browser: 30, loadBalancer: 25, nginxRead: 20, nginxConnect: 3, gunicornTimeout: 15, app: 10, database: 8 };

/** Examples to begin with; the first is what the page shows. */
export const scenarios: Readonly<Record<ScenarioName, Settings>> = {
  defaults: { timeouts: defaults, work: request },
  inwards: { timeouts: inwards, work: request },
  nginx: { timeouts: { ...defaults, nginxRead: 20 }, work: request },
  threads: { timeouts: defaults, work: { ...request, worker: 'gthread' } },
  blocked: { timeouts: defaults, work: { ...request, worker: 'asgi-blocked' } },
  silent: { timeouts: inwards, work: { ...request, upstream: 'silent' } },
  refused: { timeouts: inwards, work: { ...request, upstream: 'refused' } },
  visitor: { timeouts: { ...defaults, browser: 10 }, work: request },
  deploy: { timeouts: { ...defaults, gunicornTimeout: 60, gunicornGraceful: 10 }, work: { ...request, query: 40, stop: 5 } },
  idle: { timeouts: defaults, work: { ...request, worker: 'gthread', query: 1, idle: 5 } },
};

/** Settings of a link, or undefined when they are none. */
export function readSettings(value: unknown): Settings | undefined {
  const { timeouts, work } = (value ?? {}) as { timeouts?: Record<string, unknown>; work?: Record<string, unknown> };
  if (typeof timeouts !== 'object' || typeof work !== 'object' || !timeouts || !work) return undefined;
  const isNumber = (number: unknown): number is number => typeof number === 'number' && number >= 0 && number <= longest;
  const none: readonly string[] = mayBeNone;
  const limits = Object.keys(defaults).map((name) => [name, timeouts[name]] as const);
  if (!limits.every(([name, limit]) => isNumber(limit) || (limit === null && none.includes(name)))) return undefined;
  const { worker, upstream, compute, query, isUnread, idle, stop } = work as Partial<Work>;
  if (!workers.some((known) => known === worker) || !upstreams.some((known) => known === upstream)) return undefined;
  if (![compute, query, idle].every(isNumber) || typeof isUnread !== 'boolean' || !(stop === null || isNumber(stop))) return undefined;
  return { timeouts: Object.fromEntries(limits) as unknown as TimeOuts, work: { worker, upstream, compute, query, isUnread, idle, stop } as Work };
}
