import { columns } from '../lib/columns.ts';
import { written, type Row } from './check.ts';
import type { Measured } from './measure-site.ts';
import { bodies, headersOf, kinds } from './sent.ts';

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

/** All that was measured, as text. Sizes are in kB (1,000 bytes), compressed as they are sent; times in milliseconds. */
export function measureTable({ machine, conditions, rows, offline }: Measured): string {
  const { cpu, down, latency, viewport } = conditions;
  const loaded = rows.filter(({ subject, loads }) => (subject === 'home' || subject === 'chapter') && loads > 0);
  const weighed = rows.filter(({ subject, loads }) => subject === 'chapter' && loads === 0);
  const acts = rows.filter(({ subject }) => ['next chapter', 'quiz', 'exercise', 'search'].includes(subject));
  const explorers = rows.filter(({ subject }) => subject === 'explorer');
  return [
    `${machine.processor}, ${machine.cores} cores; Node ${machine.node}, ${machine.browser}.`,
    `Processor ${cpu} times slower, ${down / 1000} Mbit/s, ${latency} ms, window ${viewport.width} × ${viewport.height}. Times are the best of the loads, medians in brackets.`,
    '',
    lines(
      ['First visit', ...kinds.filter((kind) => kind !== 'other'), 'all', 'no fonts', 'headers', 'requests', 'elements', 'loads'],
      [...loaded, ...weighed].map((row) => [row.path, ...kinds.filter((kind) => kind !== 'other').map((kind) => kB(bodies(row.files, [kind]))), kB(bodies(row.files)), kB(bodies(row.files) - bodies(row.files, ['font'])), row.loads > 0 ? kB(headersOf(row.files)) : '', String(row.files.length), String(row.figures.elements ?? ''), String(row.loads)]),
    ),
    '',
    lines(
      ['First visit', 'largest paint', 'first drawing', 'blocking', 'shift'],
      loaded.map((row) => [row.path, ...(['largest', 'drawing', 'blocking'] as const).map((figure) => time(row, figure)), written(row.figures.shift ?? 0, 'shift')]),
    ),
    '',
    lines(['Then', 'from', 'kB', 'files', 'ms'], acts.map((row) => [row.subject, row.path, kB(bodies(row.files)), String(row.files.length), time(row, 'milliseconds')])),
    '',
    lines(['Explorer', 'script kB', 'files'], explorers.map((row) => [row.path, kB(row.figures.scripts ?? 0), String(row.files.length)])),
    '',
    lines(['Offline copy', 'files', 'MB sent', 'MB kept'], (['site', 'python'] as const).map((part) => [part, String(offline[part].files), (offline[part].sent / 1e6).toFixed(2), (offline[part].kept / 1e6).toFixed(2)])),
  ].join('\n');
}

function time(row: Row, figure: 'largest' | 'drawing' | 'blocking' | 'milliseconds'): string {
  const value = row.figures[figure];
  if (value === undefined) return '';
  const median = row.medians?.[figure];
  return row.loads > 1 && median !== undefined ? `${Math.round(value)} (${Math.round(median)})` : String(Math.round(value));
}

/** Names and addresses to the left, numbers to the right. */
function lines(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return columns(head, rows, [...head.keys()].filter((i) => i === 0 || rows.some((row) => row[i]?.startsWith('/'))));
}
