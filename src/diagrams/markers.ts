import { shape, type Shape } from './shape.ts';
import type { Phase } from './phases.ts';

/** `ask`: a filled head; `ans`: an open one; `lost`: a cross; `dot`: a circle. */
export type Head = 'ask' | 'ans' | 'lost' | 'dot';

/** How far a head stands beyond the end of its line, in px; mermaid stops the lines of messages so much earlier. */
export const headReach = 4;

/** The ends of lines that a drawing uses, made once each. */
export class Markers {
  readonly #prefix: string;
  readonly #made = new Map<string, Shape>();

  /** @param prefix beginning of every id, such as `d0123456789abcdef` */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Value for `marker-end` or `marker-start` of a line that ends {@link headReach} before what it points at. */
  use(head: Head, phase: Phase): string {
    const id = `${this.#prefix}-${head}-${phase}`;
    if (!this.#made.has(id)) this.#made.set(id, marker(id, head, phase));
    return `url(#${id})`;
  }

  /** The definitions; nothing when no line has a head. */
  definitions(): readonly Shape[] {
    const made = [...this.#made.keys()].sort().flatMap((id) => this.#made.get(id) ?? []);
    return made.length ? [shape('defs', {}, made)] : [];
  }
}

const outlines: Readonly<Record<Head, Shape>> = {
  ask: shape('path', { class: 'head', d: 'M0 .5 9 5 0 9.5z' }),
  ans: shape('path', { class: 'chevron', d: 'M1 1 8.5 5 1 9' }),
  lost: shape('path', { class: 'chevron', d: 'M1 1 9 9M9 1 1 9' }),
  dot: shape('circle', { class: 'head', cx: 5, cy: 5, r: 4 }),
};

function marker(id: string, head: Head, phase: Phase): Shape {
  const tip = head === 'lost' ? 5 : 9;
  const size = { markerWidth: 10, markerHeight: 10, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse' };
  return shape('marker', { id, class: phase, viewBox: '0 0 10 10', refX: tip - headReach, refY: 5, ...size }, [outlines[head]]);
}
