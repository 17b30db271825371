import { appFiles } from './files/app.ts';
import { containerFiles } from './files/container.ts';
import { nginxConf } from './files/nginx.ts';
import { gunicornConf } from './files/gunicorn.ts';
import { service } from './files/systemd.ts';

export const frameworks = ['flask', 'django', 'fastapi', 'falcon'] as const;
export const interfaces = ['wsgi', 'asgi'] as const;
export const servers = ['gunicorn-sync', 'gunicorn-threads', 'gunicorn-uvicorn', 'uvicorn'] as const;
export const places = ['machine', 'container'] as const;
export const tlsEnds = ['nginx', 'balancer', 'nowhere'] as const;
export const staticWays = ['nginx', 'app', 'elsewhere'] as const;

/** What a reader chooses. */
export interface Choices {
  readonly framework: (typeof frameworks)[number];
  readonly interface: (typeof interfaces)[number];
  readonly server: (typeof servers)[number];
  readonly place: (typeof places)[number];
  readonly isBehindBalancer: boolean;
  readonly tls: (typeof tlsEnds)[number];
  readonly staticFiles: (typeof staticWays)[number];
  readonly hasWebSocket: boolean;
  /** Processor cores for the app: 1 to {@link mostCores}. */
  readonly cores: number;
}

export const mostCores = 64;

/** A file of the stack. */
export interface StackFile {
  /** Path in the archive. */
  readonly path: string;
  readonly language: 'nginx' | 'python' | 'ini' | 'dockerfile' | 'yaml' | 'text' | 'css';
  readonly text: string;
}

/** Why a choice was made or what it costs; the words are in strings.ts. */
export type Point =
  | 'interface-of-framework'
  | 'websocket-needs-asgi'
  | 'threads-wait'
  | 'sync-short'
  | 'uvicorn-alone'
  | 'uvicorn-in-gunicorn'
  | 'nginx-slow-visitors'
  | 'nginx-tls'
  | 'nginx-files'
  | 'no-nginx'
  | 'balancer-tls'
  | 'one-process-each'
  | 'systemd-restarts'
  | 'platform-restarts'
  | 'no-tls'
  | 'slots'
  | 'blocking-call'
  | 'two-packages'
  | 'app-sends-files'
  | 'files-elsewhere'
  | 'forwarded-trust'
  | 'certificate'
  | 'no-watchdog';

/** What is recommended. */
export interface Recommendation {
  /** The choices as they are used: what contradicts itself has been put right. */
  readonly choices: Choices;
  /** What was put right, in the order of the fields. */
  readonly corrected: readonly (keyof Choices)[];
  readonly hasNginx: boolean;
  /** Worker processes and threads of each. */
  readonly workers: number;
  readonly threads: number;
  readonly reasons: readonly Point[];
  readonly prices: readonly Point[];
  readonly files: readonly StackFile[];
}

/** Interfaces that a framework's app is called by. */
export const interfacesOf: Readonly<Record<Choices['framework'], readonly Choices['interface'][]>> = {
  flask: ['wsgi'],
  django: ['wsgi', 'asgi'],
  fastapi: ['asgi'],
  falcon: ['wsgi', 'asgi'],
};

/** Servers that call an interface; the first is recommended. */
export const serversOf: Readonly<Record<Choices['interface'], readonly Choices['server'][]>> = {
  wsgi: ['gunicorn-threads', 'gunicorn-sync'],
  asgi: ['uvicorn', 'gunicorn-uvicorn'],
};

/** Recommends a stack for the choices, with its complete files. */
export function recommend(wanted: Choices): Recommendation {
  const choices = consistent(wanted);
  const corrected = (Object.keys(wanted) as (keyof Choices)[]).filter((name) => wanted[name] !== choices[name]);
  const hasNginx = needsNginx(choices);
  const { workers, threads } = sizes(choices);
  const stack = { choices, hasNginx, workers, threads };
  return { ...stack, corrected, reasons: reasonsFor(choices, hasNginx), prices: pricesOf(choices, hasNginx), files: filesOf(stack) };
}

/** The nearest choices that can be built: later fields give way to earlier ones. */
function consistent(wanted: Choices): Choices {
  const known = interfacesOf[wanted.framework];
  const called = known.includes(wanted.interface) ? wanted.interface : (known[0] ?? 'wsgi');
  const hasWebSocket = wanted.hasWebSocket && called === 'asgi' && wanted.framework !== 'django';
  const able = serversOf[called];
  const server = able.includes(wanted.server) ? wanted.server : (able[0] ?? 'uvicorn');
  const tls = wanted.tls === 'balancer' && !wanted.isBehindBalancer ? 'nginx' : wanted.tls;
  const cores = Math.min(mostCores, Math.max(1, Math.round(wanted.cores) || 1));
  return { ...wanted, interface: called, server, tls, hasWebSocket, cores };
}

/** Only a container behind a balancer does without: somebody must bear slow visitors, end TLS, send files. */
function needsNginx({ place, isBehindBalancer, tls, staticFiles }: Choices): boolean {
  return place === 'machine' || !isBehindBalancer || tls === 'nginx' || staticFiles === 'nginx';
}

/** Gunicorn's documentation suggests 2 × cores + 1 sync workers; a platform multiplies containers, not processes. */
function sizes({ server, place, isBehindBalancer, cores }: Choices): { readonly workers: number; readonly threads: number } {
  const isMultiplied = place === 'container' && isBehindBalancer;
  if (server === 'gunicorn-sync') return { workers: isMultiplied ? 2 : 2 * cores + 1, threads: 1 };
  return { workers: isMultiplied ? 1 : cores, threads: server === 'gunicorn-threads' ? 8 : 1 };
}

function reasonsFor({ interface: called, server, place, isBehindBalancer, tls, staticFiles, hasWebSocket }: Choices, hasNginx: boolean): readonly Point[] {
  const points: readonly (readonly [Point, boolean])[] = [
    ['interface-of-framework', true],
    ['websocket-needs-asgi', hasWebSocket],
    ['threads-wait', server === 'gunicorn-threads'],
    ['sync-short', server === 'gunicorn-sync'],
    ['uvicorn-alone', server === 'uvicorn'],
    ['uvicorn-in-gunicorn', server === 'gunicorn-uvicorn'],
    ['nginx-slow-visitors', hasNginx],
    ['nginx-tls', hasNginx && tls === 'nginx'],
    ['nginx-files', hasNginx && staticFiles === 'nginx'],
    ['no-nginx', !hasNginx],
    ['balancer-tls', tls === 'balancer'],
    ['one-process-each', called === 'asgi' && place === 'container' && isBehindBalancer],
    ['systemd-restarts', place === 'machine'],
    ['platform-restarts', place === 'container'],
  ];
  return points.filter(([, holds]) => holds).map(([point]) => point);
}

function pricesOf({ interface: called, server, isBehindBalancer, tls, staticFiles }: Choices, hasNginx: boolean): readonly Point[] {
  const points: readonly (readonly [Point, boolean])[] = [
    ['slots', called === 'wsgi'],
    ['blocking-call', called === 'asgi'],
    ['two-packages', server === 'gunicorn-uvicorn'],
    ['no-watchdog', server === 'uvicorn'],
    ['no-tls', tls === 'nowhere'],
    ['certificate', tls === 'nginx'],
    ['app-sends-files', staticFiles === 'app'],
    ['files-elsewhere', staticFiles === 'elsewhere'],
    ['forwarded-trust', isBehindBalancer || hasNginx],
  ];
  return points.filter(([, holds]) => holds).map(([point]) => point);
}

/** What the generators of files are given. */
export type Stack = Pick<Recommendation, 'choices' | 'hasNginx' | 'workers' | 'threads'>;

function filesOf(stack: Stack): readonly StackFile[] {
  const { place, server } = stack.choices;
  return [
    ...appFiles(stack),
    ...(server === 'uvicorn' ? [] : [gunicornConf(stack)]),
    ...(stack.hasNginx ? [nginxConf(stack)] : []),
    ...(place === 'machine' ? [service(stack)] : containerFiles(stack)),
  ];
}
