import { expect, test } from 'vitest';
import { formatProblem } from './problem.ts';
import { longestLine, textProblems } from './source-text.ts';

const said = (text: string): readonly string[] => textProblems(text, 'a.mdx').map(formatProblem);

test('ordinary text in any language passes, tabs and emoji too', () => {
  expect(said('A name\n\tи́мя, 名前, اسم, 🏳️‍🌈\n')).toEqual([]);
  expect(said(`x\n${'y'.repeat(longestLine)}\n`)).toEqual([]);
});

test.each([
  ['\ufeffa', 'a.mdx:1: holds a byte order mark (U+FEFF); save the file as UTF-8 without one'],
  ['a\nb\r\nc\r\n', 'a.mdx:2: has line ends of another system (CR); save the file with line ends LF'],
  ['a\n\nb\0c', 'a.mdx:3: holds the control character U+0000, which no page may hold; remove it'],
  ['a \u202e b', 'a.mdx:1: holds U+202E, which turns the order of what is read and is not seen; remove it'],
  ['a\u2028b', 'a.mdx:1: holds U+2028, a line end that most editors do not show; write an ordinary one'],
  [Buffer.from([0x61, 0x0a, 0xff]).toString('utf8'), 'a.mdx:2: is not UTF-8 here (U+FFFD); save the file as UTF-8, and write the character anew'],
  [`a\n${'"'.repeat(longestLine + 1)}`, 'a.mdx:2: the line has more than 10,000 characters; break it'],
])('%j is told with its line', (text, message) => {
  expect(said(text)).toEqual([message]);
});
