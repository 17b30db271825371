import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Comparison } from '../../src/lab/comparison.ts';
import { allChoices } from '../../src/widgets/stack-builder/all-choices.ts';
import { recommend, type Choices, type Recommendation, type StackFile } from '../../src/widgets/stack-builder/model.ts';
import { started } from './stack-builder/cases.ts';

export const needs = ['namespace', 'nginx', 'openssl', 'systemd', 'venv'] as const;

const home = '/srv/shop';

/**
 * Every combination is generated; each file that comes out is checked by the program that reads it: `nginx -t`,
 * `gunicorn --check-config`, `systemd-analyze verify`. Twelve stacks are started from their own files and asked.
 */
export async function compare(): Promise<Comparison> {
  prepare();
  const all = allChoices().map(recommend);
  const texts = (path: string): readonly Recommendation[] => [...new Map(all.flatMap((one) => one.files.filter((file) => file.path === path).map((file) => [file.text, one] as const))).values()];
  const checks: Record<string, readonly (readonly string[])[]> = {
    'nginx -t': texts('nginx.conf').map((one) => checkNginx(fileOf(one, 'nginx.conf'))),
    'gunicorn --check-config': texts('gunicorn.conf.py').map(checkGunicorn),
    'systemd-analyze verify': texts('shop.service').map((one) => checkUnit(fileOf(one, 'shop.service'))),
  };
  const runs: (readonly string[])[] = [];
  for (const choices of started) runs.push((await answers(choices)).map((line) => `${JSON.stringify(choices)}\n  ${line}`));
  const counts = Object.entries(checks).map(([name, results]) => `${name}: ${results.length} different files`);
  const results = [...Object.values(checks).flat(), ...runs];
  return { cases: results.length, differences: results.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')), notes: [`${all.length} combinations; ${counts.join(', ')}; ${runs.length} stacks started`] };
}

function fileOf({ files }: Recommendation, path: string): StackFile {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`There is no ${path}.`);
  return file;
}

function prepare(): void {
  cpSync('/etc/nginx/mime.types', 'mime.types');
  for (const folder of ['/etc/nginx', '/srv']) execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
  mkdirSync('/etc/nginx/tls');
  cpSync('mime.types', '/etc/nginx/mime.types');
  const pair = ['-keyout', '/etc/nginx/tls/shop.key', '-out', '/etc/nginx/tls/shop.crt'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=shop.test', ...pair], { stdio: 'ignore' });
  appendFileSync('/etc/hosts', '127.0.0.1 shop.test app\n');
  execFileSync('ip', ['address', 'add', '10.0.0.9/32', 'dev', 'lo']);
}

/** Writes the stack as its README says; the lab has one user, so Nginx keeps it. */
function write({ files }: Recommendation): void {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  if (files.some(({ path }) => path === 'nginx.conf')) writeFileSync('/etc/nginx/nginx.conf', forOneUser(readFileSync(join(home, 'nginx.conf'), 'utf8')));
  rmSync('/srv/public', { recursive: true, force: true });
  symlinkSync(`${home}/public`, '/srv/public');
  symlinkSync(dirname(dirname(execFileSync('which', ['gunicorn'], { encoding: 'utf8' }).trim())), `${home}/venv`);
}

function forOneUser(conf: string): string {
  return conf.replace(/^user (?:www-data|nginx);/, 'user root;');
}

function checkNginx({ text }: StackFile): readonly string[] {
  writeFileSync('/etc/nginx/nginx.conf', forOneUser(text));
  const { status, stderr } = spawnSync('nginx', ['-t'], { encoding: 'utf8' });
  return status === 0 && !/\[(?:warn|error|emerg)\]/.test(stderr) ? [] : [`nginx -t: ${stderr}\n${text}`];
}

function checkGunicorn(stack: Recommendation): readonly string[] {
  write(stack);
  const { status, stderr, stdout } = spawnSync('gunicorn', ['--check-config', '--config', 'gunicorn.conf.py', 'shop:app'], { cwd: home, encoding: 'utf8' });
  return status === 0 ? [] : [`gunicorn --check-config: ${stdout}${stderr}\n${fileOf(stack, 'gunicorn.conf.py').text}`];
}

function checkUnit({ text }: StackFile): readonly string[] {
  writeFileSync(`${home}/shop.service`, text);
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', `${home}/shop.service`], { encoding: 'utf8' });
  const own = stderr.split('\n').filter((line) => line.includes('shop.service'));
  return status === 0 && own.length === 0 ? [] : [`systemd-analyze verify: ${stderr}\n${text}`];
}

/** Starts a stack by the command of its unit or its container, and asks it what a visitor or its balancer would. */
async function answers(choices: Choices): Promise<readonly string[]> {
  const stack = recommend(choices);
  write(stack);
  rmSync('/run/shop', { recursive: true, force: true });
  mkdirSync('/run/shop');
  const children: ChildProcess[] = [];
  const printed: string[] = [];
  const start = (command: readonly string[]): void => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, { cwd: home, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    child.on('error', (error) => printed.push(String(error)));
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    children.push(child);
  };
  const faults: string[] = [];
  const expect = (what: string, got: unknown, wanted: unknown): void => {
    if (got !== wanted) faults.push(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  };
  try {
    start(startOf(stack));
    if (stack.hasNginx) start(['nginx', '-g', 'daemon off;']);
    const { tls, isBehindBalancer, staticFiles, hasWebSocket, framework } = stack.choices;
    const port = stack.hasNginx ? (tls === 'nginx' ? 443 : 80) : 8000;
    const claims = { 'X-Forwarded-For': '203.0.113.7', 'X-Forwarded-Proto': 'https' };
    const from = isBehindBalancer ? '10.0.0.9' : '127.0.0.1';
    const ask = (path: string): Promise<Answer> => get(port, path, from, claims);
    let health = await ask('/healthz');
    for (let i = 0; i < 300 && health.status !== 200; i++) {
      await wait(50);
      health = await ask('/healthz');
    }
    expect('/healthz', health.status, 200);
    const book = await ask('/books/42');
    expect('/books/42', book.status, 200);
    const { scheme, visitor } = JSON.parse(book.body || '{}') as { scheme?: string; visitor?: string };
    expect('scheme that the app believes', scheme, tls === 'nowhere' ? 'http' : 'https');
    if (framework === 'flask' || framework === 'fastapi') expect('visitor that the app believes', visitor, isBehindBalancer ? '203.0.113.7' : '127.0.0.1');
    const file = await ask('/static/shop.css');
    expect('/static/shop.css', file.status, staticFiles === 'elsewhere' ? 404 : 200);
    if (hasWebSocket) expect('WebSocket', await echo(port), 'a book');
    if (tls === 'nginx') expect('port 80', (await get(80, '/books/42', '127.0.0.1', {})).status, 301);
  } catch (error) {
    faults.push(String(error));
  } finally {
    for (const child of children) {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    await wait(100);
  }
  return faults.length ? [...faults, printed.join('').slice(-1500)] : [];
}

function startOf(stack: Recommendation): readonly string[] {
  if (stack.choices.place === 'machine') return (/^ExecStart=(.*)$/m.exec(fileOf(stack, 'shop.service').text)?.[1] ?? '').split(' ');
  const [program, ...args] = JSON.parse(/^CMD (.*)$/m.exec(fileOf(stack, 'Containerfile').text)?.[1] ?? '[]') as string[];
  return [`${home}/venv/bin/${program}`, ...args];
}

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

function get(port: number, path: string, localAddress: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve) => {
    const options = { host: '127.0.0.1', port, path, localAddress, headers: { Host: 'shop.test', ...headers }, agent: false as const, timeout: 10_000 };
    const out = (port === 443 ? tlsRequest : plainRequest)({ ...options, ...(port === 443 && { rejectUnauthorized: false }) }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
    });
    out.on('error', () => resolve({ status: undefined, body: '' }));
    out.on('timeout', () => out.destroy());
    out.end();
  });
}

function echo(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://shop.test:${port}/chat`);
    const late = setTimeout(() => resolve('no answer'), 5000);
    const end = (text: string): void => {
      clearTimeout(late);
      socket.close();
      resolve(text);
    };
    socket.addEventListener('open', () => socket.send('a book'));
    socket.addEventListener('message', ({ data }) => end(String(data)));
    socket.addEventListener('error', () => end('error'));
  });
}
