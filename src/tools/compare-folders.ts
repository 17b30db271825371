import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What comparing two folders shows. */
export interface Comparison {
  /** Files that are in either folder. */
  readonly files: number;
  /** A sentence for each file that is not the same in both. */
  readonly differences: readonly string[];
}

/** Compares two folders file by file, byte by byte. */
export function compareFolders(first: string, second: string): Comparison {
  const [inFirst, inSecond] = [filesOf(first), filesOf(second)];
  const all = [...new Set([...inFirst, ...inSecond])].sort();
  const differences = all.flatMap((file) => {
    if (!inFirst.has(file)) return [`${file} is only in the second build.`];
    if (!inSecond.has(file)) return [`${file} is only in the first build.`];
    const [a, b] = [readFileSync(join(first, file)), readFileSync(join(second, file))];
    return a.equals(b) ? [] : [`${file} differs: ${firstDifference(a, b)}`];
  });
  return { files: all.length, differences };
}

function filesOf(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)));
}

/** Where two files begin to differ, with what stands there. */
function firstDifference(a: Buffer, b: Buffer): string {
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  const around = (bytes: Buffer): string => JSON.stringify(bytes.subarray(Math.max(0, at - 20), at + 40).toString('latin1'));
  return `at byte ${at}, ${around(a)} is ${around(b)}`;
}
