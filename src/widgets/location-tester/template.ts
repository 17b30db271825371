import { ConfigError } from './errors.ts';

/** A piece of a text with variables: as written, a variable's name, a capture's number, or where arguments begin. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'capture'; readonly n: number }
  | { readonly is: 'arguments' };

/** A compiled text with variables (`ngx_http_script_compile`). */
export interface Template {
  readonly source: string;
  readonly pieces: readonly Piece[];
  /** It has variables or captures. */
  readonly dynamic: boolean;
  /** A `?` stands in its literal part. */
  readonly hasArguments: boolean;
}

/**
 * Compiles a text with variables.
 * @param splitArguments whether the first `?` separates arguments, as in `rewrite`
 * @param seen is told each variable's name
 */
export function compileTemplate(source: string, line: number, seen: (name: string) => void, splitArguments = false): Template {
  const pieces: Piece[] = [];
  let split = splitArguments;
  let hasArguments = false;
  let i = 0;
  while (i < source.length) {
    if (source[i] === '$') {
      i += 1;
      const byte = source[i] ?? '';
      if (/[1-9]/.test(byte)) {
        pieces.push({ is: 'capture', n: Number(byte) });
        i += 1;
        continue;
      }
      const bracket = byte === '{';
      if (bracket) i += 1;
      const name = /^\w*/.exec(source.slice(i))?.[0] ?? '';
      if (i === source.length) throw new ConfigError('invalid variable name', line);
      i += name.length;
      if (bracket) {
        if (source[i] !== '}') throw new ConfigError(`the closing bracket in "${name}" variable is missing`, line);
        i += 1;
      }
      if (name === '') throw new ConfigError('invalid variable name', line);
      const lower = name.toLowerCase();
      seen(lower);
      pieces.push({ is: 'variable', name: lower });
      continue;
    }
    if (source[i] === '?' && split) {
      pieces.push({ is: 'arguments' });
      split = false;
      hasArguments = true;
      i += 1;
      continue;
    }
    const stop = split ? /[$?]/ : /\$/;
    const rest = source.slice(i);
    const length = rest.search(stop);
    const text = length < 0 ? rest : rest.slice(0, length);
    if (text.includes('?')) hasArguments = true;
    pieces.push({ is: 'text', text });
    i += text.length;
  }
  return { source, pieces, dynamic: source.includes('$'), hasArguments };
}
