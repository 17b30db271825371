import { frameworks, interfaces, mostCores, places, servers, staticWays, tlsEnds, type Choices } from './model.ts';

/** The choices that the page begins with. */
export const first: Choices = {
  framework: 'fastapi',
  interface: 'asgi',
  server: 'uvicorn',
  place: 'machine',
  isBehindBalancer: false,
  tls: 'nginx',
  staticFiles: 'nginx',
  hasWebSocket: false,
  cores: 2,
};

/** The fields with a list of options, in the order of the form. */
export const lists = { framework: frameworks, interface: interfaces, server: servers, place: places, tls: tlsEnds, staticFiles: staticWays } as const;

/** Choices of a link, or undefined when they are none. */
export function readChoices(value: unknown): Choices | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = value as Partial<Record<keyof Choices, unknown>>;
  const known = Object.entries(lists).every(([name, options]) => (options as readonly unknown[]).includes(found[name as keyof typeof lists]));
  const { isBehindBalancer, hasWebSocket, cores } = found;
  if (!known || typeof isBehindBalancer !== 'boolean' || typeof hasWebSocket !== 'boolean') return undefined;
  if (typeof cores !== 'number' || !(cores >= 1 && cores <= mostCores)) return undefined;
  const { framework, interface: called, server, place, tls, staticFiles } = found as unknown as Choices;
  return { framework, interface: called, server, place, isBehindBalancer, tls, staticFiles, hasWebSocket, cores };
}
