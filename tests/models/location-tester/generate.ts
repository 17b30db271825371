/** Seeded configurations and targets for the comparison of the location tester with Nginx. */

import { mulberry32 } from '../../../src/lib/random.ts';

/** One configuration and the targets to send to it. */
export interface GeneratedCase {
  readonly config: string;
  readonly targets: readonly string[];
}

/** Picks from lists, and numbers; the same for the same seed. */
export class Chance {
  readonly number: () => number;

  constructor(seed: number) {
    this.number = mulberry32(seed);
  }

  upTo(n: number): number {
    return Math.floor(this.number() * n);
  }

  is(share: number): boolean {
    return this.number() < share;
  }

  of<T>(list: readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }
}

/** The files of the comparison: the model gets these names, Nginx finds them in /srv. */
export const files: readonly string[] = [
  '/srv/www/index.html',
  '/srv/www/a/index.html',
  '/srv/www/a/b.html',
  '/srv/www/a/b/c.txt',
  '/srv/www/a.txt',
  '/srv/www/a b.txt',
  '/srv/www/a+b.txt',
  '/srv/www/caf\u00e9.txt',
  '/srv/www/50%.txt',
  '/srv/www/img/logo.png',
  '/srv/www/img/default.png',
  '/srv/www/Img/Logo.PNG',
  '/srv/www/api/index.html',
  '/srv/www/api/v1.txt',
  '/srv/www/empty/',
  '/srv/www/x/home.htm',
  '/srv/www/404.html',
  '/srv/static/a.txt',
  '/srv/static/img/logo.png',
  '/srv/static/index.html',
  '/srv/static/a/index.html',
  '/srv/secret.txt',
  '/srv/staticindex.html',
  '/srv/index.html',
];

const prefixes = ['/', '/a', '/a/', '/a/', '/a/b', '/a/b/', '/a-', '/a-b', '/a.b', '/a!', '/a+', '/api', '/api/', '/api/v1', '/img', '/img/', '/static', '/static/', '/x', '/x/', '/user/', '/a b', '/caf\u00e9/', '/A/', '/404.html', '/a/b/c.txt', '/a%b/', ''];
const regexes = ['\\.png$', '\\.(png|txt)$', '^/a', '^/a/(.*)$', '^/img/(.*)$', '^/([^/]+)/(.*)$', '^/(?<name>[a-z]+)/([a-z0-9.]+)$', '/$', '^/user/(\\w+)', '[A-Z]', '^/x(/.*)?$', '(b|c)+\\.txt', '^/api/v([0-9]+)', '^(.*)$', '^/a+b', ' ', '\\.html?$', '(?i)LOGO', '^/static/(?:a|img/)(.*?)$', '%', '^/..?/', 'c(?!\\.txt)', '\u00e9'];
const names = ['@app', '@fallback', '@missing'];
const uris = ['/', '/a', '/a/b', '/a/b.html', '/a/', '/x/', '/api/', '/img/default.png', '/404.html', '/nowhere', '/index.html', '/a/b/c.txt', '/static/a.txt', '/user/7'];
const values = ['$uri', '$request_uri', '$args', '$1', '$2', '$name', '$is_args$args', '$host', '$arg_x', '$document_root', '$scheme', '$request_filename', '${uri}x', '/fixed'];

function quoted(word: string): string {
  return /[\s;{}"\\$]/.test(word) || word === '' ? `"${word.replace(/(["\\])/g, '\\$1')}"` : word;
}
/** A regular expression keeps its backslashes, also inside quotes. */
function quotedRegex(word: string): string {
  return /[\s;{}]/.test(word) ? `"${word}"` : word;
}

class ConfigMaker {
  readonly #chance: Chance;
  readonly #lines: string[] = [];
  /** Prefixes that stand in the configuration, so that targets can aim at them. */
  readonly used: string[] = [];
  readonly #heads = new Set<string>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  make(listen: string): string {
    const chance = this.#chance;
    const whole = chance.is(0.2);
    if (whole) this.#line(0, 'server {', `listen ${listen}:80;`);
    const depth = whole ? 1 : 0;
    this.#line(depth, 'add_header X-At "S $uri|" always;');
    if (chance.is(0.9)) this.#line(depth, `root /srv/www${chance.is(0.2) ? '/' : ''};`);
    if (chance.is(0.15)) this.#line(depth, `merge_slashes ${chance.of(['on', 'off'])};`);
    if (chance.is(0.1)) this.#line(depth, 'absolute_redirect off;');
    if (chance.is(0.25)) this.#index(depth);
    if (chance.is(0.35)) this.#errorPage(depth);
    if (chance.is(0.15)) this.#rewrite(depth);
    if (chance.is(0.1)) this.#tryFiles(depth);
    const count = 2 + chance.upTo(6);
    for (let i = 0; i < count; i += 1) this.#location(depth, undefined);
    for (const name of names.slice(0, 2)) if (chance.is(0.75)) this.#body(depth, name, 'named', name);
    const text = this.#lines.join('\n');
    if (text.includes('$name') && !text.includes('(?<name>')) this.#line(depth, 'rewrite ^/named/(?<name>.+)$ /$name last;');
    if (whole) this.#line(0, '}');
    return `${this.#lines.join('\n')}\n`;
  }

  #line(depth: number, ...texts: readonly string[]): void {
    for (const text of texts) this.#lines.push('  '.repeat(depth) + text);
  }

  #location(depth: number, outer: string | undefined): void {
    const chance = this.#chance;
    // Inside an expression only expressions can stand; a prefix there is refused.
    if (chance.is(outer === '' ? 0.97 : 0.3)) {
      this.#body(depth, `${chance.of(['~', '~', '~*'])} ${quotedRegex(chance.of(regexes))}`, 'regex', '');
      return;
    }
    const name = outer && chance.is(0.98) ? outer + chance.of(['', 'b', '/', '/b', 'b/', 'a.txt', 'index.html', '/img/']) : chance.of(prefixes);
    this.used.push(name);
    const modifier = chance.of(['', '', '', '= ', '^~ ']);
    // The same name twice is refused; a few of these are enough.
    const head = `${modifier === '= ' ? '=' : ''}${name}`;
    if (this.#heads.has(head) && chance.is(0.97)) return;
    this.#heads.add(head);
    this.#body(depth, modifier + (chance.is(0.05) && modifier !== '' && !/[ "]/.test(quoted(name)) ? name : quoted(name)), modifier === '= ' ? 'exact' : 'prefix', name);
  }

  #body(depth: number, head: string, kind: 'regex' | 'exact' | 'prefix' | 'named', name: string): void {
    const chance = this.#chance;
    this.#line(depth, `location ${head} {`);
    const inner = depth + 1;
    this.#line(inner, `add_header X-At "${String(this.#lines.length)} $uri|" always;`);
    if (chance.is(0.07) && kind !== 'named') this.#line(inner, 'internal;');
    if (chance.is(0.12)) this.#errorPage(inner);
    if (chance.is(0.25)) this.#rewrite(inner);
    if (chance.is(0.1)) this.#rewrite(inner);
    if (chance.is(0.08)) this.#rewrites(inner);
    if (chance.is(0.04)) this.#line(inner, 'break;');
    const what = chance.number();
    if (what < 0.3) this.#return(inner);
    else if (what < 0.66) this.#proxy(inner, kind);
    else {
      if (what < 0.8 && (kind !== 'named' || chance.is(0.02))) {
        const alias = kind === 'regex' ? chance.of(['/srv/static/$1', '/srv/static/', '/srv/static/a.txt', '/srv/www/$name/index.html']) : chance.of(['/srv/static/', '/srv/static', '/srv/www/', '/srv/$arg_x/', '/srv/static/a.txt']);
        this.#line(inner, `alias ${alias};`);
      } else if (what < 0.87) this.#line(inner, `root ${chance.of(['/srv', '/srv/www', '/srv/static/', '/srv/$arg_x', '/srv/$1'])};`);
      if (chance.is(0.45)) this.#tryFiles(inner);
      if (chance.is(0.25)) this.#index(inner);
    }
    if (kind === 'prefix' || kind === 'regex') {
      while (chance.is(0.22) && depth < 4) this.#location(inner, kind === 'prefix' ? name : '');
    }
    this.#line(depth, '}');
  }

  #text(): string {
    const chance = this.#chance;
    return chance.is(0.3) ? `v${String(chance.upTo(9))}` : `${chance.of(values)} ${chance.of(values)}`;
  }

  #return(depth: number): void {
    const chance = this.#chance;
    const url = (): string => chance.of(['/moved', 'http://other.test/', '/n$uri', 'https://other.test$request_uri', '/q?$args', 'x$1', '/c/$1', '$scheme://$host$uri', '@app']);
    const status = chance.number();
    if (status < 0.5) this.#line(depth, `return 200 "${this.#text()}";`);
    else if (status < 0.75) this.#line(depth, `return ${String(chance.of([301, 302, 303, 307, 308]))} ${quoted(url())};`);
    else if (status < 0.8) this.#line(depth, `return ${quoted(chance.of(['http://other.test/$1', '$scheme://x.test$uri']))};`);
    else if (status < 0.92) this.#line(depth, `return ${String(chance.of([204, 400, 403, 404, 404, 410, 418, 444, 500, 503, 200, 304]))};`);
    else this.#line(depth, `return ${String(chance.of([404, 403, 500]))} "${this.#text()}";`);
  }

  #proxy(depth: number, kind: string): void {
    const chance = this.#chance;
    const plain = ['', '', '/', '/v1', '/v1/', '/a%20b/', '?x=1', '/u?y=2', '/caf\u00e9/'];
    const dynamic = ['$uri', '$request_uri', '/$1', '/p$uri$is_args$args', '$is_args$args', '?$args', '/$arg_x', '/s/'];
    const varied = chance.is(0.3);
    const uri = varied ? chance.of(dynamic) : kind === 'prefix' || kind === 'exact' || chance.is(0.03) ? chance.of(plain) : '';
    const host = varied && !uri.includes('$') ? '${scheme}://127.0.0.1:9000' : chance.is(0.05) ? 'HTTP://127.0.0.1:9000' : 'http://127.0.0.1:9000';
    this.#line(depth, `proxy_pass ${/[{}]/.test(host + uri) ? `"${host}${uri}"` : host + uri};`);
  }

  #rewrite(depth: number): void {
    const chance = this.#chance;
    const to = chance.of([...uris, '/$1', '/r/$1', '/r?p=$1', '/s/$2?', '/$name', '$uri.txt', '/t?x=$1&$args', 'http://other.test/$1', '$scheme://h.test/$1', '/z%2F$1', 'rel/$1', '/a?', '/$arg_x?q', '/%41$1', '/b/$1?x=%3F']);
    const flag = chance.of(['', '', ' last', ' last', ' break', ' break', ' redirect', ' permanent']);
    this.#line(depth, `rewrite ${quotedRegex(chance.of(regexes))} ${to}${flag};`);
  }

  /** Two in a row: the second sees what the first made. */
  #rewrites(depth: number): void {
    const chance = this.#chance;
    const flag = chance.of(['', ' last', ' break', ' redirect']);
    this.#line(depth, `rewrite ${chance.of(['^/a/(.*)$', '^/([^/]+)/(.*)$', '^(.*)$'])} ${chance.of(['/r/$1?p=$1', '/r/$2?p', '/r/x$1', '/r/$1?', '/r$uri?u=$uri'])};`);
    this.#line(depth, `rewrite ${chance.of(['^/r/(.*)$', '^/r(.)', 'x|/'])} ${chance.of(['/s/$1', '/s/$1?q=$1', '/s$uri', '/$1?'])}${flag};`);
  }

  #tryFiles(depth: number): void {
    const chance = this.#chance;
    const probes = ['$uri', '$uri', '$uri/', '$uri.txt', '$uri.html', '/img/default.png', '/a/', '$uri/index.html', '/$1', 'a.txt', '$arg_x', '$document_uri'];
    const last = ['=404', '=404', '=403', '=503', '@app', '@fallback', '@missing', '/index.html', '/404.html?e=1', '/a/', '$uri/index.html', '/nowhere', '/api/?$args'];
    const list = Array.from({ length: 1 + chance.upTo(3) }, () => chance.of(probes));
    this.#line(depth, `try_files ${[...list, chance.of(last)].join(' ')};`);
  }

  #index(depth: number): void {
    const list = ['index.html', 'home.htm', 'default.png', 'logo.png', '$arg_x', '/index.html', '/a/b.html', 'a', 'nothing.html'];
    this.#line(depth, `index ${Array.from({ length: 1 + this.#chance.upTo(3) }, () => this.#chance.of(list)).join(' ')};`);
  }

  #errorPage(depth: number): void {
    const chance = this.#chance;
    const statuses = Array.from({ length: 1 + chance.upTo(2) }, () => String(chance.of([404, 404, 404, 403, 500, 400, 301, 302, 410, 503])));
    const response = chance.of(['', '', '', '=200 ', '= ', '=404 ', '=301 ', '=410 ']);
    const page = chance.of(['/404.html', '/404.html?e=$uri', '@app', '@fallback', '@missing', '/nowhere', '/a/', 'http://other.test/e', '/api/', '/$1', 'https://other.test$uri']);
    this.#line(depth, `error_page ${statuses.join(' ')} ${response}${page};`);
    if (chance.is(0.1)) this.#line(depth, 'recursive_error_pages on;');
  }
}

/** A request target that aims at what the configuration has, then is disturbed. */
function makeTarget(chance: Chance, used: readonly string[]): string {
  const base = chance.is(0.45) && used.length > 0 ? chance.of(used) : chance.is(0.5) ? chance.of(files).replace(/^\/srv\/(?:www|static)?/, '') : chance.of([...uris, '/user/ann', '/user/7/x', '/img/a/b.png', '/zzz', '/api/v1/users', '/api/v2']);
  let path = base === '' ? '/' : base;
  if (chance.is(0.3)) path += chance.of(['/', '/a.txt', 'a.txt', '/img/logo.png', '/b/c.txt', 'x', '/a/b', '.txt', '/', '../secret.txt', '/../a.txt', '//a', '/.', '/..']);
  path = encodeURI(path).replace(/%25/g, chance.is(0.9) ? '%25' : '%');
  if (chance.is(0.55)) path = disturb(chance, path);
  if (chance.is(0.15)) path = disturb(chance, path);
  if (chance.is(0.35)) path += chance.of(['?', '?x=1', '?x=www&y=2', '?a=%20b', '?x=a.txt', '?q=/../x', '?x=..', '?x=1#f', '?a+b', '?X=static']);
  if (chance.is(0.03)) path = `http://${chance.of(['shop.test', 'Other.Test:8080', 'other.test'])}${path}`;
  return path;
}

function disturb(chance: Chance, path: string): string {
  const at = 1 + chance.upTo(path.length);
  const hex = (text: string): string => `%${text.charCodeAt(0).toString(16)}`;
  switch (chance.upTo(14)) {
    case 0:
      return path.slice(0, at) + (path[at] === undefined ? '' : hex(path[at] ?? '')) + path.slice(at + 1);
    case 1:
      return path.replace(/(?<=.)\//, chance.of(['%2F', '%2f']));
    case 2:
      return path.replace(/\/(?!.*\/)/, '//');
    case 3:
      return path.replace('/', '//');
    case 4:
      return path.replace(/\/(?!.*\/)/, '/./');
    case 5:
      return path.replace(/(?<=.)\//, '/zz/../');
    case 6:
      return path.replace(/[a-z]/, (letter) => letter.toUpperCase());
    case 7:
      return path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
    case 8:
      return `${path.slice(0, at)}${chance.of(['%20', '%25', '%3F', '%23', '%2B', '+', '%C3%A9', '%E9', '%0A', '%0d%0a', ';', '%7F', '%2e%2e', '%22', '&', '\u00e9', '|', '^'])}${path.slice(at)}`;
    case 9:
      return `${path.slice(0, at)}${chance.of(['%', '%2', '%zz', '%00', '#', '#f?x', ' ', '\t', '\x7f'])}${path.slice(at)}`;
    case 10:
      return `${path}/../${chance.of(['', 'a', '../', '../../x'])}`;
    case 11:
      return path.replace(/\./, '%2E');
    case 12:
      return chance.of(['*', 'a', 'x:/', 'http:///', 'http://shop.test', 'http://shop.test?x=1', 'http://sh_op/', 'HTTP://[::1]/a', 'http://a..b/', ' /a', '/a ']);
    default:
      return `${path}${chance.of(['..', '.', '...', '/...', '/.a', '//', '/..a'])}`;
  }
}

/** Makes configuration number `n` of a seed, with its targets. `listen` is the address that a whole server listens at. */
export function generate(chance: Chance, listen: string, count: number): GeneratedCase {
  const maker = new ConfigMaker(chance);
  const config = maker.make(listen);
  return { config, targets: Array.from({ length: count }, () => makeTarget(chance, maker.used)) };
}
