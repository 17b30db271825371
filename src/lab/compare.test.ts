import { expect, test } from 'vitest';
import { compareRun, idleRules, lineDifferences, normalise } from './compare.ts';

test('volatile parts are replaced line by line, or over several lines', () => {
  expect(normalise(['Date: Sat, 21 Nov', 'Server: x', 'Date: Sun'], [{ match: '^Date: .*$', as: 'Date: D' }])).toEqual(['Date: D', 'Server: x', 'Date: D']);
  expect(normalise(['a', 'worker 1', 'worker 2', 'b'], [{ match: '(?:worker \\d\\n?)+', as: 'workers\n' }])).toEqual(['a', 'workers', 'b']);
  expect(normalise(['pid 17 of 18'], [{ match: '(pid) \\d+', as: '$1 N' }])).toEqual(['pid N of 18']);
  expect(normalise([], [{ match: '$', as: 'x' }])).toEqual([]);
});

test('runs agree when only volatile parts differ', () => {
  const then = [{ typed: 'curl x', printed: ['Date: 1', 'ok'] }];
  const now = [{ typed: 'curl x', printed: ['Date: 2', 'ok'] }];
  expect(compareRun('ask', then, now, [{ match: 'Date: \\d', as: 'Date: D' }])).toEqual([]);
  expect(compareRun('ask', then, now)).toEqual(['run ask, command 1 `curl x`:', '    expected line 1: Date: 1', '    got      line 1: Date: 2']);
});

test('a line more or less is told as one line', () => {
  expect(lineDifferences(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([{ side: 'now', line: 2, text: 'x' }]);
  expect(lineDifferences(['a', 'b', 'c'], ['b', 'c'])).toEqual([{ side: 'recorded', line: 1, text: 'a' }]);
  expect(lineDifferences([], [''])).toEqual([{ side: 'now', line: 1, text: '' }]);
});

test('commands that were changed since ask for a new recording', () => {
  expect(compareRun('ask', [{ typed: 'curl a', printed: [] }], [{ typed: 'curl b', printed: [] }])).toEqual([
    'run ask: its commands in lab.yaml are not those of the transcript; run npm run labs:record',
    '    transcript  curl a',
    '    lab.yaml    curl b',
  ]);
});

test('a rule that matches nothing is found', () => {
  const rules = [{ match: '^b$', as: '' }, { match: 'never', as: '' }];
  expect(idleRules(rules, [['a'], ['a', 'b']])).toEqual([rules[1]]);
});
