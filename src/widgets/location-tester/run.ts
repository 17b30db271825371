import { fromBytes } from './bytes.ts';
import { escapeArguments } from './escape.ts';
import type { Block, Server } from './config-types.ts';
import type { Files } from './files.ts';
import type { ParsedTarget } from './request-target.ts';
import { stepLimit } from './regex.ts';
import type { Regex, RegexMatch } from './regex.ts';
import type { LocationName, Step } from './steps.ts';
import type { Template } from './template.ts';

/** Where a request goes next: to a phase, or nowhere any more. */
export type Next = { readonly go: 'server-rewrite' | 'find' | 'rewrite' | 'content' } | { readonly done: Outcome };

/** What comes of a request. */
export type Outcome =
  /** Answered by Nginx itself: `return`, a redirect. `body` is that of `return`, not Nginx's own pages. */
  | { readonly kind: 'return'; readonly status: number; readonly body?: string; readonly location?: string }
  /** Passed on; `target` is the request target that the upstream receives. */
  | { readonly kind: 'proxy'; readonly target: string }
  /** A file is sent; `path` is where it stands (`..` and double slashes resolved). */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'error'; readonly status: number };

/** The request's host: the model's requests are `GET target HTTP/1.1` with this field Host. */
export const requestHost = 'shop.test';
/** What stands in a redirect when the request was refused before its host was read: the server's own address. */
export const ownAddress = '127.0.0.1';
const defaultRoot = '/usr/share/nginx/html';
const prefix = '/usr/share/nginx/';

/** Locations may change this often (`NGX_HTTP_MAX_URI_CHANGES` in src/http/ngx_http_request.h, plus one). */
const maxChanges = 11;

/** One request on its way through one server: what Nginx keeps in `ngx_http_request_t`. Texts are bytes. */
export class Run {
  readonly server: Server;
  readonly files: Files;
  readonly steps: Step[] = [];
  readonly request: ParsedTarget;
  readonly target: string;
  uri: string;
  args: string;
  block: Block;
  internal = false;
  uriChanged = false;
  changesLeft = maxChanges;
  /** The path still begins with the location's name. */
  validLocation = true;
  /** The target may still be passed on as it came. */
  validUnparsed: boolean;
  /** `try_files` has found a file inside an `alias` of a regular expression. */
  addUriToAlias = false;
  /** An error page is being made: its own errors get none. */
  onErrorPage = false;
  /** The status that `error_page` decided; 0: none. */
  errorStatus = 0;
  /** The value of the field Location, if one has been set. */
  locationField: string | undefined;
  readonly #budget = { steps: stepLimit };
  #groups: readonly string[] = [];
  readonly #named = new Map<string, string>();
  readonly #values = new Map<string, string>();

  constructor(server: Server, files: Files, request: ParsedTarget, target: string) {
    this.server = server;
    this.files = files;
    this.request = request;
    this.target = target;
    this.uri = request.uri;
    this.args = request.args;
    this.validUnparsed = request.unparsedIsValid;
    this.block = server.block;
  }

  /** Notes a step; its texts are decoded. */
  note(step: Step): void {
    this.steps.push(Object.fromEntries(Object.entries(step).map(([key, value]) => [key, readable(value)])) as unknown as Step);
  }

  /** Matches the expression and keeps its captures, as `ngx_http_regex_exec`. */
  match(regex: Regex): RegexMatch | undefined {
    const found = regex.exec(this.uri, this.#budget);
    if (!found) return undefined;
    this.#groups = found.groups;
    for (const [name, value] of found.names) this.#named.set(name.toLowerCase(), value);
    return found;
  }

  /** A rewrite that does not match clears the numbered captures. */
  forgetCaptures(): void {
    this.#groups = [];
  }

  capture(n: number): string {
    return this.#groups[n] ?? '';
  }

  /** A capture as it goes into the arguments of a rewrite or into a redirect. */
  quotedCapture(n: number): string {
    return this.request.quoted || this.request.plus ? escapeArguments(this.capture(n)) : this.capture(n);
  }

  /**
   * The value of a text with variables.
   * @param stale whether values that were computed earlier in the request are taken as they were: `index` does that
   */
  text(template: Template, stale = false): string {
    if (!template.dynamic) return template.source;
    return template.pieces
      .map((piece) => {
        if (piece.is === 'text') return piece.text;
        if (piece.is === 'capture') return this.capture(piece.n);
        if (piece.is === 'arguments') return '?';
        return (stale ? this.#values.get(piece.name) : undefined) ?? this.variable(piece.name);
      })
      .join('');
  }

  /** `root` and `proxy_pass` with variables forget what was computed before (`ngx_http_script_run`). */
  freshText(template: Template): string {
    if (template.dynamic) this.#values.clear();
    return this.text(template);
  }

  /** The value of `$name`; empty, and noted, when it is not simulated. */
  variable(name: string): string {
    const value = this.#compute(name);
    this.#values.set(name, value);
    return value;
  }

  #compute(name: string): string {
    const named = this.#named.get(name);
    if (named !== undefined) return named;
    if (name.startsWith('arg_')) return argument(this.args, name.slice(4));
    if (name.startsWith('http_')) return name === 'http_host' && !this.request.fault ? requestHost : '';
    const known = this.#known();
    // A configuration may name a variable like what every object has.
    if (Object.hasOwn(known, name)) return known[name]?.() ?? '';
    this.note({ kind: 'no-value', variable: name });
    return '';
  }

  #known(): Readonly<Record<string, () => string>> {
    const { server, request } = this;
    return {
      args: () => this.args,
      document_root: () => this.directory(),
      document_uri: () => this.uri,
      host: () => request.host ?? (request.fault ? server.name : requestHost),
      https: () => (server.tls ? 'on' : ''),
      is_args: () => (this.args === '' ? '' : '?'),
      query_string: () => this.args,
      request: () => `GET ${this.target} HTTP/1.1`,
      request_filename: () => this.mapped()?.path ?? '',
      request_method: () => 'GET',
      request_uri: () => request.unparsed,
      scheme: () => (server.tls ? 'https' : 'http'),
      server_name: () => server.name,
      server_port: () => String(server.port),
      server_protocol: () => 'HTTP/1.1',
      uri: () => this.uri,
    };
  }

  /** The value of `root` or `alias` here. */
  directory(): string {
    const { root } = this.block;
    if (!root) return defaultRoot;
    const path = this.freshText(root.template);
    return path === '' || path.startsWith('/') ? path : prefix + path;
  }

  /** The path in the file system (`ngx_http_map_uri_to_path`); nothing after a rewrite inside an `alias`. */
  mapped(): { readonly directory: string; readonly path: string } | undefined {
    const replaces = this.block.root?.replaces ?? 0;
    if (replaces !== 0 && !this.validLocation) return undefined;
    const directory = this.directory();
    if (replaces !== 'captures') return { directory, path: directory + this.uri.slice(replaces) };
    return { directory, path: this.addUriToAlias ? directory + this.uri : directory };
  }

  /** The value of the field Location as it is sent: a path gets scheme and host. */
  absoluteLocation(): string | undefined {
    const value = this.locationField;
    if (value === undefined || !value.startsWith('/') || this.block.absoluteRedirect === false) return value;
    const { port, tls } = this.server;
    const shown = this.block.portInRedirect === false || port === (tls ? 443 : 80) ? '' : `:${String(port)}`;
    return `${tls ? 'https' : 'http'}://${this.request.host ?? (this.request.fault ? ownAddress : requestHost)}${shown}${value}`;
  }
}

/** The name of a location for steps and for the result. */
export function nameOf({ modifier, name, line }: Block): LocationName {
  return { modifier, pattern: name, line };
}

function readable(value: unknown): unknown {
  if (typeof value === 'string') return fromBytes(value);
  return Array.isArray(value) ? value.map(readable) : value;
}

/** `$arg_name`: the first argument of that name, in either case (`ngx_http_arg`). */
function argument(args: string, name: string): string {
  for (const part of args.split('&')) {
    if (part.toLowerCase().startsWith(`${name.toLowerCase()}=`)) return part.slice(name.length + 1);
  }
  return '';
}
