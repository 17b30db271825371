import { connect } from 'node:net';

/** What one visitor got: seconds after the crowd came, and the number of the process that answered, or none. */
export interface Visit {
  readonly at: number;
  readonly process: number | null;
}

/** Sends requests at the same moment, each on a connection of its own. An answer counts when its last byte is there. */
export function crowd(port: number, count: number, query: string): Promise<readonly Visit[]> {
  const begun = performance.now();
  const visit = (): Promise<Visit> =>
    new Promise((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1');
      const end = (process: number | null): void => {
        resolve({ at: (performance.now() - begun) / 1000, process });
        socket.destroy();
      };
      socket.on('connect', () => socket.write(`GET /?${query} HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n`));
      socket.setEncoding('latin1').on('data', (piece: string) => {
        text += piece;
        const body = /^HTTP\/1\.1 200 [^]*\r\n\r\n(\d+)\n$/.exec(text)?.[1];
        if (body) end(Number(body));
      });
      socket.on('error', () => end(null)).on('close', () => end(null));
    });
  return Promise.all(Array.from({ length: count }, visit));
}

/** Sorted moments at which the visitors were served. */
export const moments = (visits: readonly Visit[]): readonly number[] => visits.map(({ at }) => at).sort((a, b) => a - b);

/** How many each process answered. */
export function sharesOf(visits: readonly Visit[]): readonly number[] {
  const shares = new Map<number | null, number>();
  for (const { process } of visits) shares.set(process, (shares.get(process) ?? 0) + 1);
  return [...shares.values()].sort((a, b) => b - a);
}
