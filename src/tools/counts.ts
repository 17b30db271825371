/** How many tests came out how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One thing that either passes or fails. */
export function single(passed: boolean): Counts {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Adds up. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The closing line: skipped tests are only named when there are any. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A step whose program failed has at least one failure, even if its report holds none. */
export function withStatus(counts: Counts, status: number): Counts {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Reads Vitest's JSON report. A file that could not be loaded has no tests and counts as one failure. */
export function vitestCounts(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests = 0, numTodoTests = 0, testResults = [] } = report as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests?: number;
    numTodoTests?: number;
    testResults?: readonly { status: string; assertionResults: readonly unknown[] }[];
  };
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  };
}

/** Reads Playwright's JSON report. A test that passed only when tried again has passed. */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors = [] } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors?: readonly unknown[];
  };
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 && errors.length > 0 ? 1 : 0),
    skipped: stats.skipped,
  };
}

/** The part of Playwright's list that names the tests which passed only when tried again, if any did. */
export function flakyTests(output: string): string | undefined {
  return /^ *\d+ flaky\n(?: {4}.*\n?)+/m.exec(output)?.[0].trimEnd();
}

/** Reads the last line of the form `3 passed, 0 failed, 1 skipped` that a program printed. */
export function printedCounts(output: string): Counts | undefined {
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (!line) return undefined;
  const [, passed, failed, skipped = '0'] = line;
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}
