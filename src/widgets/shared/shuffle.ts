import { mulberry32 } from '../../lib/random.ts';

/**
 * Shuffles by a seed: the same seed gives the same order at every build and in every browser.
 * @param seed such as the question's id
 */
export function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  const next = randomFrom(seed);
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** Shuffles until no more than one item stands at its place, so that the order gives nothing away. */
export function disordered<T>(items: readonly T[], seed: string): readonly T[] {
  for (let i = 0; i < 100; i++) {
    const result = shuffled(items, `${seed}#${i}`);
    if (result.filter((item, place) => item === items[place]).length <= 1) return result;
  }
  return [...items].reverse();
}

/** Numbers from 0 to 1, from a seed in words: FNV-1a of it is where they begin. */
function randomFrom(seed: string): () => number {
  let hash = 0x811c9dc5;
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return mulberry32(hash);
}
