import type { Stack } from '../model.ts';

/** Where things are on a machine, as Debian has them. */
export const machine = { home: '/srv/shop', socket: '/run/shop/shop.sock', tls: '/etc/nginx/tls' } as const;

/** Addresses that a balancer in front comes from: the reader's own network goes here. */
export const balancerNetwork = '10.0.0.0/8';

/** Name of the app's container for the others, and its port. */
export const appContainer = { name: 'app', port: 8000 } as const;

/** How the app's object is named for its server. */
export const appObject = 'shop:app';

/** Whose forwarded headers the application server believes. */
export function trusted({ choices, hasNginx }: Stack): string {
  // Over a Unix socket there is no address to tell neighbours apart by; only the rights of its folder do.
  if (choices.place === 'machine') return '*';
  // In a compose network only Nginx reaches the app; behind a balancer it is the balancer's addresses.
  return hasNginx ? '*' : balancerNetwork;
}

/** The command that starts the application server. */
export function startCommand(stack: Stack, bin: string): readonly string[] {
  const { choices, workers } = stack;
  if (choices.server !== 'uvicorn') return [`${bin}gunicorn`, '--config', 'gunicorn.conf.py', appObject];
  const place = choices.place === 'machine' ? ['--uds', machine.socket] : ['--host', '0.0.0.0', '--port', String(appContainer.port)];
  return [
    ...[`${bin}uvicorn`, ...place],
    ...(workers > 1 ? ['--workers', String(workers)] : []),
    ...['--timeout-keep-alive', '75', '--timeout-graceful-shutdown', '30', '--forwarded-allow-ips', trusted(stack), appObject],
  ];
}
