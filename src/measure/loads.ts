import { budgets, units, type Figure, type Subject } from './budgets.ts';
import { exceeded, type Row } from './check.ts';
import type { Sent } from './sent.ts';

const isTime = (figure: Figure): boolean => units[figure] === 'ms';

/** What one load came to. */
export interface Load {
  readonly figures: Row['figures'];
  readonly files: readonly Sent[];
}

/**
 * Loads until the budgets of time are kept, or as often as it may. Of times the best counts: what else the machine was
 * busy with can only make them longer. Of everything else the worst counts.
 */
export async function best(subject: Subject, path: string, untilMet: boolean, times: number, once: () => Promise<Load>): Promise<Row> {
  const loads: Load[] = [];
  for (;;) {
    loads.push(await once());
    const row = together(subject, path, loads);
    const isLate = exceeded(row, budgets.filter(({ figure }) => isTime(figure))).length > 0;
    if (loads.length >= times || (untilMet && !isLate)) return row;
  }
}

/** Several loads of a page as one row. */
export function together(subject: Subject, path: string, loads: readonly Load[]): Row {
  const figures: Partial<Record<Figure, number>> = {};
  const medians: Partial<Record<Figure, number>> = {};
  for (const figure of Object.keys(units) as Figure[]) {
    const values = loads.flatMap((load) => load.figures[figure] ?? []).sort((a, b) => a - b);
    if (values.length === 0) continue;
    figures[figure] = isTime(figure) ? Math.min(...values) : Math.max(...values);
    if (isTime(figure)) medians[figure] = values[Math.floor(values.length / 2)] ?? Infinity;
  }
  return { subject, path, figures, medians, loads: loads.length, files: loads.at(-1)?.files ?? [] };
}
