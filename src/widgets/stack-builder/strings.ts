import type { Localized } from '../../i18n/locales.ts';
import type { Choices, Point, Recommendation } from './model.ts';

/** Texts with `code` between backticks. */
export interface Strings {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  readonly because: string;
  readonly fields: Readonly<Record<keyof Choices, string>>;
  readonly values: {
    readonly framework: Readonly<Record<Choices['framework'], string>>;
    readonly interface: Readonly<Record<Choices['interface'], string>>;
    readonly server: Readonly<Record<Choices['server'], string>>;
    readonly place: Readonly<Record<Choices['place'], string>>;
    readonly tls: Readonly<Record<Choices['tls'], string>>;
    readonly staticFiles: Readonly<Record<Choices['staticFiles'], string>>;
  };
  readonly recommended: string;
  readonly summary: (stack: Recommendation) => string;
  readonly corrected: (fields: readonly string[]) => string;
  readonly reasons: string;
  readonly prices: string;
  readonly files: string;
  readonly points: Readonly<Record<Point, string>>;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly download: string;
  readonly downloaded: (count: number) => string;
}

const servers = {
  'gunicorn-sync': 'Gunicorn, sync workers',
  'gunicorn-threads': 'Gunicorn, threads',
  'gunicorn-uvicorn': 'Gunicorn, Uvicorn workers',
  uvicorn: 'Uvicorn by itself',
} as const;

export const strings: Localized<Strings> = {
  en: {
    ask: 'A Flask app on one machine, four cores, and its pages wait for a database most of the time. What should stand behind Nginx?',
    options: ['Gunicorn with Uvicorn workers, since asynchronous is faster', 'Gunicorn with threads', 'Uvicorn by itself'],
    because: 'Flask speaks WSGI, so Uvicorn cannot call it without an adapter. Its requests wait, and threads wait side by side; four processes use the four cores.',
    fields: {
      framework: 'Framework',
      interface: 'Interface',
      server: 'Application server',
      place: 'It runs',
      isBehindBalancer: 'A load balancer stands in front',
      tls: 'TLS ends at',
      staticFiles: 'Static files are sent by',
      hasWebSocket: 'It needs WebSocket',
      cores: 'Processor cores for the app',
    },
    values: {
      framework: { flask: 'Flask', django: 'Django', fastapi: 'FastAPI', falcon: 'Falcon' },
      interface: { wsgi: 'WSGI', asgi: 'ASGI' },
      server: servers,
      place: { machine: 'on a machine, with systemd', container: 'in a container' },
      tls: { nginx: 'Nginx', balancer: 'the load balancer', nowhere: 'nowhere (a private network)' },
      staticFiles: { nginx: 'Nginx', app: 'the app', elsewhere: 'something else (a CDN)' },
    },
    recommended: 'The stack',
    summary: ({ choices, hasNginx, workers, threads }) => {
      const row = [...(choices.isBehindBalancer ? ['load balancer'] : []), ...(hasNginx ? ['Nginx'] : []), servers[choices.server], { flask: 'Flask', django: 'Django', fastapi: 'FastAPI', falcon: 'Falcon' }[choices.framework]].join(' → ');
      const processes = workers === 1 ? 'one worker process' : `${workers} worker processes`;
      return `${row}; ${processes}${threads > 1 ? ` with ${threads} threads each` : ''}.`;
    },
    corrected: (fields) => `Put right, since it cannot be so: ${fields.join(', ')}.`,
    reasons: 'Why',
    prices: 'What it costs',
    files: 'The files',
    points: {
      'interface-of-framework': 'The framework speaks WSGI, ASGI or either, and the interface decides which servers can call the app.',
      'websocket-needs-asgi': 'WebSocket is part of ASGI and not of WSGI; Nginx needs lines of its own for it.',
      'threads-wait': 'Threads wait for the database side by side, each in its own request.',
      'sync-short': 'One request at a time in each process: simple, and enough when every request is short.',
      'uvicorn-alone': 'Uvicorn starts its own processes and replaces dead ones. Nothing else is needed for that.',
      'uvicorn-in-gunicorn': 'Gunicorn brings its settings, signals and a `timeout` that ends a blocked loop. The worker that takes the connection is Uvicorn’s code.',
      'nginx-slow-visitors': 'Nginx waits for slow visitors, so that no worker has to, and shows those the door who never finish a request.',
      'nginx-tls': 'Nginx ends TLS, and port 80 leads to 443.',
      'nginx-files': 'Nginx sends files without asking the app.',
      'no-nginx': 'Behind a balancer that ends TLS and bears slow visitors, a container needs no Nginx of its own. Find out whether yours does.',
      'balancer-tls': 'The balancer ends TLS; from there on the network must be one that you trust.',
      'one-process-each': 'One process in each container: the platform starts more containers, not more workers.',
      'systemd-restarts': 'systemd starts the app at boot, and again when it dies.',
      'platform-restarts': 'The platform replaces dead containers; `/healthz` is there for it to ask.',
      'no-tls': 'Everybody on the way can read and change everything. For a private network, if at all.',
      slots: 'Slots must be counted: a long answer fills one, and when all are full, everybody waits.',
      'blocking-call': 'One blocking call in `async def` stops every request of its process.',
      'two-packages': 'Two packages, `uvicorn` and `uvicorn-worker`, must fit each other.',
      'app-sends-files': 'Each file costs the app a request.',
      'files-elsewhere': 'Files have to be brought there with each release, before the code that asks for them.',
      'forwarded-trust': 'Scheme and visitor are what the piece in front says. It must be the only one that can reach the app.',
      certificate: 'A certificate has to be obtained and renewed, and Nginx reloaded.',
      'no-watchdog': 'Nothing ends a process whose loop is blocked: put a check on `/healthz`.',
    },
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The browser did not allow it: select the text and copy it.',
    download: 'Download all as shop.zip',
    downloaded: (count) => `shop.zip with ${count} files is ready.`,
  },
};
