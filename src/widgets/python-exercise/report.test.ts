import { expect, test } from 'vitest';
import { parseReport, problemIn, summary } from './report.ts';

const pass = { id: 'a', title: 'GET /', verdict: 'accept', rule: null, output: '', error: null, response: null };
const fail = {
  id: 'b',
  title: 'POST /',
  verdict: 'reject',
  rule: 'wsgi-content-length',
  text: 'Content-Length is the number of bytes',
  section: 'RFC 9110 §8.6',
  guide: 'wsgi#rules',
  sent: 6,
  expected: 12,
  error: { line: 3, text: 'ValueError', traceback: null },
  output: 'spam',
  output_cut: 'The output was cut after 20000 characters; 4 more were written.',
  notes: ['The header Content-Length is missing.'],
  response: { status: 200, reason: 'OK', headers: [['Content-Type', 'text/plain']], body: 'Hello', bytes: 5 },
  exchange: { given: { REQUEST_METHOD: 'GET' }, events: [{ from: 'app', kind: 'block', text: "b'Hello'" }], events_cut: '3 more events are left out.' },
};

test('a report is read whole', () => {
  const report = parseReport(JSON.stringify({ verdict: 'reject', tests: [pass, fail] }));
  expect(report).toEqual({
    accepted: false,
    tests: [
      { id: 'a', title: 'GET /', accepted: true, notes: [] },
      {
        id: 'b',
        title: 'POST /',
        accepted: false,
        rule: 'wsgi-content-length',
        text: 'Content-Length is the number of bytes',
        section: 'RFC 9110 §8.6',
        guide: 'wsgi#rules',
        sent: '6',
        expected: '12',
        error: { line: 3, text: 'ValueError' },
        output: 'spam',
        notes: ['The output was cut after 20000 characters; 4 more were written.', 'The header Content-Length is missing.'],
        response: { status: '200 OK', headers: [['Content-Type', 'text/plain']], body: 'Hello' },
        exchange: { given: [['REQUEST_METHOD', 'GET']], events: [{ from: 'app', kind: 'block', text: "b'Hello'" }], cut: '3 more events are left out.' },
      },
    ],
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

test('a request that cannot be sent is told', () => {
  expect(problemIn('{"problem":"path: begin with a slash"}')).toBe('path: begin with a slash');
  expect(problemIn('{"verdict":"accept","tests":[]}')).toBeUndefined();
  expect(problemIn('{')).toBeUndefined();
});

test.each([
  ['without a single test', []],
  ['with a test that failed', [pass, fail]],
])('a report that accepts %s is no pass', (_, tests) => {
  expect(parseReport(JSON.stringify({ verdict: 'accept', tests }))?.accepted).toBe(false);
});
