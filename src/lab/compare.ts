import type { Volatile } from './lab-schema.ts';
import type { RecordedCommand } from './transcript.ts';

/** Replaces what a run declares volatile; lines are joined for it, so that a rule may span several. */
export function normalise(lines: readonly string[], volatile: readonly Volatile[]): readonly string[] {
  if (lines.length === 0) return lines;
  return volatile.reduce((text, { match, as }) => text.replaceAll(new RegExp(match, 'gm'), as), lines.join('\n')).split('\n');
}

/**
 * Compares a run with its transcript.
 * @returns what differs, as lines to print; none when they agree
 */
export function compareRun(
  id: string,
  recorded: readonly RecordedCommand[],
  now: readonly RecordedCommand[],
  volatile: readonly Volatile[] = [],
): readonly string[] {
  const typedThen = recorded.map(({ typed }) => typed);
  const typedNow = now.map(({ typed }) => typed);
  if (typedThen.join('\0') !== typedNow.join('\0')) {
    const differences = lineDifferences(typedThen, typedNow);
    return [
      `run ${id}: its commands in lab.yaml are not those of the transcript; run npm run labs:record`,
      ...differences.map(({ text, side }) => `    ${side === 'recorded' ? 'transcript' : 'lab.yaml  '}  ${text}`),
    ];
  }
  return now.flatMap(({ typed, printed }, index) => {
    const expected = normalise(recorded[index]?.printed ?? [], volatile);
    const differences = lineDifferences(expected, normalise(printed, volatile));
    if (differences.length === 0) return [];
    const shown = differences.slice(0, 20).map(({ line, side, text }) => `    ${side === 'recorded' ? 'expected' : 'got     '} line ${line}: ${text}`);
    const more = differences.length > 20 ? [`    … and ${differences.length - 20} more`] : [];
    return [`run ${id}, command ${index + 1} \`${typed}\`:`, ...shown, ...more];
  });
}

/** A line that only one side has; `line` counts the lines of that side from 1. */
export interface LineDifference {
  readonly side: 'recorded' | 'now';
  readonly line: number;
  readonly text: string;
}

/** Lines that must go and come to make `now` of `recorded`, by their longest common subsequence. */
export function lineDifferences(recorded: readonly string[], now: readonly string[]): readonly LineDifference[] {
  // common[i][j]: length of the longest common subsequence of recorded from i and now from j.
  const common = Array.from({ length: recorded.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = recorded.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row) row[j] = recorded[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }

  const differences: LineDifference[] = [];
  let [i, j] = [0, 0];
  while (i < recorded.length || j < now.length) {
    if (i < recorded.length && j < now.length && recorded[i] === now[j]) {
      i++;
      j++;
    } else if (i < recorded.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))) {
      differences.push({ side: 'recorded', line: i + 1, text: recorded[i] ?? '' });
      i++;
    } else {
      differences.push({ side: 'now', line: j + 1, text: now[j] ?? '' });
      j++;
    }
  }
  return differences;
}

/** Rules that change nothing in any of the outputs: they can go. */
export function idleRules(volatile: readonly Volatile[], outputs: readonly (readonly string[])[]): readonly Volatile[] {
  return volatile.filter(({ match }) => !outputs.some((lines) => new RegExp(match, 'm').test(lines.join('\n'))));
}
