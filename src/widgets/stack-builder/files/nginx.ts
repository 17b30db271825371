import type { Stack, StackFile } from '../model.ts';
import { appContainer, balancerNetwork, machine } from './places.ts';

/** The complete nginx.conf of the stack. */
export function nginxConf({ choices, hasNginx }: Stack): StackFile {
  if (!hasNginx) throw new Error('This stack has no Nginx.');
  const { place, isBehindBalancer, tls, staticFiles, hasWebSocket, server } = choices;
  const isMachine = place === 'machine';
  const upstream = isMachine ? `unix:${machine.socket}` : `${appContainer.name}:${appContainer.port}`;
  // A sync worker closes after each answer: there is nothing to keep.
  const keepsAlive = server !== 'gunicorn-sync';
  const scheme = isBehindBalancer && tls === 'balancer' ? '$outer_scheme' : '$scheme';
  const blocks = [
    block(isMachine ? 'user www-data;' : 'user nginx;', 'worker_processes auto;', 'pid /run/nginx.pid;', isMachine ? [] : "# In the image these files are links to the container's output.", 'error_log /var/log/nginx/error.log;'),
    'events {\n    worker_connections 1024;\n}',
    `http {\n${indent(
      [
        block(
          'include /etc/nginx/mime.types;',
          'default_type application/octet-stream;',
          'sendfile on;',
          'server_tokens off;',
          'access_log /var/log/nginx/access.log;',
        ),
        ...(isBehindBalancer ? [fromBalancer(tls === 'balancer')] : []),
        ...(hasWebSocket ? ['# WebSocket: say "upgrade" to the app when the visitor does.\nmap $http_upgrade $connection_upgrade {\n    default upgrade;\n    "" "";\n}'] : []),
        `upstream shop {\n${indent(block(`server ${upstream};`, keepsAlive ? 'keepalive 16;' : []))}\n}`,
        ...(tls === 'nginx' ? [redirect(isBehindBalancer)] : []),
        shop({ tls: tls === 'nginx', staticFiles: staticFiles === 'nginx', hasWebSocket, keepsAlive, scheme, root: isMachine ? `${machine.home}/public` : '/srv/public' }),
      ].join('\n\n'),
    )}\n}`,
  ];
  return { path: 'nginx.conf', language: 'nginx', text: `${blocks.join('\n\n')}\n` };
}

function fromBalancer(endsTls: boolean): string {
  const lines = block('# The visitor is who the balancer says, if it is the balancer that says so.', `set_real_ip_from ${balancerNetwork};`, 'real_ip_header X-Forwarded-For;', 'real_ip_recursive on;');
  if (!endsTls) return lines;
  return `${lines}

geo $realip_remote_addr $is_balancer {
    default 0;
    ${balancerNetwork} 1;
}
map $is_balancer$http_x_forwarded_proto $outer_scheme {
    default $scheme;
    "1https" https;
}`;
}

function redirect(isBehindBalancer: boolean): string {
  const health = isBehindBalancer ? ['    location = /healthz {', '        proxy_pass http://shop;', '    }'] : [];
  return ['server {', '    listen 80 default_server;', '    server_name _;', ...health, '    location / {', '        return 301 https://shop.test$request_uri;', '    }', '}'].join('\n');
}

interface ShopOptions {
  readonly tls: boolean;
  readonly staticFiles: boolean;
  readonly hasWebSocket: boolean;
  readonly keepsAlive: boolean;
  readonly scheme: string;
  readonly root: string;
}

function shop({ tls, staticFiles, hasWebSocket, keepsAlive, scheme, root }: ShopOptions): string {
  const head = block(
    tls ? 'listen 443 ssl default_server;' : 'listen 80 default_server;',
    'server_name shop.test;',
    tls ? [`ssl_certificate ${machine.tls}/shop.crt;`, `ssl_certificate_key ${machine.tls}/shop.key;`, 'ssl_protocols TLSv1.2 TLSv1.3;', 'ssl_session_cache shared:tls:1m;'] : [],
    'client_max_body_size 5m;',
  );
  const forward = block(
    'proxy_http_version 1.1;',
    'proxy_set_header Host $host;',
    '# What the visitor claims about itself is replaced, not passed on.',
    'proxy_set_header X-Forwarded-For $remote_addr;',
    `proxy_set_header X-Forwarded-Proto ${scheme};`,
    hasWebSocket ? ['proxy_set_header Upgrade $http_upgrade;', 'proxy_set_header Connection $connection_upgrade;'] : keepsAlive ? 'proxy_set_header Connection "";' : [],
    'proxy_connect_timeout 2s;',
    "# A little more than the application server's own limit.",
    'proxy_read_timeout 35s;',
  );
  const parts = [
    head,
    forward,
    'location / {\n    proxy_pass http://shop;\n}',
    ...(staticFiles ? [`location /static/ {\n    root ${root};\n    expires 1d;\n}`] : []),
    ...(hasWebSocket ? ['location = /chat {\n    # Longer than the quiet between two messages.\n    proxy_read_timeout 1h;\n    proxy_pass http://shop;\n}'] : []),
  ];
  return `server {\n${indent(parts.join('\n\n'))}\n}`;
}

function block(...lines: readonly (string | readonly string[])[]): string {
  return lines.flat().join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
