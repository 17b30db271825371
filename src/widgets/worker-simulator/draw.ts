import { shape, type Shape } from '../shared/drawing.ts';
import type { Bar, Step, Timeline } from './timeline.ts';

/** Pixels: heights of lanes, by how many a worker has. */
const laneHeight = (lanes: number): number => (lanes <= 4 ? 22 : lanes <= 12 ? 16 : lanes <= 40 ? 7 : 4);
const waitingHeight = 48;

const percent = (part: number): string => `${(Math.round(part * 1e4) / 100).toFixed(2)}%`;
const svg = (height: number, parts: readonly Shape[], name?: string): Shape => shape('svg', { ...(name && { class: name }), width: '100%', height, 'aria-hidden': 'true', focusable: 'false' }, ...parts);
const rect = (name: string, from: number, to: number, y: number, height: number): Shape => shape('rect', { class: name, x: percent(from), width: percent(Math.max(0, to - from)), y, height });

/** The lanes of one worker. */
export function drawWorker({ lanes, bars }: Timeline['workers'][number]): Shape {
  const height = laneHeight(lanes);
  const bar = ({ id, lane, from, turn, to, outcome }: Bar): readonly Shape[] => {
    const y = lane * height;
    const isBad = outcome !== 'answered';
    const parts = [rect('wait', from, to, y + 1, height - 2), rect('cpu', from, turn, y + 1, height - 2), ...(isBad ? [rect('bad', from, to, y + 1, height - 2)] : [])];
    const isWide = height >= 14 && to - from > (id > 99 ? 0.09 : 0.065);
    // Text on dark computing has its own colour.
    const name = isBad ? 'no' : turn - from > (to - from) / 2 ? 'on' : '';
    const text = shape('text', { class: name, x: percent((from + to) / 2), y: y + height / 2 + 4, 'text-anchor': 'middle' }, `${isBad ? '×' : ''}${id}`);
    return isWide ? [...parts, text] : parts;
  };
  return svg(lanes * height, bars.flatMap(bar));
}

/** How many wait: in the system's queue below, accepted and not begun above. */
export function drawWaiting({ steps, mostWaiting }: Timeline): Shape {
  const unit = waitingHeight / Math.max(1, mostWaiting);
  const column = ({ at, queued, inside }: Step, i: number): readonly Shape[] => {
    const to = steps[i + 1]?.at ?? at;
    const part = (name: string, count: number, below: number): readonly Shape[] => (count ? [rect(name, at, to, Math.round((waitingHeight - (below + count) * unit) * 100) / 100, Math.round(count * unit * 100) / 100)] : []);
    return [...part('queued', queued, 0), ...part('inside', inside, queued)];
  };
  return svg(waitingHeight, steps.flatMap(column), 'waiting');
}

/** The axis: some round numbers of seconds. */
export function drawAxis({ seconds }: Timeline): Shape {
  const rough = seconds / 4;
  const size = 10 ** Math.floor(Math.log10(rough || 1));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((candidate) => candidate >= rough) ?? size;
  const count = seconds > 0 ? Math.floor(seconds / step + 1e-9) : 0;
  const ticks = Array.from({ length: count + 1 }, (_, i) => {
    const part = seconds > 0 ? (i * step) / seconds : 0;
    const anchor = part === 0 ? 'start' : part > 0.93 ? 'end' : 'middle';
    const x = percent(part);
    return [shape('line', { x1: x, x2: x, y1: 0, y2: 6 }), shape('text', { x, y: 20, 'text-anchor': anchor }, `${Number((i * step).toPrecision(3))} s`)];
  });
  return svg(24, ticks.flat(), 'axis');
}
