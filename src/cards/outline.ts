import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';

/** Text that has become drawing: no font is needed where it is shown or turned into pixels. */
export interface Outline {
  /** SVG paths, with their origin at the left end of the baseline. */
  readonly svg: string;
  readonly width: number;
}

/** Letters are set a little tighter in large sizes. */
const tracking = -0.012;

/** A font file, ready to set text as outlines. */
export class Outliner {
  readonly #font: Font;

  /** @param file path of a TTF, WOFF or WOFF2 */
  constructor(file: string) {
    const font = create(readFileSync(file));
    if (font.isCollection) throw new Error(`${file} holds several fonts; name a file with one`);
    this.#font = font;
  }

  /** Width of a line of text in pixels. */
  width(text: string, size: number): number {
    const units = [...text].reduce((sum, letter) => sum + this.#glyph(letter).advanceWidth, 0);
    return (units / this.#font.unitsPerEm) * size + tracking * size * [...text].length;
  }

  /** Sets one line. */
  set(text: string, size: number): Outline {
    const scale = size / this.#font.unitsPerEm;
    let x = 0;
    let svg = '';
    for (const letter of text) {
      const glyph = this.#glyph(letter);
      const path = glyph.path.scale(scale, -scale).translate(x, 0).toSVG();
      if (path) svg += `<path d="${path.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100))}"/>`;
      x += glyph.advanceWidth * scale + tracking * size;
    }
    return { svg, width: x };
  }

  #glyph(letter: string): ReturnType<Font['glyphForCodePoint']> {
    return this.#font.glyphForCodePoint(letter.codePointAt(0) ?? 32);
  }
}

/**
 * Breaks text into the fewest lines that fit, as equal in length as they can be.
 * @param measure width of a line
 * @param most width that a line may have
 */
export function breakLines(text: string, measure: (line: string) => number, most: number): readonly string[] {
  const greedy = fill(text, measure, most);
  // The narrowest measure that needs no further line gives the most even ones.
  let best = greedy;
  for (let width = most * 0.98; width > most * 0.4; width *= 0.98) {
    const lines = fill(text, measure, width);
    if (lines.length > greedy.length) break;
    best = lines;
  }
  return best;
}

function fill(text: string, measure: (line: string) => number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
