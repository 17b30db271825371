/**
 * A table as text: columns as wide as their widest cell, two spaces between them.
 * @param left which columns stand to the left; the others stand to the right, as numbers do
 */
export function columns(head: readonly string[], rows: readonly (readonly string[])[], left: readonly number[] = []): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const aligned = (cell: string, i: number): string => (left.includes(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0));
  return [head, ...rows].map((row) => row.map(aligned).join('  ').trimEnd()).join('\n');
}
