import { stations, type Hop, type Phase } from '../lib/hops.ts';
import { lightColours } from './colours.ts';
import { breakLines, Outliner } from './outline.ts';

/** What a social card says. */
export interface Card {
  readonly title: string;
  /** Small line above the title. */
  readonly kicker: string;
  /** Lit station. */
  readonly hop: Hop;
}

const width = 1200;
const height = 630;
const left = 80;
/** Height of the way out, and of the way back under it. */
const out = 500;
const back = 548;

const shapes: Readonly<Record<Exclude<Phase, 'plain' | 'back'>, string>> = {
  reach: '<circle r="15"/>',
  accept: '<rect x="-14" y="-14" width="28" height="28"/>',
  translate: '<path d="M0-19 19 0 0 19-19 0z"/>',
  process: '<path d="M0-18 15.6-9V9L0 18-15.6 9V-9z"/>',
};

let literata: Outliner | undefined;

/** A page's card as SVG of 1200 × 630 px: name, title, and the way of the request with the page's stop lit. */
export function cardSvg(card: Card, siteName: string): string {
  literata ??= new Outliner('src/styles/fonts/literata-latin.woff2');
  const font = literata;
  const colour = lightColours();
  const line = (text: string, size: number, x: number, y: number, fill: string): string =>
    `<g transform="translate(${x} ${y})" fill="${fill}">${font.set(text, size).svg}</g>`;

  const size = font.width(card.title, 84) > 3 * (width - 2 * left) * 0.9 ? 68 : 84;
  const lines = breakLines(card.title, (text) => font.width(text, size), width - 2 * left);
  const top = 300 - (lines.length - 1) * size * 0.5;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    brand(colour),
    line(siteName, 34, left + 84, 92, colour('ink')),
    card.kicker && line(card.kicker, 34, width - left - font.width(card.kicker, 34), 92, colour('ink-2')),
    ...lines.map((text, i) => line(text, size, left - 4, top + i * size * 1.1, colour('ink'))),
    route(card.hop, colour),
    '</svg>',
  ].join('');
}

function brand(colour: (token: string) => string): string {
  return `<g transform="translate(${left} 60) scale(2)" fill="none"><path d="M5 10H23" stroke="${colour('reach-line')}" stroke-width="4"/><path d="M23 10h3a5 5 0 0 1 0 10H5" stroke="${colour('return-line')}" stroke-width="2.5"/><circle cx="6" cy="10" r="3.6" fill="${colour('paper')}" stroke="${colour('ink')}" stroke-width="2.4"/></g>`;
}

/** Two tracks: out, thick and coloured by phase; back, thin and violet. */
function route(hop: Hop, colour: (token: string) => string): string {
  const step = (width - 2 * left - 80) / (stations.length - 1);
  const x = (i: number): number => left + 40 + i * step;
  const tracks = stations.map(({ phase }, i) => {
    const from = i === 0 ? x(0) : x(i) - step / 2;
    const to = i === stations.length - 1 ? x(i) : x(i) + step / 2;
    return `<path d="M${from} ${out}H${to}" stroke="${colour(`${phase}-line`)}" stroke-width="10"/>`;
  });
  const last = x(stations.length - 1);
  const radius = (back - out) / 2;
  const loop = `<path d="M${last} ${out}h16a${radius} ${radius} 0 0 1 0 ${2 * radius}H${x(0) - 16}a${radius} ${radius} 0 0 1 0-${2 * radius}h2" stroke="${colour('return-line')}" stroke-width="${hop === 'back' ? 10 : 5}"/>`;
  const marks = stations.map(({ id, phase }, i) => {
    const isLit = id === hop;
    const line = colour(`${phase}-line`);
    const ring = isLit ? `<circle r="31" fill="${colour('paper')}" stroke="${line}" stroke-width="6"/>` : '';
    return `<g transform="translate(${x(i)} ${out})">${ring}<g fill="${isLit ? line : colour('paper')}" stroke="${line}" stroke-width="6">${shapes[phase]}</g></g>`;
  });
  return `<g fill="none">${loop}${tracks.join('')}</g>${marks.join('')}`;
}
