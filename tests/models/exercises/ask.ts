import { connect } from 'node:net';
import type { ExerciseRequest } from '../../../src/schemas/exercise.ts';

/** What a server sent, as far as the client read it. */
export interface Answer {
  readonly status: number;
  /** Values by name in lower case; of a name that comes twice, all values, joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Every byte that followed the header, chunks taken apart, as UTF-8. */
  readonly body: string;
}

type Request = ExerciseRequest['request'];

/** Milliseconds after which a server that says nothing counts as silent. */
const patience = 5000;

/**
 * Sends a request over a connection of its own and reads until the server closes it, or until as many chunks came as
 * `leaves_after` says; then it hangs up. Written by hand, since HTTP clients hide a body that must not be there.
 * A server that answers before it has read the body may close so early that the answer is lost: then it is asked again.
 * @throws Error when the server says nothing for five seconds, or closes without an answer
 */
export async function ask(port: number, request: Request): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await askOnce(port, request);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (tries === 5 || !['EPIPE', 'ECONNRESET'].includes(code)) throw error;
    }
  }
}

function askOnce(port: number, request: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const parts: Buffer[] = [];
    const end = (error?: Error): void => {
      socket.destroy();
      const answer = readAnswer(Buffer.concat(parts));
      if (answer) resolve(answer);
      else reject(error ?? new Error(`no answer; ${Buffer.concat(parts).length} bytes came`));
    };
    socket.setTimeout(patience, () => {
      socket.destroy();
      reject(new Error(`nothing for ${patience / 1000} s`));
    });
    // A server that leaves a body unread resets the connection after its answer.
    socket.on('error', end).on('end', () => end());
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      const wanted = request.leaves_after;
      if (wanted !== undefined && chunks(bodyOf(Buffer.concat(parts))).length >= wanted) end();
    });
    socket.on('connect', () => {
      for (const part of requestBytes(request)) socket.write(part);
    });
  });
}

/** The bytes of a request: its head, then the body or its chunks. */
function requestBytes({ method = 'GET', path = '/', query, headers = [], body, body_chunks }: Request): readonly Buffer[] {
  const target = encodeURI(path) + (query ? `?${query}` : '');
  const has = (name: string): boolean => headers.some(([own]) => own.toLowerCase() === name);
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(has('host') ? [] : ['Host: shop.test']),
    'Connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body !== undefined && !has('content-length') ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
    ...(body_chunks ? ['Transfer-Encoding: chunked'] : []),
  ];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  if (!body_chunks) return [head, Buffer.from(body ?? '')];
  // An empty chunk would be the end of the body, so it is left out: no client can send one.
  const sent = body_chunks.filter(Boolean).map((chunk) => Buffer.from(`${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`));
  return [head, ...sent, Buffer.from('0\r\n\r\n')];
}

const headEnd = '\r\n\r\n';

function bodyOf(bytes: Buffer): Buffer {
  const at = bytes.indexOf(headEnd);
  return at < 0 ? Buffer.alloc(0) : bytes.subarray(at + headEnd.length);
}

function readAnswer(bytes: Buffer): Answer | undefined {
  const at = bytes.indexOf(headEnd);
  const [first = '', ...fields] = bytes.subarray(0, Math.max(at, 0)).toString('latin1').split('\r\n');
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1];
  if (at < 0 || !status) return undefined;
  const headers: Record<string, string> = {};
  for (const field of fields) {
    const [name = '', ...rest] = field.split(':');
    const key = name.toLowerCase();
    const value = rest.join(':').trim();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  const body = bodyOf(bytes);
  const isChunked = headers['transfer-encoding'] === 'chunked';
  return { status: Number(status), headers, body: (isChunked ? Buffer.concat(chunks(body)) : body).toString() };
}

/** The complete chunks of a chunked body. */
function chunks(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  let at = 0;
  for (;;) {
    const line = bytes.indexOf('\r\n', at);
    const size = line < 0 ? NaN : Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16);
    if (!size || bytes.length < line + 2 + size) return found;
    found.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
