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
