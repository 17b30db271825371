import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import type { Endpoint } from './servers.ts';

/** What one request came to. Texts of the wire are strings whose characters are bytes. */
export interface Answered {
  /** Port that the request came from. */
  readonly from: number;
  /** Status of the first answer that is not provisional; undefined: the connection ended without one. */
  readonly status: number | undefined;
  /** Whether `100 Continue` came first. */
  readonly continued: boolean;
  /** Nothing came before the client closed its side. */
  readonly waited: boolean;
  readonly answer: string;
  /** What was added to the file of records, and to the log. */
  readonly records: string;
  readonly log: string;
  /** First line of Nginx's access log in the format `combined`. */
  readonly combined?: string;
}

/**
 * Sends the bytes as one piece; when nothing comes back, closes the sending side and listens on.
 * @param settle milliseconds to wait for what else comes of the request
 * @param patience milliseconds without an answer after which the server is taken to wait for more
 */
export async function ask(at: Endpoint, raw: string, peer: string, settle = 0, patience = 450): Promise<Answered> {
  const files = [at.records, at.log, `${at.records}.combined`];
  const before = files.map(sizeOf);
  const { scheme, host, port } = at;
  const socket: Socket = scheme === 'http' ? connect({ host, port, localAddress: peer }) : connectTls({ host, port, localAddress: peer, rejectUnauthorized: false, ALPNProtocols: [] } as never);
  let answer = '';
  let isOver = false;
  socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
  socket.on('close', () => (isOver = true)).on('error', () => (isOver = true));
  await new Promise((resolve) => socket.once(scheme === 'http' ? 'connect' : 'secureConnect', resolve).once('close', resolve));
  const from = socket.localPort ?? 0;
  socket.setNoDelay(true);
  socket.write(Buffer.from(raw, 'latin1'));
  const until = async (ms: number, done: () => boolean): Promise<boolean> => {
    for (const end = Date.now() + ms; Date.now() < end; await wait(4)) if (done()) return true;
    return done();
  };
  const isAnswered = (): boolean => statuses(answer).some((status) => status >= 200) || isOver || /^(?!HTTP)[^]{3}/.test(answer);
  const waited = !(await until(patience, isAnswered));
  if (waited) {
    socket.end();
    await until(1500, () => isOver);
  }
  // Anything more, such as the answer to a second request, is not looked at.
  await wait(3 + settle);
  socket.destroy();
  // Logs are written after the answer.
  if (at.name === 'nginx') await until(1000, () => readFrom(at.records, before[0] ?? 0) !== '');
  else await wait(waited ? 40 : 4);
  const texts = files.map((name, i) => readFrom(name, before[i] ?? 0));
  const all = statuses(answer);
  const final = all.filter((status) => status >= 200);
  return { from, status: final[0] ?? bareStatus(answer), continued: all[0] === 100, waited, answer, records: texts[0] ?? '', log: texts[1] ?? '', combined: texts[2]?.split('\n', 1)[0] ?? '' };
}

/** HTTP/0.9 is answered with a body alone: of the program, or an error page. */
function bareStatus(answer: string): number | undefined {
  return answer === 'ok\n' ? 200 : Number(/<h1>(\d{3}) /.exec(answer)?.[1]) || undefined;
}

function statuses(answer: string): readonly number[] {
  return [...answer.matchAll(/HTTP\/1\.\d (\d{3})[ \r]/g)].map((match) => Number(match[1]));
}

function sizeOf(name: string): number {
  const file = openSync(name, 'a+');
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

function readFrom(name: string, start: number): string {
  const file = openSync(name, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - start));
    readSync(file, bytes, 0, bytes.length, start);
    return bytes.toString('latin1');
  } finally {
    closeSync(file);
  }
}
