import type { Localized } from '../../i18n/locales.ts';
import type { Outcome } from './model.ts';
import type { Kind, NumberName, PresetName, Settings } from './settings.ts';

/** What the element says: plain texts with places (`{n}`). They come to it with the page, in its language. */
export interface Strings {
  readonly seconds: string;
  readonly none: string;
  readonly everyNth: string;
  readonly last: string;
  /** The same when some failed. */
  readonly lastOfAll: string;
  readonly oneVisitor: string;
  readonly failed: Readonly<Record<Exclude<Outcome, 'answered'>, string>>;
  readonly throughput: string;
  readonly queue: string;
  readonly noQueue: string;
  readonly shares: string;
  readonly law: string;
  readonly worker: string;
  readonly workerTook: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
}

/** What only the page says. Inline Markdown. */
export interface PageStrings {
  readonly ask: string;
  readonly options: readonly string[];
  readonly because: string;
  readonly preset: string;
  readonly presets: Readonly<Record<PresetName, string>>;
  readonly groups: Readonly<Record<'server' | 'request' | 'visitors' | 'trouble', string>>;
  readonly kind: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly pattern: string;
  readonly patterns: Readonly<Record<Settings['pattern'], string>>;
  readonly numbers: Readonly<Record<Exclude<NumberName, 'seed'>, string>>;
  readonly again: string;
  readonly againHelp: string;
  readonly result: string;
  readonly lawTitle: string;
  readonly lawHelp: string;
  readonly timeline: string;
  readonly legend: Readonly<Record<'cpu' | 'wait' | 'bad' | 'queued' | 'inside', string>>;
  readonly waiting: string;
  readonly table: string;
  readonly columns: readonly string[];
}

export const strings: Localized<Strings> = {
  en: {
    seconds: '{n} s',
    none: 'none',
    everyNth: 'each {n}th',
    last: 'The last of {count} visitors is served after {total}; on average it takes {mean}.',
    lastOfAll: 'The last of {count} visitors has an answer or an error after {total}; on average it takes {mean}.',
    oneVisitor: 'The visitor is served after {total}.',
    failed: {
      killed: '{n} get status 500: Gunicorn killed the worker that was silent for {timeout}.',
      lost: '{n} get no answer: Gunicorn killed a loop that was blocked, with all its connections.',
    },
    throughput: '{n} answers a second.',
    queue: 'At most {queued} stand in the system’s queue, {inside} wait inside workers.',
    noQueue: 'Nobody waits for a turn.',
    shares: 'The workers took {shares} connections.',
    law: '{rate} a second × {time} = {inside} at once, on average',
    worker: 'Worker {n}',
    workerTook: 'took {n}',
    outcomes: { answered: '200', killed: '500, worker killed', lost: 'none, worker killed' },
  },
};

export const pageStrings: Localized<PageStrings> = {
  en: {
    ask: 'Six visitors come at once. Four `sync` workers serve them, and each request waits half a second for the database. When does the last visitor have the answer?',
    options: ['after 0.5 s', 'after 0.75 s', 'after 1 s', 'after 3 s'],
    because: 'Four are served at once, and two stand in the queue until a worker is free: two rounds of half a second. One request cannot be shared between workers, so the two that have nothing to do in the second round cannot help.',
    preset: 'Begin with',
    presets: {
      four: 'six visitors, four sync workers',
      one: 'six visitors, one sync worker',
      threads: 'six visitors, four threads',
      loop: 'six visitors, an event loop',
      blocked: 'six visitors, a blocked event loop',
      pool: '41 visitors, a pool of 40 threads',
      computing: 'four threads that compute',
      uneven: '64 visitors, shared unevenly',
      timeout: 'slow requests and Gunicorn’s timeout',
      silent: 'slow requests that block a loop',
      traffic: '50 requests a second, by chance',
    },
    groups: { server: 'The server', request: 'One request', visitors: 'The visitors', trouble: 'Trouble' },
    kind: 'Kind',
    kinds: {
      sync: 'sync: one request at a time',
      threads: 'threads (gthread)',
      loop: 'event loop, the app awaits',
      blocked: 'event loop, a call blocks it',
      pool: 'event loop with a pool of threads',
    },
    pattern: 'They come',
    patterns: { together: 'all at once', evenly: 'at equal distances', 'by-chance': 'by chance' },
    numbers: {
      workers: 'Workers (processes)',
      threads: 'Threads in each worker',
      cores: 'Cores of the machine',
      wait: 'It waits for others',
      cpu: 'It computes in Python',
      count: 'Visitors',
      every: 'Time between two',
      timeout: 'Gunicorn’s timeout',
      slowEvery: 'Slow requests',
      slowWait: 'A slow one waits',
    },
    again: 'Roll the dice again',
    againHelp: 'Chance decides who takes which connection, and when visitors come by chance.',
    result: 'What happens',
    lawTitle: 'Little’s law, with these numbers',
    lawHelp: 'λ × W = L: arrivals in a second × mean time until the answer = how many are inside, in a queue or in progress.',
    timeline: 'Who works when',
    legend: { cpu: 'computing', wait: 'waiting for others', bad: 'killed', queued: 'in the system’s queue', inside: 'accepted, waits inside a worker' },
    waiting: 'Who waits for a turn: at most {n}',
    table: 'All requests as a table',
    columns: ['No.', 'Came', 'Worker', 'Taken', 'Begun', 'Ended', 'Status'],
  },
};
