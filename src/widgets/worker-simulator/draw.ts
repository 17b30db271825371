import type { Bar, Step, Timeline } from './timeline.ts';

/** Pixels: heights of lanes, by how many a worker has. */
const laneHeight = (lanes: number): number => (lanes <= 4 ? 22 : lanes <= 12 ? 16 : lanes <= 40 ? 7 : 4);
const waitingHeight = 48;

const percent = (part: number): string => `${(Math.round(part * 1e4) / 100).toFixed(2)}%`;
const svg = (height: number, content: string, name = ''): string => `<svg${name && ` class="${name}"`} width="100%" height="${height}" aria-hidden="true" focusable="false">${content}</svg>`;
const rect = (name: string, from: number, to: number, y: number, height: number): string => `<rect class="${name}" x="${percent(from)}" width="${percent(Math.max(0, to - from))}" y="${y}" height="${height}"/>`;

/** The lanes of one worker as SVG markup, made of numbers only. */
export function drawWorker({ lanes, bars }: Timeline['workers'][number]): string {
  const height = laneHeight(lanes);
  const bar = ({ id, lane, from, turn, to, outcome }: Bar): string => {
    const y = lane * height;
    const isBad = outcome !== 'answered';
    const parts = `${rect('wait', from, to, y + 1, height - 2)}${rect('cpu', from, turn, y + 1, height - 2)}${isBad ? rect('bad', from, to, y + 1, height - 2) : ''}`;
    const isWide = height >= 14 && to - from > (id > 99 ? 0.09 : 0.065);
    // Text on dark computing has its own colour.
    const name = isBad ? 'no' : turn - from > (to - from) / 2 ? 'on' : '';
    return `${parts}${isWide ? `<text class="${name}" x="${percent((from + to) / 2)}" y="${y + height / 2 + 4}" text-anchor="middle">${isBad ? '×' : ''}${id}</text>` : ''}`;
  };
  return svg(lanes * height, bars.map(bar).join(''));
}

/** How many wait, as SVG markup: in the system's queue below, accepted and not begun above. */
export function drawWaiting({ steps, mostWaiting }: Timeline): string {
  const unit = waitingHeight / Math.max(1, mostWaiting);
  const column = ({ at, queued, inside }: Step, i: number): string => {
    const to = steps[i + 1]?.at ?? at;
    const part = (name: string, count: number, below: number): string => (count ? rect(name, at, to, Math.round((waitingHeight - (below + count) * unit) * 100) / 100, Math.round(count * unit * 100) / 100) : '');
    return part('queued', queued, 0) + part('inside', inside, queued);
  };
  return svg(waitingHeight, steps.map(column).join(''), 'waiting');
}

/** The axis as SVG markup: some round numbers of seconds. */
export function drawAxis({ seconds }: Timeline): string {
  const rough = seconds / 4;
  const size = 10 ** Math.floor(Math.log10(rough || 1));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((candidate) => candidate >= rough) ?? size;
  const count = seconds > 0 ? Math.floor(seconds / step + 1e-9) : 0;
  const ticks = Array.from({ length: count + 1 }, (_, i) => {
    const part = seconds > 0 ? (i * step) / seconds : 0;
    const anchor = part === 0 ? 'start' : part > 0.93 ? 'end' : 'middle';
    return `<line x1="${percent(part)}" x2="${percent(part)}" y1="0" y2="6"/><text x="${percent(part)}" y="20" text-anchor="${anchor}">${Number((i * step).toPrecision(3))} s</text>`;
  });
  return svg(24, ticks.join(''), 'axis');
}
