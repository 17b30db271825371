import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A server that runs the program of an exercise. */
export interface Running {
  readonly port: number;
  /** All that server and program have written to their log. */
  log(): string;
  /** Tells it to end, and waits until it has. */
  stop(): Promise<void>;
}

let nextPort = 8100;

/** Gunicorn with the program as a WSGI application. */
export function gunicorn(id: string, source: string): Promise<Running> {
  const port = nextPort++;
  const module = write(id, source);
  return start(`gunicorn --no-control-socket --bind 127.0.0.1:${port} --worker-tmp-dir . ${module}:app`, port, `${module}.log`);
}

/** Uvicorn with the program as an ASGI application. */
export function uvicorn(id: string, source: string): Promise<Running> {
  const port = nextPort++;
  const module = write(id, source);
  return start(`uvicorn --host 127.0.0.1 --port ${port} ${module}:app`, port, `${module}.log`);
}

/** Apache with the programs below /cgi-bin/, by name. */
export async function apache(programs: ReadonlyMap<string, string>): Promise<Running> {
  const port = nextPort++;
  const here = process.cwd();
  mkdirSync('cgi-bin');
  for (const [id, source] of programs) {
    writeFileSync(`cgi-bin/${id}`, `#!/usr/bin/python3\n${source}`);
    chmodSync(`cgi-bin/${id}`, 0o755);
  }
  writeFileSync(
    'apache.conf',
    `ServerRoot /usr/lib/apache2
LoadModule mpm_event_module modules/mod_mpm_event.so
LoadModule authz_core_module modules/mod_authz_core.so
LoadModule env_module modules/mod_env.so
LoadModule alias_module modules/mod_alias.so
LoadModule cgid_module modules/mod_cgid.so
ServerName shop.test
Listen 127.0.0.1:${port}
PidFile ${here}/apache.pid
Mutex file:${here}
ScriptSock ${here}/cgisock
ErrorLog ${here}/apache-error.log
# Else Apache takes a program's Content-Length away, and counts by itself.
SetEnv ap_trust_cgilike_cl yes
ScriptAlias /cgi-bin/ ${here}/cgi-bin/
<Directory ${here}/cgi-bin>
    Require all granted
</Directory>
`,
  );
  // Apache refuses to run as root, and the namespace knows no other user: a second namespace renames it.
  return start(`exec unshare --user --map-user=33 --map-group=33 apache2 -f ${here}/apache.conf -DFOREGROUND`, port, 'apache.log');
}

function write(id: string, source: string): string {
  const module = id.replaceAll('-', '_');
  writeFileSync(`${module}.py`, source);
  return module;
}

async function start(command: string, port: number, logFile: string): Promise<Running> {
  const log = (): string => readFileSync(logFile, 'utf8');
  const file = openSync(logFile, 'w');
  const child = spawn('bash', ['-c', command], { stdio: ['ignore', file, file] });
  closeSync(file);
  for (let tries = 0; !(await isListening(port)); tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`\`${command}\` does not listen. Its log:\n${log()}`);
    await wait(50);
  }
  return { port, log, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
