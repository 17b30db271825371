import { classSet, escapeSets, posixSet } from './regex-sets.ts';
import type { ByteSet } from './regex-sets.ts';

/** A node of a parsed regular expression. */
export type Node =
  | { readonly is: 'set'; readonly set: ByteSet }
  | { readonly is: 'at'; readonly where: 'start' | 'end' | 'line-start' | 'line-end' | 'very-end' | 'word' | 'no-word' }
  | { readonly is: 'seq'; readonly items: readonly Node[] }
  | { readonly is: 'alt'; readonly choices: readonly Node[] }
  | { readonly is: 'group'; readonly n: number; readonly body: Node }
  | { readonly is: 'atomic'; readonly body: Node }
  | { readonly is: 'look'; readonly wanted: boolean; readonly body: Node }
  | { readonly is: 'back'; readonly n: number; readonly caseless: boolean }
  | { readonly is: 'repeat'; readonly body: Node; readonly min: number; readonly max: number; readonly how: 'greedy' | 'lazy' | 'possessive' };

/** A parsed expression: its tree, the number of captures, the names of captures with their numbers. */
export interface ParsedRegex {
  readonly root: Node;
  readonly captures: number;
  readonly names: ReadonlyMap<string, number>;
}

/** PCRE refuses the expression: its message, and the offset that it names. */
export class RegexSyntaxError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** PCRE would accept the expression, but this part is not simulated. */
export class RegexFeatureError extends Error {
  readonly feature: string;

  constructor(feature: string) {
    super(`not simulated: ${feature}`);
    this.feature = feature;
  }
}

interface Flags {
  readonly caseless: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
}

const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', e: '\x1b', a: '\x07' };
const notRepeatable = 'quantifier does not follow a repeatable item';

/** Reads a PCRE expression (the common part of the language) over bytes. Throws one of the two errors above. */
export class RegexParser {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #captures = 0;
  readonly #names = new Map<string, number>();
  readonly #references: { readonly n: number | string; readonly offset: number }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** @param caseless whether letters match both cases (`~*`) */
  parse(caseless: boolean): ParsedRegex {
    const root = this.#alternatives({ caseless, dotAll: false, multiline: false });
    if (this.#at < this.#text.length) throw new RegexSyntaxError('unmatched closing parenthesis', this.#at);
    for (const { n, offset } of this.#references) {
      if (typeof n === 'string' ? !this.#names.has(n) : n > this.#captures) {
        throw new RegexSyntaxError('reference to non-existent subpattern', offset);
      }
    }
    return { root, captures: this.#captures, names: this.#names };
  }

  #peek(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#peek(text)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #alternatives(outer: Flags): Node {
    let flags = outer;
    const choices: Node[] = [];
    let items: Node[] = [];
    while (this.#at < this.#text.length && !this.#peek(')')) {
      if (this.#take('|')) {
        choices.push({ is: 'seq', items });
        items = [];
        continue;
      }
      const inline = this.#match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/y);
      if (inline) {
        flags = this.#withFlags(flags, inline[1] ?? '', inline[2] ?? '', inline[0]);
        continue;
      }
      if (this.#take('\\Q')) {
        const end = this.#text.indexOf('\\E', this.#at);
        const literal = this.#text.slice(this.#at, end < 0 ? undefined : end);
        this.#at = end < 0 ? this.#text.length : end + 2;
        for (const byte of literal) items.push({ is: 'set', set: classSet(byte, flags.caseless) });
        const last = items.pop();
        if (last) items.push(this.#repeated(last));
        continue;
      }
      if (this.#take('\\E')) continue;
      const item = this.#item(flags);
      if (item) items.push(this.#repeated(item));
    }
    choices.push({ is: 'seq', items });
    return choices.length === 1 ? { is: 'seq', items } : { is: 'alt', choices };
  }

  #withFlags(flags: Flags, on: string, off: string, text: string): Flags {
    const start = this.#text.lastIndexOf(text, this.#at);
    const unknown = /[^imsxnJU]/.exec(on + off);
    if (unknown) throw new RegexSyntaxError('unrecognized character after (? or (?-', this.#text.indexOf(unknown[0], start));
    if (/[xnJU]/.test(on + off)) throw new RegexFeatureError(text);
    const value = (letter: string, now: boolean): boolean => (off.includes(letter) ? false : on.includes(letter) || now);
    return { caseless: value('i', flags.caseless), multiline: value('m', flags.multiline), dotAll: value('s', flags.dotAll) };
  }

  #repeated(item: Node): Node {
    this.#match(/(?:\(\?#[^)]*\))*/y);
    const offset = this.#at;
    const found = this.#match(/[*+?]|\{(\d+)(?:(,)(\d*))?\}/y);
    if (!found) return item;
    const [text, low, comma, high] = found;
    const min = text === '+' ? 1 : Number(low ?? 0);
    let max = text === '?' ? 1 : Infinity;
    if (low !== undefined) max = comma === undefined ? min : high === '' ? Infinity : Number(high);
    if (min > 65535 || (max > 65535 && max !== Infinity)) {
      throw new RegexSyntaxError('number too big in {} quantifier', offset + (min > 65535 ? 1 + 5 : text.length - 1));
    }
    if (max < min) throw new RegexSyntaxError('numbers out of order in {} quantifier', this.#at - 1);
    const how = this.#take('?') ? 'lazy' : this.#take('+') ? 'possessive' : 'greedy';
    if (item.is === 'at') throw new RegexSyntaxError(notRepeatable, text.startsWith('{') ? offset + text.length - 1 : offset);
    // PCRE ignores repetition of an assertion other than "none" and "once"; leave that alone.
    if (item.is === 'look') throw new RegexFeatureError(`(?…)${text}`);
    return { is: 'repeat', body: item, min, max, how };
  }

  #item(flags: Flags): Node | undefined {
    const offset = this.#at;
    const byte = this.#text[this.#at] ?? '';
    if (/[*+?]/.test(byte) || this.#match(/\{\d+(?:,\d*)?\}/y)) throw new RegexSyntaxError(notRepeatable, byte === '{' ? this.#at - 1 : offset);
    this.#at += 1;
    switch (byte) {
      case '^':
        return { is: 'at', where: flags.multiline ? 'line-start' : 'start' };
      case '$':
        return { is: 'at', where: flags.multiline ? 'line-end' : 'end' };
      case '.':
        return { is: 'set', set: flags.dotAll ? classSet('', false, true) : classSet('\n', false, true) };
      case '[':
        return { is: 'set', set: this.#class(flags) };
      case '(':
        return this.#group(flags, offset);
      case '\\':
        return this.#escape(flags);
      default:
        return { is: 'set', set: classSet(byte, flags.caseless) };
    }
  }

  #group(flags: Flags, offset: number): Node | undefined {
    this.#depth += 1;
    if (this.#depth > 250) throw new RegexSyntaxError('parentheses are too deeply nested', this.#at);
    const close = <T>(body: T): T => {
      this.#depth -= 1;
      if (!this.#take(')')) throw new RegexSyntaxError('missing closing parenthesis', this.#text.length);
      return body;
    };
    const comment = this.#match(/\?#[^)]*/y);
    if (comment) {
      if (!this.#take(')')) throw new RegexSyntaxError('missing ) after (?# comment', this.#text.length);
      return undefined;
    }
    if (this.#take('?:')) return close(this.#alternatives(flags));
    if (this.#take('?>')) return close({ is: 'atomic', body: this.#alternatives(flags) });
    if (this.#take('?=')) return close({ is: 'look', wanted: true, body: this.#alternatives(flags) });
    if (this.#take('?!')) return close({ is: 'look', wanted: false, body: this.#alternatives(flags) });
    const reference = this.#match(/\?P=([A-Za-z_]\w*)(?=\))/y);
    if (reference) return close(this.#named(reference[1] ?? '', flags));
    const name = this.#match(/\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/y);
    if (name) return close(this.#capture(flags, name[1] ?? name[2] ?? ''));
    const inline = this.#match(/\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:/y);
    if (inline) return close(this.#alternatives(this.#withFlags(flags, inline[1] ?? '', inline[2] ?? '', `(${inline[0]}`)));
    if (this.#peek('?') || this.#peek('*')) {
      if (this.#at + 1 >= this.#text.length) throw new RegexSyntaxError('missing closing parenthesis', this.#text.length);
      throw new RegexFeatureError(this.#text.slice(offset, offset + 4));
    }
    return close(this.#capture(flags));
  }

  #capture(flags: Flags, name?: string): Node {
    this.#captures += 1;
    const n = this.#captures;
    if (name !== undefined) {
      if (this.#names.has(name)) {
        throw new RegexSyntaxError('two named subpatterns have the same name (PCRE2_DUPNAMES not set)', this.#at);
      }
      this.#names.set(name, n);
    }
    return { is: 'group', n, body: this.#alternatives(flags) };
  }

  #named(name: string, flags: Flags): Node {
    const n = this.#names.get(name);
    if (n === undefined) throw new RegexFeatureError(`(?P=${name})`);
    return { is: 'back', n, caseless: flags.caseless };
  }

  #escape(flags: Flags): Node {
    const byte = this.#text[this.#at];
    if (byte === undefined) throw new RegexSyntaxError('\\ at end of pattern', this.#at);
    const set = escapeSets[byte];
    if (set) {
      this.#at += 1;
      return { is: 'set', set };
    }
    const where = ({ b: 'word', B: 'no-word', A: 'start', z: 'very-end', Z: 'end' } as const)[byte];
    if (where) {
      this.#at += 1;
      return { is: 'at', where };
    }
    const number = this.#match(/[1-9]\d*/y);
    if (number) {
      const n = Number(number[0]);
      // From 10 on it may be an octal code instead, depending on the number of groups.
      if (n > 9) throw new RegexFeatureError(`\\${number[0]}`);
      this.#references.push({ n, offset: this.#at - 1 });
      return { is: 'back', n, caseless: flags.caseless };
    }
    const named = this.#match(/k(?:<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)'|\{([A-Za-z_]\w*)\})/y);
    if (named) return this.#named(named[1] ?? named[2] ?? named[3] ?? '', flags);
    return { is: 'set', set: classSet(this.#character(), flags.caseless) };
  }

  /** The byte that an escape stands for, in and outside of classes. The backslash has been read. */
  #character(): string {
    const hex = this.#match(/x(?:\{([0-9a-fA-F]{1,2})\}|([0-9a-fA-F]{0,2}))/y);
    if (hex) {
      if (this.#peek('{') && hex[0] === 'x') throw new RegexFeatureError('\\x{…}');
      return String.fromCharCode(Number.parseInt(hex[1] ?? hex[2] ?? '', 16) || 0);
    }
    const octal = this.#match(/0[0-7]{0,2}/y);
    if (octal) return String.fromCharCode(Number.parseInt(octal[0], 8));
    const byte = this.#text[this.#at] ?? '';
    this.#at += 1;
    if (/[^A-Za-z0-9]/.test(byte)) return byte;
    const simple = simpleEscapes[byte];
    if (simple !== undefined) return simple;
    if (/[jiyqmMFIJOTY]/.test(byte)) throw new RegexSyntaxError('unrecognized character follows \\', this.#at - 1);
    throw new RegexFeatureError(`\\${byte}`);
  }

  #class(flags: Flags): ByteSet {
    const negated = this.#take('^');
    const sets: ByteSet[] = [];
    let first = true;
    for (;;) {
      if (this.#at >= this.#text.length) throw new RegexSyntaxError('missing terminating ] for character class', this.#text.length);
      if (this.#peek(']') && !first) break;
      first = false;
      const posix = this.#match(/\[:(\^?)([a-z]+):\]/y);
      if (posix) {
        const set = posixSet(posix[2] ?? '', posix[1] === '^');
        if (!set) throw new RegexSyntaxError('unknown POSIX class name', this.#at - (posix[2] ?? '').length - 2);
        sets.push(set);
        this.#noRange();
        continue;
      }
      if (this.#match(/\[[.=]/y)) throw new RegexFeatureError('[[. .]]');
      if (this.#take('\\Q') || this.#take('\\E')) throw new RegexFeatureError('[\\Q…\\E]');
      const low = this.#classItem();
      if (typeof low !== 'string') {
        sets.push(low);
        this.#noRange();
        continue;
      }
      if (this.#peek('-') && this.#text[this.#at + 1] !== ']' && this.#at + 1 < this.#text.length) {
        this.#at += 1;
        const offset = this.#at;
        const high = this.#classItem();
        if (typeof high !== 'string' || /^\[:\w+:\]/.test(this.#text.slice(offset))) throw new RegexSyntaxError('invalid range in character class', this.#at);
        if (high < low) throw new RegexSyntaxError('range out of order in character class', this.#at - 1);
        let range = '';
        for (let code = low.charCodeAt(0); code <= high.charCodeAt(0); code += 1) range += String.fromCharCode(code);
        sets.push(classSet(range, flags.caseless));
      } else sets.push(classSet(low, flags.caseless));
    }
    this.#at += 1;
    return Array.from({ length: 256 }, (_, code) => sets.some((set) => set[code] === true) !== negated);
  }

  /** A set such as `\d` cannot begin a range. */
  #noRange(): void {
    const next = this.#text[this.#at + 1];
    if (this.#peek('-') && next !== undefined && next !== ']') throw new RegexSyntaxError('invalid range in character class', this.#at);
  }

  #classItem(): string | ByteSet {
    const byte = this.#text[this.#at] ?? '';
    this.#at += 1;
    if (byte !== '\\') return byte;
    const next = this.#text[this.#at];
    if (next === undefined) throw new RegexSyntaxError('\\ at end of pattern', this.#at);
    if (next === 'b') {
      this.#at += 1;
      return '\b';
    }
    const set = next === 'N' ? undefined : escapeSets[next];
    if (set) {
      this.#at += 1;
      return set;
    }
    if (/[1-9BRXN]/.test(next)) throw new RegexFeatureError(`[\\${next}]`);
    return this.#character();
  }
}
