import { expect, test } from 'vitest';
import { parseReport, summary } from './report.ts';

const rule = { text: 'Content-Length must be the number of bytes', section: 'RFC 9110 §8.6', guide: 'wsgi#rules' };
const pass = { id: 'a', title: 'GET /', verdict: 'accept', rule: null };
const fail = { id: 'b', title: 'POST /', verdict: 'reject', rule: 'wsgi-content-length', sent: 6, expected: 12, error: { line: 3, text: 'ValueError', traceback: null } };

test('a report is read with its rules', () => {
  const report = parseReport(JSON.stringify({ verdict: 'reject', tests: [pass, fail], rules: { 'wsgi-content-length': rule } }));
  expect(report).toEqual({
    accepted: false,
    tests: [
      { id: 'a', title: 'GET /', accepted: true },
      { id: 'b', title: 'POST /', accepted: false, rule: 'wsgi-content-length', sent: '6', expected: '12', error: { line: 3, text: 'ValueError' } },
    ],
    rules: { 'wsgi-content-length': rule },
  });
  expect(report && summary(report)).toMatchObject({ passed: 1, of: 2, first: { id: 'b' } });
});

test.each([
  ['no JSON', '{'],
  ['no verdict', '{"tests":[]}'],
  ['another verdict', '{"verdict":"maybe","tests":[]}'],
  ['no tests', '{"verdict":"accept"}'],
  ['a test that is none', '{"verdict":"accept","tests":[null]}'],
])('%s is no report', (_, text) => {
  expect(parseReport(text)).toBeUndefined();
});

test.each([
  ['without a single test', []],
  ['with a test that failed', [pass, fail]],
])('a report that accepts %s is no pass', (_, tests) => {
  expect(parseReport(JSON.stringify({ verdict: 'accept', tests }))?.accepted).toBe(false);
});
