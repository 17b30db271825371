import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Who is asked: the servers of the explorer's four panes, Uvicorn with both of its parsers. */
export const serverNames = ['nginx', 'cgi', 'wsgi', 'asgi', 'asgiH11'] as const;
export type ServerName = (typeof serverNames)[number];

/** One way to reach a server: in the clear at the root, or with TLS below a mount point. */
export interface Endpoint {
  readonly name: ServerName;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  /** Lines of JSON, one for each request: what its program was given. */
  readonly records: string;
  /** What the server has logged of errors. */
  readonly log: string;
}

export const mountPoint = '/shop';

/** Each server has an address of its own. Apache, renamed user, may not have the ports that schemes imply. */
export const endpoints: readonly Endpoint[] = serverNames.flatMap((name, i) =>
  (['http', 'https'] as const).map((scheme) => ({
    name,
    scheme,
    host: `127.0.1.${i + 1}`,
    port: (scheme === 'http' ? 80 : 443) + (name === 'cgi' ? 8000 : 0),
    records: `${name}-${scheme}.records`,
    log: name === 'nginx' || name === 'cgi' ? `${name}-error.log` : `${name}-${scheme}.log`,
  })),
);

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Starts all servers, each once. Call the result to end them. */
export async function startServers(): Promise<() => void> {
  const here = process.cwd();
  for (const { records, log } of endpoints) for (const name of [records, log]) writeFileSync(name, '');
  copyFileSync(file('show.py'), 'show.cgi');
  chmodSync('show.cgi', 0o755);
  mkdirSync('public');
  spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=shop.test', '-keyout', 'key.pem', '-out', 'cert.pem'], { stdio: 'ignore' });
  const children: ChildProcess[] = [];
  const start = (log: string, env: Readonly<Record<string, string>>, program: string, ...args: readonly string[]): void => {
    children.push(spawn('bash', ['-c', 'log=$1; shift; exec "$@" >>"$log" 2>&1', '_', log, program, ...args], { stdio: 'ignore', env: { ...process.env, ...env } }));
  };
  writeFileSync('nginx.conf', nginxConf());
  start('nginx.out', {}, 'nginx', '-p', here, '-c', `${here}/nginx.conf`);
  writeFileSync('apache.conf', apacheConf(here));
  // Apache refuses to run as root, and the namespace knows no other user: a second namespace renames it.
  start('apache.out', {}, 'unshare', '--user', '--map-user=33', '--map-group=33', 'apache2', '-f', `${here}/apache.conf`, '-DFOREGROUND');
  for (const { name, scheme, host, port, records, log } of endpoints) {
    if (name !== 'wsgi') continue;
    const tls = scheme === 'https' ? ['--certfile', 'cert.pem', '--keyfile', 'key.pem', '--env', `SCRIPT_NAME=${mountPoint}`] : [];
    start(log, { RECORDS: records, PYTHONPATH: file('.') }, 'gunicorn', '--no-control-socket', '--worker-tmp-dir', here, '--bind', `${host}:${port}`, ...tls, 'environ:app');
  }
  const options = { ssl_certfile: 'cert.pem', ssl_keyfile: 'key.pem', root_path: mountPoint };
  const software = endpoints
    .filter(({ name }) => name === 'asgi' || name === 'asgiH11')
    .map(({ name, scheme, host, port, records }) => ({ http: name === 'asgi' ? 'httptools' : 'h11', host, port, records, options: scheme === 'https' ? options : {} }));
  start('uvicorn.out', {}, 'python3', file('scope.py'), JSON.stringify(software));

  const stop = (): void => {
    for (const child of children) child.kill('SIGTERM');
  };
  try {
    for (const { host, port } of endpoints) await listens(host, port);
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}

function nginxConf(): string {
  const at = endpoints.filter(({ name }) => name === 'nginx');
  const variables = ['remote_addr', 'remote_user', 'request', 'status', 'body_bytes_sent', 'http_referer', 'http_user_agent', 'request_method', 'request_uri', 'uri', 'args', 'is_args', 'host', 'scheme', 'server_protocol', 'content_type', 'content_length', 'http_host', 'http_x_user_id', 'http_proxy', 'http_cookie', 'http_x_forwarded_for'];
  const servers = at.map(({ scheme, host, port, records }) => {
    const tls = scheme === 'https' ? 'ssl_certificate cert.pem; ssl_certificate_key key.pem;' : '';
    return `server { listen ${host}:${port}${tls ? ' ssl' : ''}; ${tls} access_log ${records} variables; access_log ${records}.combined combined; location / { proxy_pass http://unix:stub.sock; } }`;
  });
  return `daemon off;
user root;
worker_processes 1;
pid nginx.pid;
error_log nginx-error.log info;
events { worker_connections 256; }
http {
    log_format variables escape=json '{${variables.map((name) => `"${name}":"$${name}"`).join(',')}}';
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    server { listen unix:stub.sock; access_log off; error_log /dev/null; location / { return 200 "ok\\n"; } }
    ${servers.join('\n    ')}
}
`;
}

function apacheConf(here: string): string {
  const at = endpoints.filter(({ name }) => name === 'cgi');
  const hosts = at.map(({ scheme, host, port, records }) => {
    const tls = scheme === 'https' ? `SSLEngine on\n    SSLCertificateFile ${here}/cert.pem\n    SSLCertificateKeyFile ${here}/key.pem` : '';
    const alias = scheme === 'https' ? `ScriptAlias ${mountPoint} ${here}/show.cgi` : `ScriptAlias / ${here}/show.cgi/`;
    return `Listen ${host}:${port}\n<VirtualHost ${host}:${port}>\n    ServerName ${host}\n    SetEnv RECORDS ${here}/${records}\n    ${alias}\n    ${tls}\n</VirtualHost>`;
  });
  return `ServerRoot /usr/lib/apache2
${['mpm_event', 'authz_core', 'env', 'alias', 'cgid', 'ssl'].map((name) => `LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}
ServerName apache.test
DocumentRoot ${here}/public
PidFile ${here}/apache.pid
Mutex file:${here}
ScriptSock ${here}/cgisock
ErrorLog ${here}/cgi-error.log
LogLevel warn core:debug http:debug cgid:debug
<Directory ${here}>
    Require all granted
</Directory>
${hosts.join('\n')}
`;
}

async function listens(host: string, port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect({ host, port });
      socket.once('connect', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await wait(50);
  }
  const logs = ['nginx.out', 'apache.out', 'uvicorn.out', ...endpoints.map(({ log }) => log)].map((name) => (existsSync(name) ? readFileSync(name, 'utf8') : ''));
  throw new Error(`Nothing listens on ${host}:${port}. ${logs.map((text) => text.slice(-600)).join("\n--")}`);
}
