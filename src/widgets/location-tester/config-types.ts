import type { Regex } from './regex.ts';
import type { Template } from './template.ts';

/** A directive that is read but not acted on. */
export interface NotSimulated {
  readonly directive: string;
  readonly line: number;
}

/** One instruction of the rewrite module, in the order of the file. */
export type Code =
  | {
      readonly is: 'rewrite';
      readonly line: number;
      readonly regex: Regex;
      readonly replacement: Template;
      /** 301 or 302 for a redirect, else nothing. */
      readonly redirect: 301 | 302 | undefined;
      readonly flag: 'none' | 'last' | 'break' | 'redirect' | 'permanent';
      /** The replacement does not end in `?`: the arguments of the request are kept. */
      readonly keepArguments: boolean;
    }
  | { readonly is: 'return'; readonly line: number; readonly status: number; readonly text: Template | undefined }
  | { readonly is: 'break'; readonly line: number }
  | { readonly is: 'not-simulated'; readonly line: number; readonly directive: string };

/** `root` or `alias`. */
export interface Root {
  readonly line: number;
  readonly directive: 'root' | 'alias';
  readonly template: Template;
  /** How much of the path `alias` replaces, in bytes; `captures`: in a regular expression, the whole path. 0 for `root`. */
  readonly replaces: number | 'captures';
}

/** One parameter of `try_files`. */
export interface TryFile {
  readonly source: string;
  readonly template: Template;
  readonly directory: boolean;
}

/** `try_files`: what to look for, and the code (`=404`) of the last parameter if it is one. */
export interface TryFiles {
  readonly line: number;
  readonly files: readonly TryFile[];
  readonly code: number;
}

/** One status of `error_page`. */
export interface ErrorPage {
  readonly line: number;
  readonly status: number;
  /** `=200`: 200; `=`: 0; without: -1. */
  readonly overwrite: number;
  readonly page: Template;
}

/** `proxy_pass`. */
export interface Proxy {
  readonly line: number;
  readonly url: Template;
  /** The part of the URL after host and port, when it has no variables; empty when there is none. */
  readonly uri: string;
  /** How much of the path the URI replaces. */
  readonly location: string;
}

/** A server's or a location's configuration. The fields from `root` on are inherited from the outer block. */
export interface Block {
  readonly kind: 'server' | 'exact' | 'prefix' | 'regex' | 'named' | 'if';
  /** As written: `=`, `^~`, `~`, `~*` or nothing. */
  readonly modifier: string;
  /** The name to compare with, or the expression's text. */
  readonly name: string;
  readonly regex: Regex | undefined;
  /** Line of the word `location`; line of its `{`, which messages name. */
  readonly line: number;
  readonly braceLine: number;
  readonly locations: Block[];
  readonly codes: Code[];
  readonly notSimulated: NotSimulated[];
  tryFiles: TryFiles | undefined;
  proxy: Proxy | undefined;
  root: Root | undefined;
  index: readonly Template[] | undefined;
  errorPages: ErrorPage[] | undefined;
  internal: boolean | undefined;
  absoluteRedirect: boolean | undefined;
  portInRedirect: boolean | undefined;
  recursiveErrorPages: boolean | undefined;
}

/** A whole configuration, ready for requests. */
export interface Server {
  readonly block: Block;
  mergeSlashes: boolean | undefined;
  /** Of the first `listen`. */
  port: number;
  tls: boolean;
  name: string;
  /** Everything in the text that is not simulated, in the order of the file. */
  readonly notSimulated: readonly NotSimulated[];
}

/** An empty block. */
export function newBlock(part: Pick<Block, 'kind' | 'name'> & Partial<Block>): Block {
  return {
    modifier: '',
    regex: undefined,
    line: 0,
    braceLine: 0,
    locations: [],
    codes: [],
    notSimulated: [],
    tryFiles: undefined,
    proxy: undefined,
    root: undefined,
    index: undefined,
    errorPages: undefined,
    internal: undefined,
    absoluteRedirect: undefined,
    portInRedirect: undefined,
    recursiveErrorPages: undefined,
    ...part,
  };
}
