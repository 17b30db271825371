import { expect, test } from 'vitest';
import { closingLine, flakyTests, playwrightCounts, printedCounts, sum, vitestCounts, withStatus } from './counts.ts';

test.each([
  [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
  [{ passed: 12, failed: 1, skipped: 3 }, '12 passed, 1 failed, 3 skipped'],
])('the closing line of %o', (counts, line) => {
  expect(closingLine(counts)).toBe(line);
  expect(printedCounts(`other words\n${line}\n`)).toEqual(counts);
});

test('steps are added up', () => {
  expect(sum([{ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 0, skipped: 1 }])).toEqual({ passed: 11, failed: 2, skipped: 4 });
});

test('a test file that could not be loaded is a failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  };
  expect(vitestCounts(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('Playwright tests that passed at the second try have passed; an error outside of tests has not', () => {
  const stats = { expected: 7, unexpected: 0, flaky: 1, skipped: 2 };
  expect(playwrightCounts({ stats })).toEqual({ passed: 8, failed: 0, skipped: 2 });
  expect(playwrightCounts({ stats, errors: [{ message: 'no server' }] }).failed).toBe(1);
});

test('Playwright tests that passed at the second try are named', () => {
  const named = '  1 flaky\n    tests/e2e/a.spec.ts:88:1 › opens in place';
  expect(flakyTests(`Running 3 tests\n${named}\n  2 passed (3.1s)\n`)).toBe(named);
  expect(flakyTests('Running 3 tests\n  3 passed (3.1s)\n')).toBeUndefined();
});

test('a program that ends badly has failed, whatever it counted', () => {
  expect(withStatus({ passed: 3, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(withStatus({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  expect(withStatus({ passed: 3, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});

test('output without a closing line says nothing', () => {
  expect(printedCounts('3 passed, 0 failed today')).toBeUndefined();
});
