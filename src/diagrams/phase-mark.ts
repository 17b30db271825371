import type { Phase } from './phases.ts';
import { round, shape, type Shape } from './shape.ts';

/** The marks of the hop strip, on a field of 22 by 22 around the middle. */
const outlines: Partial<Record<Phase, readonly (readonly [number, number])[]>> = {
  accept: [[-8.5, -8.5], [8.5, -8.5], [8.5, 8.5], [-8.5, 8.5]],
  translate: [[0, -10.2], [10.2, 0], [0, 10.2], [-10.2, 0]],
  process: [[0, -10.5], [9.2, -5.2], [9.2, 5.2], [0, 10.5], [-9.2, 5.2], [-9.2, -5.2]],
};

const scale = 0.6;

/** A phase as a shape: circle, square, diamond, hexagon; a small circle for what belongs to none. */
export function phaseMark(phase: Phase, x: number, y: number): Shape {
  const corners = outlines[phase];
  if (!corners) return shape('circle', { class: `mark ${phase}`, cx: x, cy: y, r: phase === 'reach' ? 9 * scale : 3 });
  const points = corners.map(([dx, dy]) => `${round(x + dx * scale)},${round(y + dy * scale)}`).join(' ');
  return shape('polygon', { class: `mark ${phase}`, points });
}
