import { fill } from '../shared/format.ts';
import { mostAtOnce, type Run, type Served } from './model.ts';
import type { Settings } from './settings.ts';
import type { Strings } from './strings.ts';

/** A number as it is read: three digits, none that say nothing. */
export const short = (value: number): string => String(Number(value.toPrecision(3)));

/** The sentences about a run; the first is the result. */
export function sentences({ requests, total, answered, throughput, little, longestQueue, shares }: Run, { timeout, workers, count, kind }: Settings, text: Strings): readonly string[] {
  const seconds = (value: number): string => fill(text.seconds, { n: short(value) });
  const inside = mostAtOnce(requests.map(({ taken, start, finish }) => [taken, start ?? finish]));
  const failed = (['killed', 'lost'] as const).flatMap((outcome) => {
    const n = requests.filter((one) => one.outcome === outcome).length;
    return n ? [fill(text.failed[outcome], { n, timeout: seconds(timeout) })] : [];
  });
  const last = answered < count ? text.lastOfAll : count === 1 ? text.oneVisitor : text.last;
  return [
    fill(last, { count, total: seconds(total), mean: seconds(little.time) }),
    ...failed,
    ...(answered ? [fill(text.throughput, { n: short(throughput) })] : []),
    longestQueue + inside === 0 ? text.noQueue : fill(text.queue, { queued: longestQueue, inside }),
    ...(workers > 1 && kind !== 'sync' ? [fill(text.shares, { shares: shares.join(' + ') })] : []),
  ];
}

/** Little's law with the numbers of a run. */
export function law({ little: { rate, time, inside } }: Run, text: Strings): string {
  return fill(text.law, { rate: short(rate), time: fill(text.seconds, { n: short(time) }), inside: short(inside) });
}

/** The cells of a request's row. */
export function cells({ id, arrival, worker, taken, start, finish, outcome }: Served, text: Strings): readonly string[] {
  const moment = (value: number | null): string => (value === null ? '–' : fill(text.seconds, { n: (Math.round(value * 1000) / 1000).toString() }));
  return [String(id), moment(arrival), String(worker + 1), moment(taken), moment(start), moment(finish), text.outcomes[outcome]];
}

/** A setting as it stands beside its slider. */
export function shown(name: keyof Settings, value: number, text: Strings): string {
  if (name === 'slowEvery') return value ? fill(text.everyNth, { n: value }) : text.none;
  if (name === 'timeout' && value === 0) return text.none;
  return ['wait', 'cpu', 'every', 'timeout', 'slowWait'].includes(name) ? fill(text.seconds, { n: short(value) }) : String(value);
}
