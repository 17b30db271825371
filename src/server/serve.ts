import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { normalBase } from './address.ts';
import { siteHandler } from './handler.ts';

/** What `serve` needs to know. */
export interface ServeOptions {
  /** The built site. */
  readonly folder: string;
  /** Port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Base path of the site; default `/`. */
  readonly base?: string | undefined;
  /** Address to listen on; default: this machine only, by both protocols. */
  readonly host?: string | undefined;
}

/** A server that runs. */
export interface Running {
  readonly port: number;
  /** Address of the home page. */
  readonly url: string;
  /** Ends what is under way, then stops. */
  stop(): Promise<void>;
}

/** The port that was asked for cannot be had; the message says what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** Serves a built site until it is stopped. */
export async function serve(options: ServeOptions): Promise<Running> {
  const base = normalBase(options.base ?? '/');
  const handler = siteHandler(options.folder, base);
  const first = await listen(handler, options.port, options.host ?? '127.0.0.1');
  const { port } = first.address() as AddressInfo;
  const servers = [first];
  if (options.host === undefined) {
    // `localhost` may mean ::1; another program there would be seen instead of the guide.
    const second = await listen(handler, port, '::1').catch(async (error: unknown) => {
      if (!(error instanceof PortError)) return undefined;
      await stop(first);
      throw error;
    });
    if (second) servers.push(second);
  }

  return {
    port,
    url: `http://${options.host ?? 'localhost'}:${port}${base}`,
    stop: async () => void (await Promise.all(servers.map(stop))),
  };
}

function listen(handler: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port, host) ?? error));
    server.listen(port, host, () => resolve(server));
  });
}

function portError({ code }: NodeJS.ErrnoException, port: number, host: string): PortError | undefined {
  const other = `choose another one, such as PORT=${port === 4321 ? 4322 : 4321} npm start.`;
  if (code === 'EADDRINUSE') return new PortError(`Port ${port} is taken by another program: ${other}`);
  if (code === 'EACCES') return new PortError(`Port ${port} may not be used by this account: ${other}`);
  if (code === 'ENOTFOUND') return new PortError(`There is no address "${host}" to listen on: leave --host out, or write --host 0.0.0.0.`);
  return undefined;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // A client that keeps reading slowly does not keep the server alive.
    setTimeout(() => server.closeAllConnections(), 1000).unref();
  });
}
