/** Lines that say that something passed: Vitest's and Playwright's. */
const passedLine = /^\s*(✓|√|ok\s+\d+|-\s+\d+|✔)\s/;

/** What a failed step printed, without what passed, cut in the middle where it is long. */
export function excerpt(output: string, limit = 150): string {
  const lines = output
    // Control sequences and rewritten lines mean nothing in a log.
    .replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '')
    .split(/\r?\n/)
    .filter((line) => !passedLine.test(line));
  const text = lines.join('\n').replace(/\n{3,}/g, '\n\n').trim().split('\n');
  if (text.length <= limit) return text.join('\n');
  const half = Math.floor(limit / 2);
  return [...text.slice(0, half), `… ${text.length - 2 * half} lines more …`, ...text.slice(-half)].join('\n');
}
