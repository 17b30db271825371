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

/** Thrown inside a model by what the server refuses. */
export class Refusal extends Error {
  readonly status: number;
  readonly words: string | null;
  /** Position in the request that it is about. */
  readonly at: number;

  constructor(status: number, words: string | null, at: number) {
    super(words ?? String(status));
    this.status = status;
    this.words = words;
    this.at = at;
  }
}

/** Thrown inside a model when the bytes end before the head does. */
export class NeedsMore extends Error {}

/** The line that holds the byte at `at`, counted from 1. */
export function lineAt(raw: string, at: number): number {
  let line = 1;
  for (let i = raw.indexOf('\n'); i >= 0 && i < at; i = raw.indexOf('\n', i + 1)) line += 1;
  return line;
}

export const fieldFact = (name: string): Fact => `field:${name.toLowerCase().replaceAll('_', '-')}`;

const nothing: View = { status: null, waits: null, words: null, line: null, continues: false, rows: null, rest: 0 };

/** Runs a server's model; what it refuses or lacks becomes a view without a program. */
export function viewOf(raw: string, run: () => Partial<View>): View {
  try {
    return { ...nothing, status: 200, ...run() };
  } catch (error) {
    if (error instanceof NeedsMore) return { ...nothing, waits: 'head' };
    if (error instanceof Refusal) return { ...nothing, status: error.status, words: error.words, line: lineAt(raw, error.at) };
    throw error;
  }
}
