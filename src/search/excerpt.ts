import { bareWord } from './words.ts';

/** A word of its own between the prose of a record and its listings and runs. */
export const codeFollows = '¶';

/** A word of its own before what is only searched, and never shown: what a section teaches, what the quiz asks. */
export const searchedFollows = '⁋';

/** At most so many words are shown of a section. */
const length = 28;

/**
 * The sentence of a section that answers best: the one with the most different words of the query; the first of
 * several. A long one is cut around its first found word, a short one gets the next. Listings and runs are shown only
 * when the prose has none of the words.
 * @param content text of the section, its title first
 * @param places positions of found words in it, as Pagefind counts them
 * @param title the title, which is shown already
 */
export function excerpt(content: string, places: readonly number[], title: string): string {
  const words = shownOf(content);
  const start = title.split(/\s+/).length;
  const end = boundaryOf(words);
  const found = places.filter((place) => place >= start && place < words.length);
  const isInCode = end < words.length && found.length > 0 && found.every((place) => place > end);
  const sentences = isInCode ? [{ from: end + 1, to: words.length }] : sentencesOf(words.slice(0, end), start);
  const score = ({ from, to }: Range): number =>
    new Set(found.filter((place) => place >= from && place < to).map((place) => bareWord(words[place] ?? ''))).size;
  let best = sentences[0];
  for (const sentence of sentences) if (best && score(sentence) > score(best)) best = sentence;
  if (!best) return '';

  let { from, to } = best;
  const next = sentences.find((sentence) => sentence.from === best.to);
  if (to - from < length / 2 && next && next.to - from <= length) to = next.to;
  if (to - from > length) {
    const first = found.find((place) => place >= from && place < to) ?? from;
    from = Math.max(from, Math.min(first - 5, to - length));
    to = Math.min(to, from + length);
  }
  const text = words.slice(from, to).join(' ');
  return `${from > best.from ? '… ' : ''}${text}${to < best.to ? ' …' : ''}`;
}

/**
 * The prose of a record without its title: what a term, a failure or a belief answers by itself.
 * @param content text of the record, its title first
 */
export function answer(content: string, title: string): string {
  const words = shownOf(content);
  return words.slice(title.split(/\s+/).length, boundaryOf(words)).join(' ');
}

/** The words that may be shown. */
function shownOf(content: string): readonly string[] {
  const words = content.split(/\s+/);
  const end = words.findIndex((word) => word.startsWith(searchedFollows));
  return end < 0 ? words : words.slice(0, end);
}

/** Index of the first word that is no prose. Pagefind ends the mark like a sentence. */
function boundaryOf(words: readonly string[]): number {
  const boundary = words.findIndex((word) => word.startsWith(codeFollows));
  return boundary < 0 ? words.length : boundary;
}

/** Words `from` up to, not including, `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

function sentencesOf(words: readonly string[], start: number): readonly Range[] {
  const sentences: Range[] = [];
  let from = start;
  for (let i = start; i < words.length; i++) {
    const word = words[i] ?? '';
    // A paragraph may end with a colon, before a listing.
    const isEnd = /[.!?][)”’"']?$/.test(word) || (word.endsWith(':') && /^\p{Lu}/u.test(words[i + 1] ?? ''));
    if (isEnd || i === words.length - 1) {
      sentences.push({ from, to: i + 1 });
      from = i + 1;
    }
  }
  return sentences;
}
