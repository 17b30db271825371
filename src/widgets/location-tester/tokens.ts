import { ConfigError } from './errors.ts';

/** One directive's words and where it ended: by `;`, by `{`; or the end of a block or of the text. */
export interface Statement {
  readonly end: ';' | '{' | '}' | 'eof';
  readonly words: readonly string[];
  /** The line on which it ended, which is the one that Nginx names; the first word's line. Counted from 1. */
  readonly line: number;
  readonly startLine: number;
}

const space = (byte: string): boolean => byte === ' ' || byte === '\t' || byte === '\r' || byte === '\n';

/** Takes the backslashes out of a word, as Nginx does: `\"`, `\'`, `\\`, `\t`, `\r`, `\n`; any other stays. */
function unquoted(raw: string): string {
  return raw.replace(/\\(["'\\trn])/g, (_, next: string) => ({ t: '\t', r: '\r', n: '\n' })[next] ?? next);
}

/** Reads a configuration statement by statement: `ngx_conf_read_token` (src/core/ngx_conf_file.c). */
export class Tokens {
  readonly #text: string;
  #at = 0;
  line = 1;

  /** @param text the configuration, as bytes */
  constructor(text: string) {
    this.#text = text;
  }

  /** The next statement. Throws a {@link ConfigError} in the words of Nginx. */
  next(): Statement {
    const words: string[] = [];
    let startLine = this.line;
    const done = (end: Statement['end']): Statement => ({ end, words, line: this.line, startLine });
    let lastSpace = true;
    let needSpace = false;
    let comment = false;
    let variable = false;
    let skip = false;
    let quote = '';
    let start = 0;

    for (;;) {
      if (this.#at >= this.#text.length) {
        if (words.length > 0 || !lastSpace) throw new ConfigError('unexpected end of file, expecting ";" or "}"', this.line);
        return done('eof');
      }
      const byte = this.#text[this.#at] ?? '';
      this.#at += 1;
      if (byte === '\n') {
        this.line += 1;
        comment = false;
      }
      if (comment) continue;
      if (skip) {
        skip = false;
        continue;
      }
      if (needSpace) {
        needSpace = false;
        if (space(byte)) {
          lastSpace = true;
          continue;
        }
        if (byte === ';' || byte === '{') return done(byte);
        if (byte !== ')') throw new ConfigError(`unexpected "${byte}"`, this.line);
        lastSpace = true;
      }
      if (lastSpace) {
        start = this.#at - 1;
        if (space(byte)) continue;
        if (words.length === 0) startLine = this.line;
        if (byte === ';' || byte === '{') {
          if (words.length === 0) throw new ConfigError(`unexpected "${byte}"`, this.line);
          return done(byte);
        }
        if (byte === '}') {
          if (words.length > 0) throw new ConfigError('unexpected "}"', this.line);
          return done('}');
        }
        if (byte === '#') {
          comment = true;
          continue;
        }
        lastSpace = false;
        if (byte === '\\') skip = true;
        else if (byte === '"' || byte === "'") {
          quote = byte;
          start += 1;
        } else if (byte === '$') variable = true;
        continue;
      }
      if (byte === '{' && variable) continue;
      variable = false;
      if (byte === '\\') {
        skip = true;
        continue;
      }
      if (byte === '$') {
        variable = true;
        continue;
      }
      if (quote !== '') {
        if (byte !== quote) continue;
        quote = '';
        needSpace = true;
      } else if (space(byte) || byte === ';' || byte === '{') {
        lastSpace = true;
      } else continue;
      words.push(unquoted(this.#text.slice(start, this.#at - 1)));
      if (!needSpace && (byte === ';' || byte === '{')) return done(byte);
    }
  }
}
