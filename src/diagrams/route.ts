import { round } from './shape.ts';

/** A corner or end of a way. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How round corners are, as on the route map. */
const radius = 8;

/** A sideways step shorter than this is a trace of the layout, not a turn. */
const jog = 7;

/**
 * Path data of a way along its corners: tiny sidesteps are straightened, corners are round.
 * @param short px to leave free at the beginning and at the end, for heads
 */
export function routePath(corners: readonly Point[], short: { readonly start: number; readonly end: number }): string {
  const points = straighten(corners);
  const last = points.length - 1;
  const trimmed = points.map((point, i) => {
    const next = points[i === 0 ? 1 : last - 1];
    const free = i === 0 ? short.start : i === last ? short.end : 0;
    return next && free ? towards(point, next, free) : point;
  });
  return trimmed.map((point, i) => step(point, trimmed[i - 1], trimmed[i + 1])).join('');
}

function step(point: Point, before: Point | undefined, after: Point | undefined): string {
  if (!before) return `M${write(point)}`;
  if (!after) return `L${write(point)}`;
  const cut = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
  return `L${write(towards(point, before, cut))}Q${write(point)} ${write(towards(point, after, cut))}`;
}

/** Takes out tiny steps between two parallel lines: the shorter line moves to the longer one. */
function straighten(corners: readonly Point[]): readonly Point[] {
  const points = turns(corners).map((point) => ({ ...point }));
  for (let i = 1; i + 2 < points.length; i += 1) {
    const [before, from, to, after] = points.slice(i - 1, i + 3);
    if (!before || !from || !to || !after) continue;
    for (const [along, across] of [['y', 'x'], ['x', 'y']] as const) {
      const isStep = same(before[across], from[across]) && same(from[along], to[along]) && same(to[across], after[across]);
      if (!isStep || Math.abs(from[across] - to[across]) >= jog) continue;
      const firstIsShorter = distance(before, from) < distance(to, after);
      if (firstIsShorter) before[across] = from[across] = to[across];
      else to[across] = after[across] = from[across];
    }
  }
  return turns(points);
}

/** The points without those that the way passes straight. */
function turns(points: readonly Point[]): readonly Point[] {
  return points.filter((point, i) => !isOnTheWay(points[i - 1], point, points[i + 1]));
}

/** True for a point that the way passes straight. */
function isOnTheWay(before: Point | undefined, point: Point, after: Point | undefined): boolean {
  if (!before || !after) return false;
  const turn = (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x);
  return Math.abs(turn) < 0.5;
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.1;
}

function write({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}
