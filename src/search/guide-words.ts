import type { WordsFile } from './engine.ts';
import { isWeak, wordsOf } from './tokens.ts';

/**
 * The words of the guide's texts, by the number of places where they stand, rounded down to a power of two: what a
 * misspelled word is compared with. Rare words, short words and numbers are left out.
 */
export function guideWords(texts: Iterable<string>): WordsFile {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const own = [...wordsOf(text).filter((word) => /^\p{L}{4,24}$/u.test(word) && !isWeak(word)), ...(text.match(/\b[a-z]{2,}(?:[_.-][a-z]{2,})+\b/g) ?? [])];
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const groups = new Map<number, string[]>();
  for (const [word, count] of counts) {
    if (count < 3) continue;
    const rounded = 2 ** Math.floor(Math.log2(count));
    groups.set(rounded, [...(groups.get(rounded) ?? []), word]);
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => a - b).map(([count, words]) => [String(count), words.sort().join(' ')]));
}
