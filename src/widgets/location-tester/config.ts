import { flags, handlers, regexOf, variableHandlers } from './config-directives.ts';
import { newBlock } from './config-types.ts';
import { directiveRule } from './directives.ts';
import { ConfigError } from './errors.ts';
import { checkCondition } from './if-condition.ts';
import { isKnownVariable, isReservedVariable } from './known-variables.ts';
import { checkDuplicates } from './location-tree.ts';
import { Tokens } from './tokens.ts';
import type { Directive } from './config-directives.ts';
import type { Block, NotSimulated, Server } from './config-types.ts';
import type { Context } from './directives.ts';
import type { Statement } from './tokens.ts';

/** Blocks whose content has its own rules; it is passed over. */
const ownRules = new Set(['types', 'map', 'geo', 'split_clients', 'charset_map', 'upstream']);

/** Reads one configuration. */
class Reader {
  readonly #tokens: Tokens;
  readonly #used = new Map<string, number>();
  readonly #defined = new Set<string>();
  readonly #notSimulated: NotSimulated[] = [];
  readonly #servers: Server[] = [];

  constructor(text: string) {
    this.#tokens = new Tokens(text);
  }

  read(whole: boolean): Server {
    // What stands around the server (the level of `http`), or nothing.
    const outside = this.#newServer();
    if (whole) this.#block('h', outside.block, outside, true);
    else {
      const server = this.#newServer();
      this.#servers.push(server);
      this.#block('s', server.block, server, true);
    }
    const [server] = this.#servers;
    // Only a text with a block `server` is read as a whole.
    if (!server) throw new ConfigError('unexpected end of file, expecting "}"', this.#tokens.line);
    for (const { block } of this.#servers) checkDuplicates(block);
    for (const [name, line] of this.#used) {
      if (!isKnownVariable(name) && !this.#defined.has(name)) throw new ConfigError(`unknown "${name}" variable`, line, false);
    }
    outside.block.locations.push(...this.#servers.map(({ block }) => block));
    inherit(outside.block);
    server.mergeSlashes ??= outside.mergeSlashes;
    if (server.port === 0) server.port = 80;
    return server;
  }

  #newServer(): Server {
    return { block: newBlock({ kind: 'server', name: '' }), mergeSlashes: undefined, port: 0, tls: false, name: '', notSimulated: this.#notSimulated };
  }

  /** Reads statements until the block, or the text, ends. */
  #block(context: Context, block: Block, server: Server, top = false): void {
    const seenFlags = new Set<string>();
    for (;;) {
      const statement = this.#tokens.next();
      const { line } = this.#tokens;
      if (statement.end === '}') {
        if (top) throw new ConfigError('unexpected "}"', line);
        return;
      }
      if (statement.end === 'eof') {
        if (!top) throw new ConfigError('unexpected end of file, expecting "}"', line);
        return;
      }
      this.#directive(context, block, server, statement, seenFlags);
    }
  }

  #directive(context: Context, block: Block, server: Server, statement: Statement, seenFlags: Set<string>): void {
    const { words, end, line } = statement;
    const [name = ''] = words;
    const rule = directiveRule(name);
    if (!rule) throw new ConfigError(`unknown directive "${name}"`, line);
    if (!rule.contexts.includes(context) && name !== 'include') throw new ConfigError(`"${name}" directive is not allowed here`, line);
    if (!rule.block && end === '{') throw new ConfigError(`directive "${name}" is not terminated by ";"`, line);
    if (rule.block && end !== '{') throw new ConfigError(`directive "${name}" has no opening "{"`, line);
    if (words.length - 1 < rule.min || words.length - 1 > rule.max) throw new ConfigError(`invalid number of arguments in "${name}" directive`, line);

    const at: Directive = {
      words,
      line,
      block,
      server,
      use: (variable, where) => void (this.#used.has(variable) || this.#used.set(variable, where)),
      define: (variable, where) => this.#define(variable, where),
    };
    if (name === 'server') this.#server(statement);
    else if (name === 'location') this.#location(at, statement);
    else if (name === 'if' || name === 'limit_except') this.#branch(context, at);
    else if (rule.flag) this.#flag(at, seenFlags);
    else if (handlers[name]) handlers[name](at);
    else {
      variableHandlers[name]?.(at);
      if (name === 'server_name') server.name ||= words[1] ?? '';
      if (ownRules.has(name)) this.#passOver(name);
      if (name === 'map' || name === 'geo' || name === 'split_clients') this.#define((words.at(-1) ?? '').replace(/^\$/, ''), line);
      this.#note(at);
    }
  }

  #note({ block, words, line }: Pick<Directive, 'block' | 'words' | 'line'>): void {
    const note = { directive: words[0] ?? '', line };
    this.#notSimulated.push(note);
    block.notSimulated.push(note);
  }

  #define(name: string, line: number): void {
    const lower = name.toLowerCase();
    if (isReservedVariable(lower)) throw new ConfigError(`the duplicate "${name}" variable`, line);
    this.#defined.add(lower);
  }

  #flag(at: Directive, seenFlags: Set<string>): void {
    const [name = '', value = ''] = at.words;
    if (seenFlags.has(name)) throw new ConfigError(`"${name}" directive is duplicate`, at.line);
    seenFlags.add(name);
    if (!/^(?:on|off)$/i.test(value)) throw new ConfigError(`invalid value "${value}" in "${name}" directive, it must be "on" or "off"`, at.line);
    const flag = flags[name];
    if (flag) flag(at, /^on$/i.test(value));
    else this.#note(at);
  }

  #server({ line }: Statement): void {
    const server = this.#newServer();
    if (this.#servers.length > 0) this.#notSimulated.push({ directive: 'server', line });
    this.#servers.push(server);
    this.#block('s', server.block, server);
  }

  #location(at: Directive, { startLine }: Statement): void {
    const { line, block: outer, server } = at;
    let [, modifier = '', name] = at.words;
    if (name === undefined) {
      [, modifier = '', name = ''] = /^(=|\^~|~\*|~|)(.*)$/s.exec(modifier) ?? [];
    } else if (!/^(?:=|\^~|~\*|~)$/.test(modifier)) throw new ConfigError(`invalid location modifier "${modifier}"`, line);
    const regex = modifier.startsWith('~') ? regexOf(at, name, modifier === '~*') : undefined;
    const kind = regex ? 'regex' : modifier === '=' ? 'exact' : modifier === '' && name.startsWith('@') && at.words.length === 2 ? 'named' : 'prefix';
    if (outer.kind !== 'server') {
      if (outer.kind === 'exact') throw new ConfigError(`location "${name}" cannot be inside the exact location "${outer.name}"`, line);
      if (outer.kind === 'named') throw new ConfigError(`location "${name}" cannot be inside the named location "${outer.name}"`, line);
      if (kind === 'named') throw new ConfigError(`named location "${name}" can be on the server level only`, line);
      if (!regex && !name.startsWith(outer.name)) throw new ConfigError(`location "${name}" is outside location "${outer.name}"`, line);
    }
    const block = newBlock({ kind, modifier, name, regex, line: startLine, braceLine: line });
    outer.locations.push(block);
    this.#block('l', block, server);
  }

  /** `if` and `limit_except`: their content is checked, but takes no part. */
  #branch(context: Context, at: Directive): void {
    this.#note(at);
    const isIf = at.words[0] === 'if';
    if (isIf) {
      checkCondition(at);
      at.block.codes.push({ is: 'not-simulated', line: at.line, directive: 'if' });
    }
    const inner = newBlock({ kind: 'if', name: at.block.name });
    this.#block(isIf ? (context === 's' ? 'i' : 'j') : 'm', inner, at.server);
  }

  #passOver(name: string): void {
    let depth = 1;
    while (depth > 0) {
      const { end } = this.#tokens.next();
      if (end === 'eof') throw new ConfigError('unexpected end of file, expecting "}"', this.#tokens.line);
      if (end === '{' && name !== 'upstream') throw new ConfigError('unexpected "{"', this.#tokens.line);
      depth += end === '{' ? 1 : end === '}' ? -1 : 0;
    }
  }
}

/** Hands what a block leaves out down from the outer one. */
function inherit(outer: Block): void {
  for (const block of outer.locations) {
    block.root ??= outer.root;
    block.index ??= outer.index;
    block.errorPages ??= outer.errorPages;
    block.internal ??= outer.internal;
    block.absoluteRedirect ??= outer.absoluteRedirect;
    block.portInRedirect ??= outer.portInRedirect;
    block.recursiveErrorPages ??= outer.recursiveErrorPages;
    inherit(block);
  }
}

/** Whether the text has a block `server { … }` of its own, rather than being the content of one. */
function isWhole(text: string): boolean {
  const tokens = new Tokens(text);
  let depth = 0;
  try {
    for (;;) {
      const { end, words } = tokens.next();
      if (depth === 0 && end === '{' && words[0] === 'server') return true;
      if (end === 'eof') return false;
      depth += end === '{' ? 1 : end === '}' ? -1 : 0;
    }
  } catch {
    return false;
  }
}

/**
 * Reads the content of a `server` block, or a text with a whole `server { … }` (the first one counts).
 * @param text the configuration, as bytes
 * @throws {ConfigError} what `nginx -t` would say
 */
export function readConfig(text: string): Server {
  return new Reader(text).read(isWhole(text));
}
