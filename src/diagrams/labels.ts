import { shape, type Shape } from './shape.ts';

/** From one line of text to the next. */
export const lineHeight = 17;

/** From the middle of a line of text down to its baseline. */
export const middle = 4.8;

/** Lines of text whose last baseline is at `y`. */
export function textAbove(lines: readonly string[], x: number, y: number, className: string): readonly Shape[] {
  return lines.map((line, i) => shape('text', { class: className, x, y: y - (lines.length - 1 - i) * lineHeight }, [line]));
}

/** Lines of text set around the middle `y`. */
export function textAround(lines: readonly string[], x: number, y: number, className: string): readonly Shape[] {
  return textAbove(lines, x, y + middle + ((lines.length - 1) / 2) * lineHeight, className);
}

/**
 * Breaks a label anew into as many lines as it has, all of about one length: mermaid fills each line in turn and may
 * leave a single word for the last one. Words in brackets stay together where they can.
 */
export function balance(lines: readonly string[]): readonly string[] {
  if (lines.length < 2) return lines;
  const text = lines.join(' ');
  const withBrackets = text.match(/\([^)]*\)\S*|\S+/g) ?? [];
  return breakInto(withBrackets.length < lines.length ? text.split(' ') : withBrackets, lines.length);
}

function breakInto(words: readonly string[], count: number): readonly string[] {
  if (count === 1) return [words.join(' ')];
  let best: readonly string[] = [words.join(' ')];
  for (let at = 1; at <= words.length - count + 1; at += 1) {
    const lines = [words.slice(0, at).join(' '), ...breakInto(words.slice(at), count - 1)];
    if (longest(lines) < longest(best)) best = lines;
  }
  return best;
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map(({ length }) => length));
}
