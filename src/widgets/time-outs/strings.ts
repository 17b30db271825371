import type { Localized } from '../../i18n/locales.ts';
import type { Hop, LogName, Reuse, TimeOuts, Verdict, Work } from './model.ts';
import type { ScenarioName } from './settings.ts';

/** Texts with `code` between backticks. */
export interface Strings {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  readonly because: string;
  readonly scenario: string;
  readonly scenarios: Readonly<Record<ScenarioName, string>>;
  readonly hops: Readonly<Record<Hop, string>>;
  readonly limits: Readonly<Record<keyof TimeOuts, string>>;
  readonly request: string;
  readonly workerLabel: string;
  readonly workers: Readonly<Record<Work['worker'], string>>;
  readonly upstreamLabel: string;
  readonly upstreams: Readonly<Record<Work['upstream'], string>>;
  readonly compute: string;
  readonly query: string;
  readonly idle: string;
  readonly stop: string;
  readonly unread: string;
  readonly seconds: (count: number) => string;
  readonly none: string;
  readonly result: string;
  readonly verdict: (verdict: Verdict) => string;
  readonly client: (status: number | null) => string;
  readonly columns: readonly [string, string];
  readonly logs: Readonly<Record<LogName, string>>;
  readonly inVain: (who: 'app' | 'database', until: number) => string;
  readonly kept: (reuse: Reuse, idle: number) => readonly string[];
  readonly ladder: string;
  readonly ladderColumns: readonly [string, string, string];
  readonly ends: (seconds: number, isFirst: boolean) => string;
  readonly apart: string;
}

const seconds = (count: number): string => `${Math.round(count * 10) / 10} s`;
const hops: Readonly<Record<Hop, string>> = { browser: 'Client', 'load-balancer': 'Load balancer', nginx: 'Nginx', gunicorn: 'Gunicorn', app: 'App', database: 'Database' };
const limits: Readonly<Record<keyof TimeOuts, string>> = {
  browser: 'the whole answer',
  loadBalancer: 'idle time',
  clientKeepAlive: 'keepalive_timeout',
  nginxConnect: 'proxy_connect_timeout',
  nginxSend: 'proxy_send_timeout',
  nginxRead: 'proxy_read_timeout',
  upstreamKeepAlive: 'keepalive_timeout (upstream)',
  gunicornTimeout: 'timeout',
  gunicornGraceful: 'graceful_timeout',
  gunicornKeepAlive: 'keepalive',
  app: 'its wait for the database',
  database: 'statement_timeout',
};

export const strings: Localized<Strings> = {
  en: {
    ask: 'Every limit stands at its default: Nginx waits 60 s for an answer, Gunicorn’s `timeout` is 30 s, its worker is `sync`. The app computes for 1 s, then its query takes 90 s. What does the visitor get?',
    options: ['504 from Nginx, after 60 s', '500 from Gunicorn, after 30 s', 'the answer, after 91 s'],
    because:
      'A `sync` worker gives no sign of life while it works. After 30 s Gunicorn ends it; in Python code it still answers 500. With threads or a loop that waits, the worker goes on giving signs, and Nginx is first.',
    scenario: 'Begin with',
    scenarios: {
      defaults: 'defaults, and a slow query',
      inwards: 'limits that shrink inwards',
      nginx: 'Nginx is the hasty one',
      threads: 'the same with threads',
      blocked: 'a blocked event loop',
      silent: 'nobody answers at the app’s address',
      refused: 'nobody listens at the app’s address',
      visitor: 'a visitor in a hurry',
      deploy: 'a stop in the middle of a request',
      idle: 'connections that were idle',
    },
    hops,
    limits,
    request: 'The request',
    workerLabel: 'Gunicorn’s worker',
    workers: { sync: 'sync', gthread: 'gthread (threads)', asgi: 'Uvicorn worker, the app awaits', 'asgi-blocked': 'Uvicorn worker, the app blocks the loop' },
    upstreamLabel: 'At the app’s address',
    upstreams: { accepts: 'Gunicorn listens', refused: 'nobody listens', silent: 'packets are dropped' },
    compute: 'Computing before the query',
    query: 'The query',
    idle: 'Idle before the request',
    stop: 'Gunicorn is told to stop after',
    unread: 'A large body, read only after computing',
    seconds,
    none: 'none',
    result: 'What happens',
    verdict: ({ who, limit, at }) => {
      if (who === null) return `Nobody gives up. The answer comes after ${seconds(at)}.`;
      if (limit === null) return 'Nginx gives up at once: the connection is refused.';
      return `${hops[who]} gives up first, after ${seconds(at)}: \`${limits[limit]}\`.`;
    },
    client: (status) => (status === null ? 'The client gets no status: it has gone.' : `The client gets status ${status}.`),
    columns: ['Log', 'Line'],
    logs: { balancer: 'load balancer', 'nginx-access': 'access.log', 'nginx-error': 'error.log', gunicorn: 'Gunicorn', app: 'app' },
    inVain: (who, until) => `The ${who} works on for nobody, until ${seconds(until)}.`,
    kept: ({ client, upstream, isRace }, idle) => [
      ...(idle > 0 ? [client === 'reused' ? 'The client’s connection was still there.' : 'Nginx had closed the client’s idle connection: the client connects again.'] : []),
      ...(upstream === 'none' ? [] : idle > 0 ? [upstream === 'reused' ? 'Nginx’s connection to the app was still there.' : 'The idle connection to the app had been closed: Nginx connects again.'] : []),
      ...(isRace ? ['The app closes idle connections before Nginx does. A request that is sent in that moment is lost with the connection: 502, unless Nginx may try again.'] : []),
    ],
    ladder: 'The ladder',
    ladderColumns: ['Who, and which limit', 'From the beginning of the request', ''],
    ends: (end, isFirst) => (isFirst ? `${seconds(end)}, first` : seconds(end)),
    apart: 'Limits that do not concern this request are left out.',
  },
};
