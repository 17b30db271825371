import { columns } from '../../lib/columns.ts';
import type { BuildFigures } from './measure-build.ts';

/** How a figure grows from one size of the guide to the next. */
export interface Growth {
  readonly what: 'processor time' | 'time' | 'memory';
  /** What a chapter more costs between the two smaller guides, and between the two larger ones: seconds or MiB. */
  readonly early: number;
  readonly late: number;
  readonly isLinear: boolean;
}

/** A chapter more may cost so much more in the large guide than in the small one: what measuring scatters. */
const tolerance = 1.25;

/**
 * Whether time and memory grow no faster than linearly: what each further chapter costs is compared, so that what a
 * build costs before its first chapter hides nothing.
 * @param figures builds of three sizes, the smallest first
 * @throws RangeError when there are not three that grow
 */
export function growthOf(figures: readonly BuildFigures[]): readonly Growth[] {
  const [small, middle, large] = figures;
  if (!small || !middle || !large || small.chapters >= middle.chapters || middle.chapters >= large.chapters) {
    throw new RangeError('Growth is judged by three sizes, the smallest first.');
  }
  const grow = (what: Growth['what'], read: (of: BuildFigures) => number | undefined): readonly Growth[] => {
    const [a, b, c] = [read(small), read(middle), read(large)];
    if (a === undefined || b === undefined || c === undefined) return [];
    const early = (b - a) / (middle.chapters - small.chapters);
    const late = (c - b) / (large.chapters - middle.chapters);
    return [{ what, early, late, isLinear: late <= Math.max(early, 0) * tolerance }];
  };
  const cpu = grow('processor time', ({ cpuSeconds }) => cpuSeconds);
  // Other programs of the machine change the time by the clock, not the processor time.
  return [...(cpu.length > 0 ? cpu : grow('time', ({ seconds }) => seconds)), ...grow('memory', ({ peakMiB }) => peakMiB)];
}

/** The table of `npm run bench:build`. */
export function growthTable(figures: readonly BuildFigures[]): string {
  const head = ['chapters', 'seconds', 'processor s', 'peak MiB', 's a chapter', 'processor s a chapter'];
  const number = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? 'not told';
  const rows = figures.map(({ chapters, seconds, cpuSeconds, peakMiB }) => [
    String(chapters),
    number(seconds, 1),
    number(cpuSeconds, 1),
    number(peakMiB, 0),
    number(seconds / chapters, 3),
    number(cpuSeconds === undefined ? undefined : cpuSeconds / chapters, 3),
  ]);
  return columns(head, rows);
}

/** A growth in a sentence. */
export function growthSentence({ what, early, late, isLinear }: Growth): string {
  const unit = what === 'memory' ? 'MiB' : 's';
  const grows = isLinear ? 'grows no faster than linearly' : 'grows faster than linearly';
  return `${what} ${grows}: a further chapter costs ${early.toFixed(3)} ${unit} in the small guide, ${late.toFixed(3)} ${unit} in the large one.`;
}
