import type { Choices } from '../../../src/widgets/stack-builder/model.ts';

const machine: Choices = {
  framework: 'flask',
  interface: 'wsgi',
  server: 'gunicorn-threads',
  place: 'machine',
  isBehindBalancer: false,
  tls: 'nginx',
  staticFiles: 'nginx',
  hasWebSocket: false,
  cores: 2,
};
const asgi = { ...machine, framework: 'fastapi', interface: 'asgi', server: 'uvicorn' } as const;

/** Stacks that are really started: every framework, interface, server, place and way of TLS and files at least once. */
export const started: readonly Choices[] = [
  machine,
  { ...machine, framework: 'django', server: 'gunicorn-sync', tls: 'nowhere', staticFiles: 'app' },
  { ...machine, framework: 'falcon', isBehindBalancer: true, tls: 'balancer', staticFiles: 'elsewhere' },
  { ...machine, place: 'container', isBehindBalancer: true, tls: 'balancer', staticFiles: 'app', cores: 1 },
  { ...machine, framework: 'django', place: 'container', tls: 'nowhere', cores: 1 },
  { ...asgi, tls: 'nowhere', hasWebSocket: true },
  { ...asgi, server: 'gunicorn-uvicorn', isBehindBalancer: true, tls: 'balancer', hasWebSocket: true, staticFiles: 'app' },
  { ...asgi, place: 'container', isBehindBalancer: true, tls: 'balancer', staticFiles: 'app', hasWebSocket: true },
  { ...asgi, framework: 'django', server: 'gunicorn-uvicorn' },
  { ...asgi, framework: 'django', tls: 'nowhere', staticFiles: 'elsewhere', cores: 1 },
  { ...asgi, framework: 'falcon', server: 'gunicorn-uvicorn', tls: 'nowhere', hasWebSocket: true },
  { ...asgi, framework: 'falcon', place: 'container', isBehindBalancer: true, tls: 'nginx', staticFiles: 'app', cores: 1 },
];
