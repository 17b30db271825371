import type { Settings } from './check.ts';
import type { Outcome, Served } from './model.ts';
import { shareFrom } from './share.ts';

/** Two moments closer than this (seconds) are one: sums of fractions are never exact. */
const instant = 1e-9;

type Stage = 'coming' | 'queued' | 'taken' | 'computing' | 'waiting' | 'done';

interface Job {
  readonly id: number;
  readonly arrival: number;
  readonly wait: number;
  stage: Stage;
  worker: number;
  taken: number;
  start: number | null;
  /** Computing that is left, in seconds of one core. */
  left: number;
  computed: number | null;
  wakes: number;
  finish: number;
  outcome: Outcome;
}

interface Worker {
  /** Connections that it has taken and not begun, first come first served. */
  readonly inside: Job[];
  /** Begun and not done. */
  readonly running: Set<Job>;
  /** An event loop's job that nothing else can pass. */
  holds: Job | null;
  /** Since when it has given no sign of life; Infinity when it gives signs. */
  silentSince: number;
  /** Pieces of work that a loop has done since its last sign. */
  rounds: number;
  /** When it took its last connection. */
  tookAt: number;
}

/** Runs all requests to their end: a discrete-event simulation, from one moment at which something changes to the next. */
export function runAll(settings: Settings): readonly Served[] {
  const { server, workers: count, threads, wait, cpu, blocking, arrivals, cores, seed, timeout, slow } = settings;
  const isLoop = server === 'asgi';
  /** A loop that a request can stop. */
  const canStop = isLoop && (blocking || cpu > 0);
  const slots = server === 'sync' ? 1 : isLoop ? Infinity : threads;
  const share = shareFrom(seed, count);
  const jobs: readonly Job[] = arrivals.map((arrival, i) => ({
    id: i + 1,
    arrival,
    wait: slow && (i + 1) % slow.every === 0 ? slow.wait : wait,
    stage: 'coming',
    worker: -1,
    taken: arrival,
    start: null,
    left: cpu,
    computed: null,
    wakes: Infinity,
    finish: Infinity,
    outcome: 'answered',
  }));
  const workers: readonly Worker[] = Array.from({ length: count }, () => ({ inside: [], running: new Set(), holds: null, silentSince: Infinity, rounds: 0, tookAt: -Infinity }));
  const queue: Job[] = [];
  let next = 0;
  let open = jobs.length;
  let now = 0;

  const computingIn = (worker: Worker): readonly Job[] => [...worker.running].filter(({ stage }) => stage === 'computing');
  /** What one computing thread of each worker gets of a core: the GIL lets one thread of a process run at a time. */
  const speeds = (): readonly number[] => {
    const computing = workers.map((worker) => computingIn(worker).length);
    const ofProcess = Math.min(1, cores / computing.filter(Boolean).length);
    return computing.map((inProcess) => (inProcess ? ofProcess / inProcess : 0));
  };

  function finish(job: Job, outcome: Outcome): void {
    job.stage = 'done';
    job.finish = now;
    job.outcome = outcome;
    open--;
    const worker = workers[job.worker];
    if (!worker) return;
    worker.running.delete(job);
    if (worker.holds === job) release(worker);
  }

  /** The loop may go on: with what it has taken, or with giving a sign of life. */
  function release(worker: Worker): void {
    worker.holds = null;
    worker.rounds++;
    // Uvicorn gives a sign in every tenth turn of its loop at most, and not before half of the limit has passed.
    if (worker.rounds < 10 || now - worker.silentSince <= timeout / 2) return;
    worker.silentSince = now;
    worker.rounds = 0;
  }

  function begin(worker: Worker): void {
    while (worker.inside.length && worker.running.size < slots && !worker.holds) {
      const job = worker.inside.shift() as Job;
      job.start = now;
      worker.running.add(job);
      if (canStop) worker.holds = job;
      if (server === 'sync' || (canStop && worker.silentSince === Infinity)) worker.silentSince = now;
      job.stage = 'computing';
      if (job.left <= instant) beginWaiting(job, worker);
    }
  }

  function beginWaiting(job: Job, worker: Worker): void {
    job.computed = now;
    job.stage = 'waiting';
    job.wakes = now + job.wait;
    if (worker.holds === job && !blocking) release(worker);
    if (job.wait <= instant) finish(job, 'answered');
  }

  /** Whether it would accept the connection, if it were its turn. */
  function takes(worker: Worker, job: Job): boolean {
    if (server === 'sync') return worker.running.size + worker.inside.length === 0;
    if (!canStop) return true;
    return !worker.holds && (worker.inside.length === 0 || (share.takesAhead && share.isFresh(job.arrival)));
  }

  function deal(): void {
    if (queue.length) share.begin(now);
    for (let job = queue[0]; job; job = queue[0]) {
      const free = workers.flatMap((worker, i) => (takes(worker, job) ? [i] : []));
      if (free.length === 0) return;
      // Of workers that take one at a time, the one that has been idle longest: they wait in a row.
      const rested = free.reduce((best, i) => ((workers[i]?.tookAt ?? 0) < (workers[best]?.tookAt ?? 0) ? i : best), free[0] ?? 0);
      job.worker = server === 'sync' ? rested : share.pick(free);
      const worker = workers[job.worker] as Worker;
      Object.assign(job, { stage: 'taken', taken: now });
      worker.tookAt = now;
      worker.inside.push(job);
      queue.shift();
    }
  }

  function kill(worker: Worker): void {
    const jobsOfIt = [...worker.running, ...worker.inside];
    worker.inside.length = 0;
    for (const job of jobsOfIt) finish(job, server === 'sync' ? 'killed' : 'lost');
    Object.assign(worker, { holds: null, silentSince: Infinity, rounds: 0 });
  }

  while (open > 0) {
    const speed = speeds();
    const active = jobs.filter(({ stage }) => stage === 'computing' || stage === 'waiting');
    const ends = active.map((job) => (job.stage === 'waiting' ? job.wakes : now + job.left / (speed[job.worker] ?? 1)));
    const limits = timeout > 0 ? workers.map(({ silentSince }) => silentSince + timeout) : [];
    const then = Math.max(now, Math.min(jobs[next]?.arrival ?? Infinity, ...ends, ...limits));
    for (const job of active) if (job.stage === 'computing') job.left -= (then - now) * (speed[job.worker] ?? 1);
    now = then;

    for (const job of active) {
      if (job.stage === 'computing' && job.left <= instant) beginWaiting(job, workers[job.worker] as Worker);
      else if (job.stage === 'waiting' && job.wakes <= now + instant) finish(job, 'answered');
    }
    for (const worker of workers) if (timeout > 0 && worker.silentSince + timeout <= now + instant && worker.running.size) kill(worker);
    for (let job = jobs[next]; job && job.arrival <= now + instant; job = jobs[next]) {
      job.stage = 'queued';
      queue.push(job);
      next++;
    }
    // Own work first: a loop that has some does not look at the socket. Work of no length makes room at once.
    for (let before = -1; before !== open + queue.length; ) {
      before = open + queue.length;
      workers.forEach(begin);
      deal();
      workers.forEach(begin);
    }
    for (const worker of workers) {
      const isIdle = server === 'sync' ? worker.running.size === 0 : !worker.holds;
      if (isIdle) Object.assign(worker, { silentSince: Infinity, rounds: 0 });
    }
  }
  return jobs.map(({ id, arrival, taken, start, computed, finish: end, worker, outcome }) => ({
    id,
    arrival,
    taken,
    start,
    computed,
    finish: end,
    worker,
    outcome,
    status: outcome === 'answered' ? 200 : outcome === 'killed' ? 500 : null,
  }));
}
