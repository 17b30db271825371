import { secondRequest, viewCases } from './request-views/cases.ts';
import { ask } from './request-views/ask.ts';
import { differencesOf } from './request-views/differences.ts';
import { endpoints, mountPoint, serverNames, startServers } from './request-views/servers.ts';
import { views } from '../../src/widgets/request-views/model.ts';
import type { Comparison } from '../../src/lab/comparison.ts';
import type { NeedName } from '../../src/lab/needs.ts';

export const needs: readonly NeedName[] = ['namespace', 'nginx', 'apache', 'openssl', 'venv'];

/**
 * Sends each request, byte for byte, to Nginx, to Apache with a CGI program, to Gunicorn, and to Uvicorn with httptools
 * and with h11. Compared: the status, whether the server waits or sends `100 Continue` first, everything the program is
 * given, the words of a refusal, Nginx's lines of both logs. Ports and addresses are told to the model, not normalised.
 */
export async function compare(): Promise<Comparison> {
  const stop = await startServers();
  const differences: string[] = [];
  try {
    await Promise.all(
      serverNames.map(async (name) => {
        for (const one of viewCases) {
          const at = endpoints.find((endpoint) => endpoint.name === name && endpoint.scheme === (one.scheme ?? 'http'));
          if (!at) throw new Error(`${name} has no endpoint for ${one.scheme ?? 'http'}.`);
          const peer = one.peer ?? '127.0.0.1';
          const once = async (patience?: number): Promise<readonly string[]> => {
            // A second request on the connection is answered too; what it writes must not be taken for the next case's.
            const real = await ask(at, one.raw, peer, one.raw.endsWith(secondRequest) ? 250 : 0, patience);
            const connection = { scheme: at.scheme, peer: { address: peer, port: real.from }, server: { address: at.host, port: at.port }, mount: at.scheme === 'https' ? mountPoint : '' };
            const time = /\[(.*?)\]/.exec(real.combined ?? '')?.[1];
            const ours = views(Buffer.from(one.raw, 'latin1'), connection, { script: `${process.cwd()}/show.cgi`, ...(time && { time }) });
            return differencesOf(at.name, ours[at.name], real);
          };
          // A machine that is busy may answer later than a server is waited for.
          let found = await once();
          if (found.length) found = await once(3000);
          if (found.length) differences.push(`${at.name}, ${one.title}: ${JSON.stringify(one.raw.slice(0, 200))}\n  ${found.join('\n  ')}`);
        }
      }),
    );
  } finally {
    stop();
  }
  return { cases: viewCases.length * 5, differences, notes: [`${viewCases.length} requests, each to five servers`] };
}
