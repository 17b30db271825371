import type { Problem } from './problem.ts';

/** No line of the guide is nearly so long; beyond it somebody has pasted something, and parsers grow slow or break. */
export const longestLine = 10_000;

/** Characters that a source must not hold, with what to do about each. */
const refused: readonly { readonly found: RegExp; readonly message: (character: string) => string }[] = [
  { found: /\ufeff/, message: () => 'holds a byte order mark (U+FEFF); save the file as UTF-8 without one' },
  { found: /\r/, message: () => 'has line ends of another system (CR); save the file with line ends LF' },
  { found: /\ufffd/, message: () => 'is not UTF-8 here (U+FFFD); save the file as UTF-8, and write the character anew' },
  { found: /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/, message: (character) => `holds the control character ${codeOf(character)}, which no page may hold; remove it` },
  { found: /[\u2028\u2029]/, message: (character) => `holds ${codeOf(character)}, a line end that most editors do not show; write an ordinary one` },
  { found: /[\u202a-\u202e\u2066-\u2069]/, message: (character) => `holds ${codeOf(character)}, which turns the order of what is read and is not seen; remove it` },
];

const oddity = new RegExp(refused.map(({ found }) => found.source).join('|'));

/** What is wrong with the characters of a source, once for each of them, and lines that nothing could parse. */
export function textProblems(text: string, file: string): readonly Problem[] {
  const long = text.length > longestLine ? text.split('\n').findIndex(({ length }) => length > longestLine) : -1;
  if (long < 0 && !oddity.test(text)) return [];
  const lineAt = (index: number): number => text.slice(0, index).split('\n').length;
  const odd = refused.flatMap(({ found, message }): Problem[] => {
    const match = found.exec(text);
    return match ? [{ file, line: lineAt(match.index), message: message(match[0]) }] : [];
  });
  const tooLong = { file, line: long + 1, message: `the line has more than ${longestLine.toLocaleString('en')} characters; break it` };
  return long < 0 ? odd : [...odd, tooLong];
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
