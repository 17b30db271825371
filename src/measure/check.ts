import { budgets, units, type Budget, type Figure, type Subject } from './budgets.ts';
import type { Sent } from './sent.ts';
import { leastShare } from './share.ts';

/** What was measured of a page, or of an act on it. */
export interface Row {
  readonly subject: Subject;
  /** Address of the page, before the base path. */
  readonly path: string;
  /** Times are the best of all loads. */
  readonly figures: Readonly<Partial<Record<Figure, number>>>;
  /** Medians of times that were taken more than once. */
  readonly medians?: Readonly<Partial<Record<Figure, number>>>;
  /** How often it was loaded; 0 when bytes were summed up from the files of the build. */
  readonly loads: number;
  readonly files: readonly Sent[];
}

/**
 * The budgets that a row exceeds, each as a sentence with page, budget, what was measured and what is largest.
 * @param times how many times the budget it may be
 */
export function exceeded(row: Row, all: readonly Budget[] = budgets, times = 1): readonly string[] {
  return all
    .filter((budget) => budget.subject === row.subject && (row.figures[budget.figure] ?? 0) > times * budget.most)
    .map((budget) => {
      const { figure, why } = budget;
      const measured = row.figures[figure] ?? 0;
      const median = row.medians?.[figure];
      const loads = row.loads > 1 && median !== undefined ? `, the best of ${row.loads} (median ${written(median, figure)})` : '';
      const largest = units[figure] === 'bytes' || figure === 'requests' || figure === 'unasked' ? `. Largest: ${largestFiles(row.files, figure)}` : '';
      return `${row.path} (${row.subject}): ${names[figure]} ${written(measured, figure)}${loads}; the budget is ${written(budget.most, figure)}: ${why}${largest}.`;
    });
}

/** What is exceeded, and what could not be judged. */
export interface Verdict {
  readonly problems: readonly string[];
  /** Times that exceed their budgets, on a machine that was busy with other things or by less than what is tolerated. */
  readonly notJudged: readonly string[];
}

/**
 * Judges rows by the budgets. Times are judged only where a busy program gets most of a processor; everything else always.
 * @param share of a processor that was there
 * @param tolerance how many times its budget a time may take
 */
export function judged(rows: readonly Row[], share: number, tolerance = 1): Verdict {
  const isTime = ({ figure }: Budget): boolean => units[figure] === 'ms';
  const timesOver = (most: number): readonly string[] => rows.flatMap((row) => exceeded(row, budgets.filter(isTime), most));
  const late = timesOver(1);
  const tooLate = share < leastShare ? [] : timesOver(tolerance);
  const others = [...rows.flatMap((row) => exceeded(row, budgets.filter((budget) => !isTime(budget)))), ...unmeasured(rows)];
  return { problems: [...others, ...tooLate], notJudged: late.filter((sentence) => !tooLate.includes(sentence)) };
}

/** Budgets that no row was measured for: a budget that is never looked at would hold forever. */
export function unmeasured(rows: readonly Row[], all: readonly Budget[] = budgets): readonly string[] {
  return all
    .filter(({ subject, figure }) => !rows.some((row) => row.subject === subject && row.figures[figure] !== undefined))
    .map(({ subject, figure }) => `Nothing was measured for the budget "${names[figure]}" of "${subject}".`);
}

/** What figures are called in sentences. */
export const names: Readonly<Record<Figure, string>> = {
  bytes: 'all bodies, compressed',
  bytesWithoutFonts: 'all but fonts, compressed',
  scripts: 'scripts, compressed',
  styles: 'styles, compressed',
  requests: 'requests',
  unasked: 'files that its HTML does not name',
  elements: 'elements',
  shift: 'layout shift',
  largest: 'largest paint',
  drawing: 'first drawing',
  blocking: 'blocking time',
  milliseconds: 'time',
};

/** A figure with its unit. */
export function written(value: number, figure: Figure): string {
  const unit = units[figure];
  if (unit === 'bytes') return `${(value / 1000).toFixed(1)} kB`;
  if (unit === 'ms') return `${Math.round(value)} ms`;
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}

function largestFiles(files: readonly Sent[], figure: Figure): string {
  const counted = files.filter(({ kind }) => (figure === 'bytesWithoutFonts' ? kind !== 'font' : figure === 'scripts' ? kind === 'js' : figure === 'styles' ? kind === 'css' : true));
  return [...counted]
    .sort((a, b) => b.body - a.body)
    .slice(0, 5)
    .map(({ path, body }) => `${path} ${(body / 1000).toFixed(1)} kB`)
    .join(', ');
}
