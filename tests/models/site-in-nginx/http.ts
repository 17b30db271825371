import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

/** An answer to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks a server of this machine; `target` must be what a client may send. */
export function ask(port: number, target: string, headers: Readonly<Record<string, string>> = {}, { agent, method = 'GET' }: { readonly agent?: Agent; readonly method?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: target, method, headers, agent: agent ?? false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject).end();
  });
}

/** Sends a request line byte for byte, whatever it holds; the answer as text, empty when the connection was closed without one. */
export function askRaw(port: number, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let got = '';
    socket.setEncoding('latin1').setTimeout(5000, () => socket.destroy(new Error(`no end of the answer to ${JSON.stringify(target.slice(0, 80))}`)));
    socket.on('data', (text: string) => (got += text)).on('close', () => resolve(got));
    // Who refuses a request may close before all of it has come.
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(got) : reject(error)));
    socket.write(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: guide.test\r\nConnection: close\r\n\r\n`, 'latin1'));
  });
}

/** Sends `count` requests by `clients` clients at once, each on a connection that stays; returns what went wrong. */
export async function load(port: number, targets: readonly string[], { count, clients }: { readonly count: number; readonly clients: number }): Promise<readonly string[]> {
  const faults: string[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let n = next++; n < count; n = next++) {
      const target = targets[n % targets.length] ?? '/';
      const outcome = await ask(port, target, { 'accept-encoding': 'gzip' }, { agent }).then(
        ({ status, headers, body }) => (status === 200 && Number(headers['content-length']) === body.length ? undefined : `${String(status)}, ${String(body.length)} bytes`),
        (error: unknown) => String(error),
      );
      if (outcome !== undefined) faults.push(`${target}: ${outcome}`);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return faults;
}
