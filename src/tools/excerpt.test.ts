import { expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

test('what passed is left out, what failed stays', () => {
  const output = ' ✓ src/a.test.ts (3 tests)\n  ok 4 tests/a.spec.ts › a page\n × src/b.test.ts\n\n\n\nAssertionError: b\n';
  expect(excerpt(output)).toBe('× src/b.test.ts\n\nAssertionError: b');
});

test('colours and rewritten lines are taken out', () => {
  expect(excerpt('\x1b[31mwrong\x1b[39m\r\nhere')).toBe('wrong\nhere');
});

test('a long output keeps its beginning and its end', () => {
  const lines = Array.from({ length: 10 }, (_, i) => `line ${i}`);
  expect(excerpt(lines.join('\n'), 4)).toBe('line 0\nline 1\n… 6 lines more …\nline 8\nline 9');
});
