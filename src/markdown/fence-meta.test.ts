import { expect, test } from 'vitest';
import { parseFenceMeta, parseLines, parseNotes } from './fence-meta.ts';

test('flags and values, quoted or not', () => {
  expect(parseFenceMeta('src=labs/a/app.py region=app caption="The callable, whole" mark=3-5 sketch')).toEqual({
    flags: ['sketch'],
    values: { src: 'labs/a/app.py', region: 'app', caption: 'The callable, whole', mark: '3-5' },
  });
  expect(parseFenceMeta(null)).toEqual({ flags: [], values: {} });
});

test('an open quotation mark is an error that shows the place', () => {
  expect(() => parseFenceMeta('caption="The callable')).toThrow('cannot read `caption="The callable`');
});

test.each([
  ['3-5,9', [3, 4, 5, 9]],
  ['7', [7]],
  [undefined, []],
])('lines %s', (text, expected) => {
  expect(parseLines(text)).toEqual(expected);
});

test.each(['5-3', '0', 'a', '1;2'])('%s is not a list of lines', (text) => {
  expect(() => parseLines(text)).toThrow('is not a list of lines');
});

test('notes may go on in the next line', () => {
  expect(parseNotes('2: The port is\n   carried along.\n7: Prints.\n')).toEqual([
    { line: 2, text: 'The port is carried along.' },
    { line: 7, text: 'Prints.' },
  ]);
});

test('code in a fence is refused', () => {
  expect(() => parseNotes('import socket')).toThrow('`import socket` is not a note');
});
