import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { Server } from 'node:net';

/** What came back for one target, as bytes. */
export interface RealAnswer {
  /** Nothing came: the connection was closed. */
  readonly closed: boolean;
  readonly status: number;
  /** The fields as they came, each line ending in CR LF. */
  readonly head: string;
  readonly body: string;
}

/** The address of configuration number `n`: each has its own, all on port 80, so that redirects name no port. */
export function addressOf(n: number): string {
  return `127.1.${String(n >> 8)}.${String(n & 255)}`;
}

/** A server's own part of nginx.conf; the configuration is included, so that its lines count from 1. */
function serverText(config: string, file: string, n: number): string {
  const include = `include ${file};`;
  return /^server \{$/m.test(config) ? include : `server { listen ${addressOf(n)}:80; ${include} }`;
}

const around = (servers: string): string => `user root;
daemon off;
error_log stderr;
pid ${process.cwd()}/nginx.pid;
master_process off;
events { worker_connections 512; }
http {
  access_log off;
  error_log ${process.cwd()}/error.log;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${process.cwd()}/temp;`).join('\n')}
  variables_hash_bucket_size 256;
${servers}
}
`;

/** Writes configuration number `n` and returns its file. */
export function writeConfig(config: string, n: number): string {
  const file = join(process.cwd(), 'configs', String(n), 'nginx.conf');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, config);
  return file;
}

/** What `nginx -t` finds wrong, worded as the model words it; nothing when the configuration is good. */
export function checkConfig(config: string, n: number): string | undefined {
  const file = writeConfig(config, n);
  const main = join(process.cwd(), 'check.conf');
  writeFileSync(main, around(serverText(config, file, n)));
  const { stderr, status } = spawnSync('nginx', ['-t', '-c', main, '-e', 'stderr'], { encoding: 'latin1' });
  if (status === 0) return undefined;
  const said = /\[emerg\](?: \d+#\d+:)? ([^]*?)\n(?:nginx: )/.exec(stderr)?.[1] ?? stderr;
  return said.replaceAll(file, 'nginx.conf');
}

/** A running Nginx with many servers, and the upstream that tells which target it was given. */
export class RealNginx {
  readonly #nginx: ChildProcess;
  readonly #echo: Server;

  private constructor(nginx: ChildProcess, echo: Server) {
    this.#nginx = nginx;
    this.#echo = echo;
  }

  /** Starts it with the given configurations, by number. */
  static async start(configs: ReadonlyMap<number, string>): Promise<RealNginx> {
    const servers = [...configs].map(([n, config]) => serverText(config, writeConfig(config, n), n));
    const main = join(process.cwd(), 'all.conf');
    writeFileSync(main, around(servers.join('\n')));
    const echo = createServer((socket) => {
      let got = '';
      socket.setEncoding('latin1').on('data', (text: string) => {
        got += text;
        const end = got.indexOf(' HTTP/1.0\r\nHost: 127.0.0.1:9000\r\n');
        if (end < 0 || !got.endsWith('\r\n\r\n')) return;
        const body = `UP ${got.slice(got.indexOf(' ') + 1, end)}`;
        socket.end(Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`, 'latin1'));
      });
      socket.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => echo.listen(9000, '127.0.0.1', resolve));
    const nginx = spawn('nginx', ['-c', main, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const real = new RealNginx(nginx, echo);
    const [first = 0] = configs.keys();
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await real.ask(first, '/').catch(() => undefined)) !== undefined) return real;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    real.stop();
    throw new Error('Nginx did not answer within five seconds.');
  }

  stop(): void {
    this.#nginx.kill('SIGKILL');
    this.#echo.close();
  }

  /** Sends `GET target HTTP/1.1`, the target byte for byte. */
  ask(n: number, target: string): Promise<RealAnswer> {
    return new Promise((resolve, reject) => {
      const socket = connect(80, addressOf(n));
      let got = '';
      socket.setEncoding('latin1').setTimeout(5000, () => socket.destroy(new Error(`no end of the answer to ${JSON.stringify(target)}`)));
      socket.on('data', (text: string) => (got += text)).on('error', reject);
      socket.on('close', (failed) => {
        if (failed) return;
        const end = got.indexOf('\r\n\r\n', got.indexOf('\r\nConnection: '));
        const head = got.slice(0, end + 2);
        resolve({ closed: got === '', status: Number(/^HTTP\/1\.1 (\d+)/.exec(got)?.[1]), head, body: bodyOf(head, got.slice(end + 4)) });
      });
      socket.write(Buffer.concat([Buffer.from('GET '), Buffer.from(target), Buffer.from(' HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n')]));
    });
  }
}

function bodyOf(head: string, body: string): string {
  if (!/^Transfer-Encoding: chunked\r$/im.test(head)) return body;
  let text = '';
  let rest = body;
  for (;;) {
    const size = Number.parseInt(rest, 16);
    if (!(size > 0)) return text;
    const start = rest.indexOf('\r\n') + 2;
    text += rest.slice(start, start + size);
    rest = rest.slice(start + size + 2);
  }
}
