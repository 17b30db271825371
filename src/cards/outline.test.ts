import { expect, test } from 'vitest';
import { breakLines, Outliner } from './outline.ts';

const letters = (line: string): number => line.length;

test.each([
  ['How does a server call Python?', 40, ['How does a server call Python?']],
  ['How does a server call Python?', 24, ['How does a server', 'call Python?']],
  ['What happens between a click and the answer?', 30, ['What happens between a', 'click and the answer?']],
])('"%s" in %i letters a line breaks evenly', (text, most, expected) => {
  expect(breakLines(text, letters, most)).toEqual(expected);
});

test('text becomes outlines of the guide’s own font', () => {
  const literata = new Outliner('src/styles/fonts/literata-latin.woff2');

  const outline = literata.set('To 42', 100);

  // Four letters are drawn, the space is not.
  expect(outline.svg.match(/<path/g)).toHaveLength(4);
  expect(outline.width).toBeCloseTo(literata.width('To 42', 100), 5);
  expect(outline.width).toBeGreaterThan(200);
});
