import { checkSettings } from './check.ts';
import { runAll } from './engine.ts';

/**
 * What serves. `sync`: Gunicorn's worker for one request at a time. `gthread`: Gunicorn's worker with a pool of
 * threads. `asgi`: an event loop (Uvicorn; in Gunicorn Uvicorn's worker, or `asgi`). `asgi-pool`: an event loop that
 * gives each request to a pool of threads, as FastAPI does with functions without `async` (40 threads unless changed).
 */
export type Server = 'sync' | 'gthread' | 'asgi' | 'asgi-pool';

/** One run. All times in seconds. */
export interface Simulation {
  readonly server: Server;
  /** Processes, 1 to 64. */
  readonly workers: number;
  /** Threads in each worker, 1 to 256: for `gthread` and `asgi-pool`. */
  readonly threads?: number;
  /** What each request waits for others: a database, a supplier. It follows the computing. */
  readonly wait: number;
  /** What each request computes in Python; 0 unless given. */
  readonly cpu?: number;
  /** For `asgi`: the waiting is a call without `await`, which stops the loop. */
  readonly blocking?: boolean;
  /** Moments at which connections come, at most 1000, in any order; `momentsOf` makes them from a pattern. */
  readonly arrivals: readonly number[];
  /** Cores of the machine, 1 to 64; 2 unless given. */
  readonly cores?: number;
  /** The chance in who takes which connection: the same seed, the same run. 1 unless given. */
  readonly seed?: number;
  /** Gunicorn's `timeout`: a worker that is silent for so long is killed. 0 or not given: nobody is (Uvicorn alone). */
  readonly timeout?: number;
  /** Each `every`-th request waits `wait` seconds instead. */
  readonly slow?: { readonly every: number; readonly wait: number };
}

/** `answered`: 200. `killed`: a `sync` worker was killed, 500. `lost`: a loop was killed, the connection breaks (502 from a proxy). */
export type Outcome = 'answered' | 'killed' | 'lost';

/** What became of one request. */
export interface Served {
  /** From 1, in the order of arrival. */
  readonly id: number;
  readonly arrival: number;
  /** When a worker accepted the connection; before that it was in the system's queue. */
  readonly taken: number;
  /** When its work began: a thread took it, the loop came to it. `null` when it was lost before. */
  readonly start: number | null;
  /** When its computing was done and its waiting began. `null` when it was ended before. */
  readonly computed: number | null;
  /** When the visitor has the answer, or knows that there is none. */
  readonly finish: number;
  /** From 0. */
  readonly worker: number;
  readonly outcome: Outcome;
  readonly status: 200 | 500 | null;
}

/** All requests, in the order of arrival, and what they amount to. */
export interface Run {
  readonly requests: readonly Served[];
  /** Seconds from the first arrival to the last finish. */
  readonly total: number;
  /** How many were answered. */
  readonly answered: number;
  /** Answers in a second, over the whole run. */
  readonly throughput: number;
  /** Little's law, over the whole run: arrivals in a second (λ) × mean time from arrival to finish (W) = number inside on average (L). */
  readonly little: { readonly rate: number; readonly time: number; readonly inside: number };
  /** The most that were in the system's queue at one moment. */
  readonly longestQueue: number;
  /** How many connections each worker took. */
  readonly shares: readonly number[];
}

/**
 * Runs the requests through the server, event by event.
 *
 * Computing: a process uses one core at most, whatever its number of threads (the GIL); its computing threads share
 * what the process gets equally, an event loop finishes one piece after the other. When more processes compute than
 * there are cores, they share the cores equally. Waiting costs nothing.
 *
 * Left out: the server's own work (about a millisecond a request), kept connections, slow clients, a full listening
 * queue, memory, the time in which a killed worker is noticed (up to a second) and replaced.
 * @throws RangeError naming the field that is out of its bounds
 */
export function simulate(simulation: Simulation): Run {
  const settings = checkSettings(simulation);
  const requests = runAll(settings);
  const first = requests[0]?.arrival ?? 0;
  const total = Math.max(first, ...requests.map(({ finish }) => finish)) - first;
  const answered = requests.filter(({ outcome }) => outcome === 'answered').length;
  const inside = requests.reduce((sum, { arrival, finish }) => sum + finish - arrival, 0);
  const over = (amount: number): number => (total > 0 ? amount / total : 0);
  return {
    requests,
    total,
    answered,
    throughput: over(answered),
    little: { rate: over(requests.length), time: requests.length ? inside / requests.length : 0, inside: over(inside) },
    longestQueue: mostAtOnce(requests.map(({ arrival, taken }) => [arrival, taken])),
    shares: Array.from({ length: settings.workers }, (_, worker) => requests.filter((one) => one.worker === worker).length),
  };
}

/** How many of the spans [from, to) hold at the same moment, at most. */
export function mostAtOnce(spans: readonly (readonly [number, number])[]): number {
  const changes = spans.filter(([from, to]) => to > from).flatMap(([from, to]) => [[from, 1] as const, [to, -1] as const]);
  let count = 0;
  let most = 0;
  for (const [, change] of changes.sort((a, b) => a[0] - b[0] || a[1] - b[1])) most = Math.max(most, (count += change));
  return most;
}
