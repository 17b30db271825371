/** Neighbours on an English keyboard: to hit one for the other is a small slip. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const neighbours = new Set(
  rows.flatMap((row, y) =>
    [...row].flatMap((key, x) => [row[x + 1], rows[y + 1]?.[x], rows[y + 1]?.[x - 1]].flatMap((other) => (other ? [key + other, other + key] : []))),
  ),
);

/**
 * How far two words are from each other in slips of the hand: a letter too many or a wrong one is 1, one too few or two
 * that changed places 0.8, a wrong letter from beside the right one 0.7, a doubled letter written once (or the reverse) 0.5.
 * @param most when it becomes more, the answer is only known to be more
 */
export function slips(one: string, other: string, most = 3): number {
  if (Math.abs(one.length - other.length) > most * 2) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const now = [i];
    for (let j = 1; j <= other.length; j++) {
      const [a = '', b = '', a1 = '', b1 = ''] = [one[i - 1], other[j - 1], one[i - 2], other[j - 2]];
      let best = (last[j - 1] ?? 0) + (a === b ? 0 : neighbours.has(a + b) ? 0.7 : 1);
      best = Math.min(best, (last[j] ?? 0) + (a === a1 ? 0.5 : 1), (now[j - 1] ?? 0) + (b === b1 ? 0.5 : 0.8));
      if (a === b1 && b === a1 && a !== b) best = Math.min(best, (before[j - 2] ?? 0) + 0.8);
      now.push(best);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length] ?? 0;
}

/** How many slips a word of this length may have and still be recognised. */
function allowed(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : length < 9 ? 1.8 : 2.5;
}

/**
 * The words of a vocabulary that were probably meant, at most three, the likeliest first: the nearest, and of several
 * the commonest.
 * @param words each with the number of places where it stands
 */
export function nearestWords(word: string, words: ReadonlyMap<string, number>): readonly string[] {
  const limit = allowed(word.length);
  const near: { readonly other: string; readonly cost: number }[] = [];
  for (const [other, count] of words) {
    if (other.length < 3 || Math.abs(other.length - word.length) > limit * 2) continue;
    // Slips are rare at the start of a word, and a common word is likelier meant than a rare one.
    const cost = slips(word, other, limit) + (other[0] === word[0] ? 0 : 0.3) - Math.min(0.3, Math.log10(count + 1) / 8);
    if (cost < limit) near.push({ other, cost });
  }
  near.sort((a, b) => a.cost - b.cost || (a.other < b.other ? -1 : 1));
  return near.filter(({ cost }) => cost <= (near[0]?.cost ?? 0) + 0.5).slice(0, 3).map(({ other }) => other);
}
