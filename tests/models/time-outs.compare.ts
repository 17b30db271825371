import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Comparison } from '../../src/lab/comparison.ts';
import { reuse, whoGivesUp, type LogName } from '../../src/widgets/time-outs/model.ts';
import { pauses, requests, type TimeOutCase } from './time-outs/cases.ts';

export const needs = ['namespace', 'nginx', 'venv'] as const;

const file = (name: string): string => fileURLToPath(new URL(`time-outs/${name}`, import.meta.url));

/** Seconds that a real run may be later than the model: Gunicorn looks once a second, and machines are busy. */
const slack = 1.6;

/**
 * Runs each request through client, load balancer (a second Nginx), Nginx, Gunicorn and app to a stand-in for the
 * database, all at once, each with servers of its own. Compared: the client's status, the time, every log line that
 * the model names, and which connections are kept.
 */
export async function compare(): Promise<Comparison> {
  const children: ChildProcess[] = [];
  const start = (program: string, args: readonly string[], log = 'ignored.log'): ChildProcess => {
    const child = spawn('bash', ['-c', 'log=$1; shift; exec "$@" >>"$log" 2>&1', '_', log, program, ...args], { stdio: 'ignore' });
    children.push(child);
    return child;
  };
  const all = [...requests, ...pauses];
  try {
    start('python3', [file('database.py')]);
    const silent = all.flatMap(({ work }, i) => (work.upstream === 'silent' ? [String(appPort(i))] : []));
    start('python3', [file('silent.py'), ...silent]);
    writeFileSync('nginx.conf', nginxConf(all));
    start('nginx', ['-p', process.cwd(), '-c', `${process.cwd()}/nginx.conf`]);
    const masters = all.map((one, i) => (one.work.upstream === 'accepts' ? start('gunicorn', gunicornArgs(one, i), `gunicorn-${i}.log`) : undefined));
    await Promise.all(all.map((one, i) => (one.work.upstream === 'accepts' ? listens(appPort(i)) : undefined)));
    await listens(5432);
    await listens(8000);
    const results = [
      ...requests.map((one, i) => compareRequest(one, i, masters[i])),
      ...pauses.map((one, i) => comparePause(one, requests.length + i)),
    ];
    const differences = (await Promise.all(results)).flatMap((lines, i) => (lines.length ? [`${all[i]?.title}:\n  ${lines.join('\n  ')}`] : []));
    return { cases: all.length, differences };
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

const appPort = (i: number): number => 9000 + i;

async function compareRequest({ timeouts, work }: TimeOutCase, i: number, master: ChildProcess | undefined): Promise<readonly string[]> {
  const expected = whoGivesUp(timeouts, work);
  const begun = Date.now();
  const stop = work.stop === null ? undefined : setTimeout(() => master?.kill('SIGTERM'), work.stop * 1000);
  const { compute, query } = work;
  const path = `/?${new URLSearchParams({ compute: String(compute), query: String(query), ...(timeouts.app && { app: String(timeouts.app) }), ...(timeouts.database && { database: String(timeouts.database) }) }).toString()}`;
  const { status } = await ask(7000 + i, path, { patience: timeouts.browser, size: work.isUnread ? 30_000_000 : 0 });
  const seconds = (Date.now() - begun) / 1000;
  // A loop's last sign of life may be half of Gunicorn's limit old when the request comes.
  const early = work.worker === 'asgi-blocked' ? timeouts.gunicornTimeout / 2 : 0.15;
  // Until everything that goes on in vain has ended and been written down.
  await wait(Math.max(0, ...expected.inVain.map(({ until }) => (until ?? 0) - seconds)) * 1000 + 1500);
  clearTimeout(stop);
  const logs: Readonly<Record<LogName, string>> = {
    balancer: read(`balancer-${i}.log`),
    'nginx-access': read(`access-${i}.log`),
    'nginx-error': read(`error-${i}.log`),
    gunicorn: read(`gunicorn-${i}.log`),
    app: read(`gunicorn-${i}.log`),
  };
  return [
    ...(status === expected.status ? [] : [`status: model ${expected.status}, server ${status}`]),
    ...(seconds >= expected.at - early && seconds <= expected.at + slack ? [] : [`time: model ${expected.at} s, server ${seconds.toFixed(2)} s`]),
    ...expected.logs.filter(({ log, text }) => !logs[log].includes(text)).map(({ log, text }) => `${log} has no "${text}": ${logs[log].slice(-300)}`),
    ...(expected.logs.some(({ log }) => log === 'nginx-error') || logs['nginx-error'] === '' ? [] : [`nginx-error: model nothing, server ${logs['nginx-error'].slice(-300)}`]),
    ...(expected.logs.some(({ text }) => text.includes('WORKER TIMEOUT')) || !logs.gunicorn.includes('WORKER TIMEOUT') ? [] : ['Gunicorn gave up, and the model does not say so']),
  ];
}

async function comparePause({ timeouts, work }: TimeOutCase, i: number): Promise<readonly string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const first = await ask(8000 + i, '/', { agent });
  await wait(work.idle * 1000);
  const second = await ask(8000 + i, '/', { agent });
  agent.destroy();
  const expected = reuse(timeouts, work);
  const client = first.localPort === second.localPort ? 'reused' : 'new';
  const upstream = first.body === second.body ? 'reused' : 'new';
  return [
    ...(first.status === 200 && second.status === 200 ? [] : [`statuses ${first.status}, ${second.status}`]),
    ...(client === expected.client ? [] : [`client: model ${expected.client}, server ${client}`]),
    ...(upstream === (expected.upstream === 'none' ? 'new' : expected.upstream) ? [] : [`upstream: model ${expected.upstream}, server ${upstream}`]),
  ];
}

interface Asked {
  readonly status: number | null;
  readonly body: string;
  readonly localPort: number | undefined;
}

/** One request; `status` is null when patience ended first. */
function ask(port: number, path: string, { patience = null, size = 0, agent }: { patience?: number | null; size?: number; agent?: Agent }): Promise<Asked> {
  return new Promise((resolve) => {
    const headers = size ? { 'Content-Length': size } : {};
    const out = send({ host: '127.0.0.1', port, path, method: size ? 'POST' : 'GET', headers, ...(agent ? { agent } : { agent: false as const }) }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode ?? null, body, localPort: out.socket?.localPort }));
    });
    out.on('error', () => resolve({ status: null, body: '', localPort: undefined }));
    if (patience !== null) setTimeout(() => out.destroy(), patience * 1000);
    out.end(size ? Buffer.alloc(size) : undefined);
  });
}

function gunicornArgs({ timeouts, work }: TimeOutCase, i: number): readonly string[] {
  const { gunicornTimeout, gunicornGraceful, gunicornKeepAlive } = timeouts;
  const kinds = {
    sync: ['-k', 'sync', 'shop:wsgi'],
    gthread: ['-k', 'gthread', '--threads', '4', 'shop:wsgi'],
    asgi: ['-k', 'uvicorn_worker.UvicornWorker', 'shop:asgi'],
    'asgi-blocked': ['-k', 'uvicorn_worker.UvicornWorker', 'shop:blocked'],
  } as const;
  return [
    ...['--bind', `127.0.0.1:${appPort(i)}`, '--chdir', fileURLToPath(new URL('time-outs', import.meta.url)), '--worker-tmp-dir', process.cwd()],
    ...['--timeout', String(gunicornTimeout), '--graceful-timeout', String(gunicornGraceful), '--keep-alive', String(gunicornKeepAlive)],
    '--no-control-socket',
    ...kinds[work.worker],
  ];
}

function nginxConf(all: readonly TimeOutCase[]): string {
  const servers = all.map(({ timeouts }, i) => {
    const { loadBalancer, clientKeepAlive, nginxConnect, nginxSend, nginxRead, upstreamKeepAlive } = timeouts;
    return `
    upstream app${i} { server 127.0.0.1:${appPort(i)}; keepalive 4; keepalive_timeout ${upstreamKeepAlive}s; }
    server {
        listen 127.0.0.1:${7000 + i};
        access_log balancer-${i}.log status;
        error_log ignored.log;
        location / { proxy_pass http://127.0.0.1:${8000 + i}; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_read_timeout ${loadBalancer ?? 600}s; }
    }
    server {
        listen 127.0.0.1:${8000 + i};
        access_log access-${i}.log status;
        error_log error-${i}.log error;
        keepalive_timeout ${clientKeepAlive}s;
        location / {
            proxy_pass http://app${i};
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_connect_timeout ${nginxConnect}s;
            proxy_send_timeout ${nginxSend}s;
            proxy_read_timeout ${nginxRead}s;
        }
    }`;
  });
  return `daemon off;
user root;
worker_processes 1;
pid nginx.pid;
error_log ignored.log;
events { worker_connections 1024; }
http {
    log_format status '$status';
    client_max_body_size 0;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;${servers.join('')}
}
`;
}

async function listens(port: number): Promise<void> {
  const hex = `:${port.toString(16).toUpperCase().padStart(4, '0')} `;
  for (let i = 0; i < 800; i++) {
    if (readFileSync('/proc/net/tcp', 'utf8').split('\n').some((line) => line.includes(hex) && line.includes(' 0A '))) return;
    await wait(25);
  }
  throw new Error(`Nothing listens on port ${port}. gunicorn-${port - 9000}.log: ${read(`gunicorn-${port - 9000}.log`)} ${read('ignored.log')}`);
}

function read(name: string): string {
  return existsSync(name) ? readFileSync(name, 'utf8') : '';
}
