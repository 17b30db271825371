import { stemOf } from './tokens.ts';

/** A stretch of text, marked when it is what the reader looked for. */
export interface Stretch {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A word without the punctuation around it, in small letters: `“Hosts,` → `hosts`. */
export function bareWord(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '');
}

/** The bare words of a text. */
export function bareWords(text: string): readonly string[] {
  return text.split(/\s+/).map(bareWord).filter(Boolean);
}

/** Whether a word of a text is a word of the query: with another ending, or with more around it. */
export function isFormOf(found: string, wanted: string): boolean {
  return stemOf(found) === stemOf(wanted) || (wanted.length > 2 && found.includes(wanted));
}

/**
 * Cuts a text into stretches; words of `found` are marked without the punctuation around them, neighbours together.
 * @param found bare words
 */
export function markWords(text: string, found: ReadonlySet<string>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const add = (part: string, isMarked: boolean): void => {
    if (!part) return;
    const last = stretches.at(-1);
    if (last?.isMarked === isMarked) stretches[stretches.length - 1] = { text: last.text + part, isMarked };
    else stretches.push({ text: part, isMarked });
  };
  const pieces = text.split(/(\s+)/);
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 1) {
      // The space between two marked words belongs to the mark.
      add(piece, stretches.at(-1)?.isMarked === true && opensMarked(pieces[i + 1], found));
    } else if (found.has(bareWord(piece))) {
      const [, before = '', word = '', after = ''] = /^([^\p{L}\p{N}_]*)(.*?)([^\p{L}\p{N}_]*)$/su.exec(piece) ?? [];
      add(before, false);
      add(word, true);
      add(after, false);
    } else add(piece, false);
  }
  return stretches;
}

function opensMarked(word: string | undefined, found: ReadonlySet<string>): boolean {
  return word !== undefined && /^[\p{L}\p{N}_]/u.test(word) && found.has(bareWord(word));
}
