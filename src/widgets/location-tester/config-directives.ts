import { ConfigError } from './errors.ts';
import { Regex } from './regex.ts';
import { compileTemplate } from './template.ts';
import type { Block, Root, Server } from './config-types.ts';
import type { Template } from './template.ts';

/** What a directive's handler gets: its words (its name first), its place, and where it stands. */
export interface Directive {
  readonly words: readonly string[];
  readonly line: number;
  readonly block: Block;
  readonly server: Server;
  /** Notes a variable that is used. */
  use(name: string, line: number): void;
  /** Notes a variable that the configuration defines. */
  define(name: string, line: number): void;
}

/** Where a relative `root` begins in Debian's package. */
const prefix = '/usr/share/nginx/';

/** Digits only, as `ngx_atoi`; nothing for anything else. */
function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,18}$/.test(text) ? Number(text) : undefined;
}

function template({ line, use }: Directive, text: string, splitArguments = false): Template {
  return compileTemplate(text, line, (name) => use(name, line), splitArguments);
}

/** Compiles an expression and notes the variables that its named captures define. */
export function regexOf({ line, define }: Pick<Directive, 'line' | 'define'>, text: string, caseless: boolean): Regex {
  const regex = new Regex(text, caseless, line);
  for (const name of regex.names) define(name, line);
  return regex;
}

const isUrl = (text: string): boolean => /^(?:https?:\/\/|\$scheme)/.test(text);

function rewrite(at: Directive): void {
  const [, pattern = '', replacement = '', flag] = at.words;
  if (replacement === '') throw new ConfigError('empty replacement', at.line);
  const regex = regexOf(at, pattern, false);
  if (flag !== undefined && !/^(?:last|break|redirect|permanent)$/.test(flag)) throw new ConfigError(`invalid parameter "${flag}"`, at.line);
  const redirect = flag === 'permanent' ? 301 : flag === 'redirect' || isUrl(replacement) ? 302 : undefined;
  const keepArguments = !replacement.endsWith('?');
  at.block.codes.push({
    is: 'rewrite',
    line: at.line,
    regex,
    replacement: template(at, keepArguments ? replacement : replacement.slice(0, -1), redirect === undefined),
    redirect,
    flag: (flag as 'last' | undefined) ?? 'none',
    keepArguments,
  });
}

function returns(at: Directive): void {
  const [, code = '', text] = at.words;
  const status = number(code);
  if (status === undefined ? text !== undefined || !isUrl(code) : status > 999) throw new ConfigError(`invalid return code "${code}"`, at.line);
  const body = status === undefined ? code : text;
  at.block.codes.push({ is: 'return', line: at.line, status: status ?? 302, text: body === undefined ? undefined : template(at, body) });
}

function root(at: Directive): void {
  const [directive = '', path = ''] = at.words;
  const alias = directive === 'alias';
  const { block, line } = at;
  if (block.root) {
    const before = block.root.directive;
    const said = before === directive ? `"${directive}" directive is duplicate` : `"${directive}" directive is duplicate, "${before}" directive was specified earlier`;
    throw new ConfigError(said, line);
  }
  if (alias && block.kind === 'named') throw new ConfigError('the "alias" directive cannot be used inside the named location', line);
  for (const name of ['document_root', 'realpath_root']) {
    if (path.includes(`$${name}`) || path.includes(`\${${name}}`)) {
      throw new ConfigError(`the $${name} variable cannot be used in the "${directive}" directive`, line);
    }
  }
  const trimmed = !alias && path.endsWith('/') ? path.slice(0, -1) : path;
  const full = path.startsWith('/') || path.startsWith('$') ? trimmed : prefix + trimmed;
  const replaces: Root['replaces'] = !alias ? 0 : block.kind === 'regex' ? 'captures' : block.name.length;
  block.root = { line, directive: alias ? 'alias' : 'root', template: template(at, full), replaces };
}

function index(at: Directive): void {
  const [, ...names] = at.words;
  if (names.includes('')) throw new ConfigError(`index "${names[0] ?? ''}" in "index" directive is invalid`, at.line);
  at.block.index = [...(at.block.index ?? []), ...names.map((name) => template(at, name))];
}

function tryFiles(at: Directive): void {
  if (at.block.tryFiles) throw new ConfigError('"try_files" directive is duplicate', at.line);
  const [, ...sources] = at.words;
  const files = sources.map((source, i) => {
    const directory = source.endsWith('/') && i < sources.length - 1;
    return { source, directory, template: template(at, directory ? source.slice(0, -1) : source) };
  });
  const last = files.at(-1)?.template;
  let code = 0;
  if (last?.source.startsWith('=')) {
    const given = number(last.source.slice(1, last.dynamic ? -1 : undefined));
    if (given === undefined || given > 999) throw new ConfigError(`invalid code "${last.source.slice(0, last.dynamic ? -1 : undefined)}"`, at.line);
    code = given;
  }
  at.block.tryFiles = { line: at.line, files, code };
}

function errorPage(at: Directive): void {
  const values = at.words.slice(1);
  const page = values.pop() ?? '';
  let overwrite = -1;
  const response = values.at(-1) ?? '';
  if (response.startsWith('=')) {
    const code = response === '=' ? 0 : number(response.slice(1));
    if (values.length === 1 || code === undefined) throw new ConfigError(`invalid value "${response}"`, at.line);
    overwrite = code;
    values.pop();
  }
  const compiled = template(at, page);
  for (const value of values) {
    const status = number(value);
    if (status === undefined || status === 499) throw new ConfigError(`invalid value "${value}"`, at.line);
    if (status < 300 || status > 599) throw new ConfigError(`value "${value}" must be between 300 and 599`, at.line);
    (at.block.errorPages ??= []).push({
      line: at.line,
      status,
      overwrite: overwrite === -1 && status >= 494 && status <= 497 ? 400 : overwrite,
      page: compiled,
    });
  }
}

/** Splits `host:port/uri` as `ngx_parse_url` does; a string is what it finds wrong. */
export function urlUri(url: string): { readonly uri: string } | string {
  if (/^unix:/i.test(url)) {
    const [, path = '', uri = ''] = /^unix:([^:]*)(?::(.*))?$/is.exec(url) ?? [];
    if (path === '') return 'no path in the unix domain socket';
    return path.length + 1 > 108 ? 'too long path in the unix domain socket' : { uri };
  }
  if (url.startsWith('[')) {
    const six = /^\[([0-9a-fA-F:.]+)\](?::(\d+))?([/?].*)?$/s.exec(url);
    if (!six) return 'invalid host';
    if (six[2] !== undefined && (Number(six[2]) < 1 || Number(six[2]) > 65535)) return 'invalid port';
    return { uri: six[3] ?? '' };
  }
  const end = url.search(/[/?]/);
  const authority = end < 0 ? url : url.slice(0, end);
  const colon = authority.indexOf(':');
  if (colon >= 0) {
    const port = number(authority.slice(colon + 1));
    if (port === undefined || port < 1 || port > 65535) return 'invalid port';
  }
  if (authority === '' || colon === 0) return 'no host';
  return { uri: end < 0 ? '' : url.slice(end) };
}

function proxyPass(at: Directive): void {
  const { block, line } = at;
  if (block.proxy) throw new ConfigError('"proxy_pass" directive is duplicate', line);
  const url = template(at, at.words[1] ?? '');
  if (url.dynamic) {
    block.proxy = { line, url, uri: '', location: '' };
    return;
  }
  const scheme = /^https?:\/\//i.exec(url.source)?.[0];
  if (scheme === undefined) throw new ConfigError('invalid URL prefix', line);
  const parsed = urlUri(url.source.slice(scheme.length));
  if (typeof parsed === 'string') throw new ConfigError(`${parsed} in upstream "${url.source.slice(scheme.length)}"`, line);
  const anonymous = block.kind === 'named' || block.kind === 'regex' || block.kind === 'if';
  if (anonymous && parsed.uri !== '') {
    throw new ConfigError(
      '"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, ' +
        'or inside "if" statement, or inside "limit_except" block',
      line,
    );
  }
  block.proxy = { line, url, uri: parsed.uri, location: anonymous ? '' : block.name };
}

function internal({ block, line }: Directive): void {
  if (block.internal !== undefined) throw new ConfigError('"internal" directive is duplicate', line);
  block.internal = true;
}

function listen({ words, server }: Directive): void {
  if (server.port !== 0) return;
  const port = /^(?:.*:)?(\d+)$/.exec(words[1] ?? '')?.[1];
  server.port = port === undefined ? 80 : Number(port);
  server.tls = words.includes('ssl');
}

/** The directives that are simulated, except blocks and flags. */
export const handlers: Readonly<Record<string, (at: Directive) => void>> = {
  alias: root,
  break: ({ block, line }) => void block.codes.push({ is: 'break', line }),
  error_page: errorPage,
  index,
  internal,
  listen,
  proxy_pass: proxyPass,
  return: returns,
  rewrite,
  root,
  try_files: tryFiles,
};

/** The flags that are simulated. */
export const flags: Readonly<Record<string, (at: Directive, on: boolean) => void>> = {
  absolute_redirect: ({ block }, on) => void (block.absoluteRedirect = on),
  merge_slashes: ({ server }, on) => void (server.mergeSlashes = on),
  port_in_redirect: ({ block }, on) => void (block.portInRedirect = on),
  recursive_error_pages: ({ block }, on) => void (block.recursiveErrorPages = on),
};

/** Directives that are not simulated but define or use variables, so that these are not taken for unknown. */
export const variableHandlers: Readonly<Record<string, (at: Directive) => void>> = {
  set: (at) => {
    const [, name = '', value = ''] = at.words;
    if (!name.startsWith('$')) throw new ConfigError(`invalid variable name "${name}"`, at.line);
    if (name === '$') throw new ConfigError('invalid variable name "$"', at.line);
    at.define(name.slice(1), at.line);
    template(at, value);
    at.block.codes.push({ is: 'not-simulated', line: at.line, directive: 'set' });
  },
  auth_request_set: (at) => at.define((at.words[1] ?? '').replace(/^\$/, ''), at.line),
};
