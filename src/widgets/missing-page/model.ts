/**
 * The page whose address is most like one that does not exist.
 * @param path what was asked for, such as `/en/wsgl`
 * @param paths addresses that exist
 * @returns one of them, or `undefined` when none is like it
 */
export function nearestPath(path: string, paths: readonly string[]): string | undefined {
  const asked = words(path);
  if (asked.length === 0) return undefined;
  let best: { readonly path: string; readonly score: number } | undefined;
  for (const candidate of paths) {
    const score = likeness(asked, words(candidate));
    if (score > (best?.score ?? 0.55)) best = { path: candidate, score };
  }
  return best?.path;
}

/** The last segment that says something, as words: `/en/Names_to-address.html` is names, to, address. */
function words(path: string): readonly string[] {
  const last = path.split('/').filter((part) => part && part !== 'index.html').at(-1) ?? '';
  return last.toLowerCase().replace(/\.[a-z]+$/, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** 1 for the same words, 0 for none alike. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (b.length === 0) return 0;
  const whole = similar(a.join(' '), b.join(' '));
  const matched = a.map((word) => Math.max(...b.map((other) => similar(word, other)))).filter((score) => score > 0.6);
  return Math.max(whole, (matched.reduce((sum, score) => sum + score, 0) / Math.max(a.length, b.length)) * 0.95);
}

/** Share of letters that need no change (Levenshtein). */
function similar(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / Math.max(a.length, b.length, 1);
}
