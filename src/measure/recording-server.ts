import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { normalBase } from '../server/address.ts';
import { siteHandler } from '../server/handler.ts';
import { kindOf, type Sent } from './sent.ts';

/** The site as `npm start` serves it, on a port of its own, with a record of what was sent. */
export interface RecordingServer {
  /** Address of the home page of the site. */
  readonly url: string;
  /** What was sent since the last call, in the order in which answers ended; workers' files, too, of which the browser tells no page. */
  take(): readonly Sent[];
  stop(): Promise<void>;
}

/** Serves a built site and records each answer. @param base base path that it was built for */
export async function recordingServer(folder: string, base: string): Promise<RecordingServer> {
  const root = normalBase(base);
  const handler = siteHandler(folder, root);
  let sent: Sent[] = [];
  const server = createServer((request, response) => {
    const { socket, url = '/' } = request;
    const before = socket.bytesWritten;
    let body = 0;
    const end = response.end.bind(response) as (chunk?: string | Uint8Array) => typeof response;
    response.end = ((chunk?: string | Uint8Array) => {
      body = chunk === undefined ? 0 : Buffer.byteLength(chunk);
      return end(chunk);
    }) as typeof response.end;
    response.once('finish', () => {
      const path = `/${decodeURIComponent(url.replace(/[?#].*/, '')).slice(root.length)}`;
      sent.push({ path, kind: kindOf(path), body, headers: socket.bytesWritten - before - body });
    });
    handler(request, response);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}`,
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
