/**
 * What the models of all servers have in common. Texts inside the models are strings whose characters are bytes
 * (0 to 255), as they came over the wire; only what Python decodes is text.
 */

/** The most bytes of a request that are looked at. */
export const requestLimit = 16_384;

/** Where the request comes from and how the servers are set up. */
export interface Connection {
  readonly scheme: 'http' | 'https';
  /** Whoever is connected: the visitor, or the proxy before this server. */
  readonly peer: Address;
  /** Where this server listens. */
  readonly server: Address;
  /** Below which path the program is put: empty, or begins with `/` and does not end with one. */
  readonly mount: string;
}

export interface Address {
  readonly address: string;
  readonly port: number;
}

/**
 * What a value tells of: the same fact has the same name in all panes. A header field is `field:` and its name in
 * lower case with hyphens, so that names which meet in a variable have one.
 */
export type Fact = 'method' | 'path' | 'query' | 'version' | 'host' | 'scheme' | 'peer' | 'server' | 'mount' | 'body' | `field:${string}`;

/** One name with its value, written as the program would print it. */
export interface Row {
  readonly name: string;
  readonly value: string;
  readonly facts: readonly Fact[];
}

/** What one server makes of a request. */
export interface View {
  /** Status of the answer; 200 is the program's own. null: there is none yet, the server waits. */
  readonly status: number | null;
  /** Which part it waits for, if the bytes end too early. */
  readonly waits: 'head' | 'body' | null;
  /** What server or parser says about a request that it refuses, in its own words; null when it says nothing. */
  readonly words: string | null;
  /** Line of the request that the refusal is about, counted from 1; null when nothing is refused. */
  readonly line: number | null;
  /** Whether `100 Continue` is sent before. */
  readonly continues: boolean;
  /** What the program is given; null when it is never called. */
  readonly rows: readonly Row[] | null;
  /** Bytes behind the request: the next one on this connection, or thrown away with it. */
  readonly rest: number;
  /** Whether the server answers by itself, without the program: TRACE, `OPTIONS *`, or a WebSocket takes over. */
  readonly instead?: 'trace' | 'options' | 'websocket';
}

/** A field as it was sent. */
export interface Field {
  readonly name: string;
  readonly value: string;
  /** Where its line begins. */
  readonly at: number;
}

/** Thrown inside a model where its server goes no further: it refuses the request, or waits for more of it. */
export class Stop extends Error {
  /** null: it waits. */
  readonly status: number | null;
  readonly words: string | null;
  /** Position in the request that it is about. */
  readonly at: number;

  constructor(status: number | null, words: string | null, at: number) {
    super(words ?? '');
    this.status = status;
    this.words = words;
    this.at = at;
  }
}

/**
 * The server refuses the request.
 * @param words what it says
 * @param at position in the request that it is about
 */
export function refuse(words: string | null, at: number, status = 400): never {
  throw new Stop(status, words, at);
}

/** The bytes end before the server can go on. */
export function needMore(): never {
  throw new Stop(null, null, 0);
}

/** Runs a part of a model. Returns where the server stops, if it does. */
export function stopIn(run: () => void): Stop | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
}

/** The line that holds the byte at `at`, counted from 1. */
function lineAt(raw: string, at: number): number {
  return raw.slice(0, at).split('\n').length;
}

/** What a field tells of. */
export function fieldFacts(name: string): readonly Fact[] {
  const fact: Fact = `field:${name.toLowerCase().replaceAll('_', '-')}`;
  return fact === 'field:host' ? [fact, 'host'] : [fact];
}

/** The first field of a name, which is in lower case. */
export function find(fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => field.name.toLowerCase() === name);
}

export const row = (name: string, value: string, ...facts: readonly Fact[]): Row => ({ name, value, facts });

/** A byte as two hexadecimal digits. */
export const hex = (byte: string): string => byte.charCodeAt(0).toString(16).padStart(2, '0');

/** Characters of which methods and names of fields are made, to stand between brackets in a regular expression. */
export const tokens = "!#$%&'*+\\-.^_`|~0-9a-zA-Z";

/** Whether a text is a length that a file may have. */
export const isLength = (text: string): boolean => /^\d+$/.test(text) && BigInt(text) < 2n ** 63n;

/** Takes spaces and tabs from both ends. */
export const trim = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '');

/** What stands at a place, whole; a server waits for the rest of what has only begun, and refuses anything else with `words`. */
export function textAt(raw: string, at: number, whole: RegExp, begun: RegExp, words: string): string {
  const rest = raw.slice(at);
  return whole.exec(rest)?.[0] ?? (begun.test(rest) ? needMore() : refuse(words, at));
}

/** The size of a chunk that begins here, as digits: perhaps none. */
export const digitsAt = (raw: string, at: number): string => /^[0-9a-f]*/i.exec(raw.slice(at))?.[0] ?? '';

/** A body, as far as it could be read. */
export interface Body {
  readonly bytes: string;
  /** Where it ends in the request. */
  readonly end: number;
  readonly stop: Stop | undefined;
}

/** How a server reads the parts of a chunked body. Each returns where the next part begins. */
export interface ChunkReader {
  readonly size: (at: number) => readonly [size: number, next: number];
  /** What ends a chunk. */
  readonly mark: (at: number) => number;
  readonly trailers: (at: number) => number;
}

/** Reads a body that begins at `end`, by its length or, with a reader, by its chunks. */
export function readBody(raw: string, end: number, length: number, reader?: ChunkReader | false): Body {
  let bytes = '';
  const take = (size: number): void => {
    const data = raw.slice(end, end + size);
    bytes += data;
    end += data.length;
    if (data.length < size) needMore();
  };
  const stop = stopIn(() => {
    if (!reader) return take(length);
    for (;;) {
      const [size, next] = reader.size(end);
      end = next;
      if (size === 0) break;
      take(size);
      end = reader.mark(end);
    }
    end = reader.trailers(end);
  });
  return { bytes, end, stop };
}

/** A view of which nothing is known. */
export const nothing: View = { status: null, waits: null, words: null, line: null, continues: false, rows: null, rest: 0 };

/** What is seen where a server stops: before it calls the program, or when that has been given `rows`. */
export function stopped(raw: string, { status, words, at }: Stop, view: Partial<View> = {}): View {
  const { rows = null } = view;
  return { ...nothing, ...view, status, words, ...(status === null ? { waits: rows ? 'body' : 'head' } : { line: lineAt(raw, at) }), rest: 0 };
}

/** The view of a program that is called before its body has been read. */
export function called(raw: string, rows: readonly Row[], { end, stop }: Body, continues: boolean): Partial<View> {
  const view = { rows, continues };
  return stop ? stopped(raw, stop, view) : { ...view, rest: raw.length - end };
}

/** Runs a server's model; what it refuses or lacks becomes a view without a program. */
export function viewOf(raw: string, run: () => Partial<View>): View {
  let view: Partial<View> = {};
  const stop = stopIn(() => (view = run()));
  return stop ? stopped(raw, stop) : { ...nothing, status: 200, ...view };
}
