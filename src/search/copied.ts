import { wordsOf } from './tokens.ts';

/** Whether a query looks copied from what a program printed: three words or more, with the punctuation of programs. */
export function isCopied(query: string): boolean {
  // What ends a name, such as `Host:` or `proxy_pass;`, is no sign of a line.
  return wordsOf(query).length > 2 && /[[\]:="(){}<>/]/.test(query.replace(/[:;,=.?!\s]+$/, ''));
}

/**
 * How much of a query stands in a text word by word: the longest run of its words, as a share of all of them.
 * @param query words of the query
 * @param text words of the text
 */
export function sharedRun(query: readonly string[], text: readonly string[]): number {
  let longest = 0;
  // Lengths of the runs that end at each word of the query, for the word of the text before and for this one.
  let before = new Uint16Array(query.length + 1);
  for (const word of text) {
    const now = new Uint16Array(query.length + 1);
    for (let i = 0; i < query.length; i++) {
      if (query[i] !== word) continue;
      const run = (before[i] ?? 0) + 1;
      now[i + 1] = run;
      if (run > longest) longest = run;
    }
    before = now;
  }
  return query.length === 0 ? 0 : longest / query.length;
}
