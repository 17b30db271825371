import { graphShapes } from './graph.ts';
import { balance } from './labels.ts';
import { Markers } from './markers.ts';
import { sequenceShapes, type Break } from './sequence.ts';
import { everything, serialise, shape, textOf, type Shape } from './shape.ts';
import { describe } from './source.ts';

/** Edges of a drawing, in its own px. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes a drawing of what mermaid drew: the same places and words, with classes of diagrams.css for every colour and
 * line, ids that begin with the drawing's key, and a title and description for screen readers.
 * @param svg mermaid's drawing
 * @param key the diagram's key
 * @param source the diagram's source, for its title and description
 * @throws Error when mermaid drew something that the project's style does not know
 */
export function rewrite(svg: Shape, key: string, source: string): Shape {
  const { title, descr } = describe(source);
  const prefix = `d${key}`;
  const markers = new Markers(prefix);
  // Lines that the author broke stay as they are.
  const breakLines: Break = /<br\b/.test(source) ? (lines) => lines : balance;
  const isSequence = svg.attributes['aria-roledescription'] === 'sequence';
  const shapes = isSequence ? sequenceShapes(svg, markers, breakLines) : graphShapes(svg, markers);
  mustKeepWords(svg, shapes);
  return shape('svg', { xmlns: 'http://www.w3.org/2000/svg', class: 'dg', role: 'img', 'aria-labelledby': `${prefix}-t ${prefix}-d` }, [
    shape('title', { id: `${prefix}-t` }, [title]),
    shape('desc', { id: `${prefix}-d` }, [descr]),
    ...markers.definitions(),
    ...shapes,
  ]);
}

/** Writes a drawing at its natural size, cut to its bounds. */
export function writeDrawing(drawing: Shape, bounds: Bounds): string {
  const [x, y] = [Math.floor(bounds.x - 2), Math.floor(bounds.y - 2)];
  const width = Math.ceil(bounds.x + bounds.width + 2) - x;
  const height = Math.ceil(bounds.y + bounds.height + 2) - y;
  const { xmlns, ...attributes } = drawing.attributes;
  const size = { xmlns, viewBox: `${x} ${y} ${width} ${height}`, width, height };
  return `${serialise(shape('svg', { ...size, ...attributes }, drawing.children))}\n`;
}

/** A word that mermaid drew and the project's style left out would be lost without notice. */
function mustKeepWords(svg: Shape, shapes: readonly Shape[]): void {
  const kept = squeeze(shapes.flatMap((node) => [...everything(node)]).filter(({ tag }) => tag === 'text').map(textOf));
  const rows = [...everything(svg)].filter(({ tag, children }) => tag === 'tspan' && children.every((child) => typeof child === 'string'));
  for (const word of rows.map((row) => squeeze([textOf(row)]))) {
    if (!kept.includes(word)) throw new Error(`mermaid drew the words \`${word}\`, and the project's style has no place for them; write the diagram in another way`);
  }
}

function squeeze(texts: readonly string[]): string {
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}
