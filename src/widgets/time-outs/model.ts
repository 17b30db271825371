/** Limits in seconds; `null` is none. Names are those of the settings. */
export interface TimeOuts {
  /** How long the client waits for the whole answer: `curl --max-time`, `AbortSignal.timeout()` of fetch. */
  readonly browser: number | null;
  /** How long the load balancer lets a connection be idle. */
  readonly loadBalancer: number | null;
  /** Nginx, `keepalive_timeout`: an idle connection from the client. */
  readonly clientKeepAlive: number;
  /** Nginx, `proxy_connect_timeout`. */
  readonly nginxConnect: number;
  /** Nginx, `proxy_send_timeout`: between two writes of the request to the app. */
  readonly nginxSend: number;
  /** Nginx, `proxy_read_timeout`: between two reads of the answer. */
  readonly nginxRead: number;
  /** Nginx, `keepalive_timeout` of the upstream block: an idle connection to the app. */
  readonly upstreamKeepAlive: number;
  /** Gunicorn, `timeout`; 0 is none. */
  readonly gunicornTimeout: number;
  /** Gunicorn, `graceful_timeout`: from the order to stop until the worker is killed. */
  readonly gunicornGraceful: number;
  /** Gunicorn, `keepalive`. */
  readonly gunicornKeepAlive: number;
  /** How long the app waits for the database; it then answers 503. */
  readonly app: number | null;
  /** The database's `statement_timeout`; the app then answers 500. */
  readonly database: number | null;
}

/** Gunicorn's worker; `blocked` is an event loop whose app calls something that blocks it. */
export type Worker = 'sync' | 'gthread' | 'asgi' | 'asgi-blocked';

/** What one request costs, in seconds. */
export interface Work {
  readonly worker: Worker;
  /** What Nginx meets at the app's address. */
  readonly upstream: 'accepts' | 'refused' | 'silent';
  /** Before the app asks the database. */
  readonly compute: number;
  /** What the database needs. */
  readonly query: number;
  /** The request has a large body, which the app reads only after `compute`. */
  readonly isUnread: boolean;
  /** How long both connections were idle before the request. */
  readonly idle: number;
  /** When Gunicorn is told to stop, after the request began; `null` is never. */
  readonly stop: number | null;
}

export type Hop = 'browser' | 'load-balancer' | 'nginx' | 'gunicorn' | 'app' | 'database';

/** A log that gets a line. `balancer` is the load balancer's own. */
export type LogName = 'balancer' | 'nginx-access' | 'nginx-error' | 'gunicorn' | 'app';

/** What a log says; the wording is that of Nginx 1.22 and Gunicorn 27. */
export type LogLine = { readonly log: LogName; readonly text: string };

/** What becomes of a request. */
export interface Verdict {
  /** Who gives up first; `null` when nobody does. */
  readonly who: Hop | null;
  /** Which limit it was. */
  readonly limit: keyof TimeOuts | null;
  /**
   * Seconds after the request began. Gunicorn looks once a second, so that its limit may come up to a second later; a
   * loop's last sign of life may be half of the limit old, so that a blocked one may be killed that much earlier.
   */
  readonly at: number;
  /** Status that the client gets; `null` when it has gone. */
  readonly status: number | null;
  readonly logs: readonly LogLine[];
  /** Who works on for nobody, and until when (seconds after the request began). */
  readonly inVain: readonly { readonly who: 'app' | 'database'; readonly until: number }[];
}

interface Ending {
  readonly who: Hop | null;
  readonly limit: keyof TimeOuts | null;
  readonly at: number;
  readonly status: number | null;
}

const never = Number.POSITIVE_INFINITY;
const inOrder: readonly (Hop | null)[] = [null, 'database', 'app', 'gunicorn', 'nginx', 'load-balancer', 'browser'];

/**
 * Says who gives up first on a request, what the client gets, and which logs tell of it.
 * Where two limits end at the same moment, the one nearer to the database is taken.
 */
export function whoGivesUp(timeouts: TimeOuts, work: Work): Verdict {
  const inner = endingsInside(timeouts, work);
  const answer = inner.reduce(earlier);
  const all = [...inner, ...endingsOutside(timeouts, work)];
  const first = all.reduce(earlier);
  return { ...first, logs: logsOf(first, answer, work), inVain: inVain(first, answer, timeouts, work) };
}

function earlier(a: Ending, b: Ending): Ending {
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return inOrder.indexOf(a.who) <= inOrder.indexOf(b.who) ? a : b;
}

/** How the app and what is behind it may end the request, were there nobody in front. */
function endingsInside(timeouts: TimeOuts, { upstream, worker, compute, query, stop }: Work): readonly Ending[] {
  if (upstream === 'refused') return [{ who: 'nginx', limit: null, at: 0, status: 502 }];
  if (upstream === 'silent') return [{ who: null, limit: null, at: never, status: null }];
  const { app, database, gunicornTimeout, gunicornGraceful } = timeouts;
  const asked = (limit: number | null): number => (limit !== null && query > limit ? compute + limit : never);
  // A sync worker shows no sign of life while it works; a blocked loop none while it is blocked; the others always do.
  const isWatched = gunicornTimeout > 0 && (worker === 'sync' || worker === 'asgi-blocked');
  return [
    { who: null, limit: null, at: compute + query, status: 200 },
    { who: 'database', limit: 'database', at: asked(database), status: 500 },
    { who: 'app', limit: 'app', at: asked(app), status: 503 },
    { who: 'gunicorn', limit: 'gunicornTimeout', at: isWatched ? gunicornTimeout : never, status: worker === 'sync' ? 500 : 502 },
    { who: 'gunicorn', limit: 'gunicornGraceful', at: stop === null ? never : stop + gunicornGraceful, status: 502 },
  ];
}

function endingsOutside({ browser, loadBalancer, nginxConnect, nginxSend, nginxRead }: TimeOuts, { upstream, compute, isUnread }: Work): readonly Ending[] {
  const isSilent = upstream === 'silent';
  return [
    { who: 'nginx', limit: 'nginxConnect', at: isSilent ? nginxConnect : never, status: 504 },
    { who: 'nginx', limit: 'nginxSend', at: !isSilent && isUnread && compute > nginxSend ? nginxSend : never, status: 504 },
    // The wait for the answer begins when the request has been sent.
    { who: 'nginx', limit: 'nginxRead', at: isSilent ? never : (isUnread ? compute : 0) + nginxRead, status: 504 },
    { who: 'load-balancer', limit: 'loadBalancer', at: loadBalancer ?? never, status: 504 },
    { who: 'browser', limit: 'browser', at: browser ?? never, status: null },
  ];
}

/** Words of Nginx's error log. */
const nginxErrors = {
  refused: 'connect() failed (111: Connection refused) while connecting to upstream',
  connect: 'upstream timed out (110: Connection timed out) while connecting to upstream',
  send: 'upstream timed out (110: Connection timed out) while sending request to upstream',
  read: 'upstream timed out (110: Connection timed out) while reading response header from upstream',
  closed: 'upstream prematurely closed connection while reading response header from upstream',
} as const;

function logsOf({ who, limit, status }: Ending, answer: Ending, { upstream }: Work): readonly LogLine[] {
  const access = (text: string | number): LogLine => ({ log: 'nginx-access', text: String(text) });
  const error = (text: string): LogLine => ({ log: 'nginx-error', text });
  // What the app says when it is done comes later than the giving up, and says nothing of it.
  const later = answer.at < never && upstream === 'accepts' ? ownLines(answer) : [];
  switch (who) {
    case null:
      return [access(status ?? '')];
    case 'browser':
      return [{ log: 'balancer', text: '499' }, access(499), ...later];
    case 'load-balancer':
      return [{ log: 'balancer', text: '504' }, access(499), ...later];
    case 'nginx': {
      const words = limit === 'nginxConnect' ? nginxErrors.connect : limit === 'nginxSend' ? nginxErrors.send : limit === 'nginxRead' ? nginxErrors.read : nginxErrors.refused;
      return [error(words), access(status ?? ''), ...later];
    }
    case 'gunicorn': {
      const closed = status === 502 ? [error(nginxErrors.closed)] : [];
      return [...ownLines({ who, limit, at: 0, status }), ...closed, access(status ?? '')];
    }
    default:
      return [...ownLines({ who, limit, at: 0, status }), access(status ?? '')];
  }
}

/** What Gunicorn and the app write. */
function ownLines({ who, limit }: Ending): readonly LogLine[] {
  if (who === 'gunicorn' && limit === 'gunicornTimeout') return [{ log: 'gunicorn', text: '[CRITICAL] WORKER TIMEOUT' }];
  if (who === 'app') return [{ log: 'app', text: 'the database took too long: answered 503' }];
  if (who === 'database') return [{ log: 'app', text: 'canceling statement due to statement timeout' }];
  return [];
}

function inVain({ who, at }: Ending, answer: Ending, { database }: TimeOuts, { compute, query, upstream }: Work): Verdict['inVain'] {
  if (upstream !== 'accepts' || who === null || who === 'database') return [];
  const queryEnd = compute + Math.min(query, database ?? never);
  const isAsking = query > 0 && at >= compute && queryEnd > at;
  // Whoever killed the worker ended the app; its connection breaks, and the database notices only when it has an answer.
  if (who === 'gunicorn') return isAsking ? [{ who: 'database', until: queryEnd }] : [];
  if (who === 'app') return [{ who: 'database', until: queryEnd }];
  const end = answer.at;
  return end > at ? [{ who: 'app', until: end }, ...(query > 0 && queryEnd > at ? [{ who: 'database' as const, until: queryEnd }] : [])] : [];
}

/** What becomes of the two idle connections before the request. */
export interface Reuse {
  /** `new`: the client has to connect again, since Nginx has closed. */
  readonly client: 'reused' | 'new';
  /** `none`: sync workers keep no connection. */
  readonly upstream: 'reused' | 'new' | 'none';
  /**
   * The app closes first: a request that Nginx sends in that very moment dies with the connection. Nginx tries again
   * by itself only if the method is idempotent, or nothing has been sent.
   */
  readonly isRace: boolean;
}

/** Which of the kept connections are still there. */
export function reuse({ clientKeepAlive, upstreamKeepAlive, gunicornKeepAlive }: TimeOuts, { idle, worker }: Work): Reuse {
  const client = idle < clientKeepAlive ? 'reused' : 'new';
  if (worker === 'sync') return { client, upstream: 'none', isRace: false };
  return { client, upstream: idle < Math.min(upstreamKeepAlive, gunicornKeepAlive) ? 'reused' : 'new', isRace: gunicornKeepAlive <= upstreamKeepAlive };
}

/** The defaults of each: Nginx 1.22, Gunicorn 27, PostgreSQL 15; a client and an app that set no limit. */
export const defaults: TimeOuts = {
  browser: null,
  loadBalancer: 60,
  clientKeepAlive: 75,
  nginxConnect: 60,
  nginxSend: 60,
  nginxRead: 60,
  upstreamKeepAlive: 60,
  gunicornTimeout: 30,
  gunicornGraceful: 30,
  gunicornKeepAlive: 2,
  app: null,
  database: null,
};
