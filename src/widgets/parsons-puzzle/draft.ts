import { read, write, type Arrangement, type PuzzleKey } from './model.ts';

/** Where the present arrangement is kept until it is checked: in this tab, with the puzzle's revision. */
const nameOf = (name: string): string => `request-path:puzzle:${name}`;

/** The arrangement that a reader had not checked yet. Anything else that is stored there is as good as nothing. */
export function readDraft(name: string, key: PuzzleKey): Arrangement | undefined {
  try {
    const { rev, words } = JSON.parse(sessionStorage.getItem(nameOf(name)) ?? '{}') as { rev?: unknown; words?: unknown };
    return rev === key.rev ? read(key, words) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an arrangement, or forgets it. A browser that keeps nothing loses only what is not checked. */
export function keepDraft(name: string, key: PuzzleKey, arrangement: Arrangement | undefined): void {
  try {
    if (arrangement) sessionStorage.setItem(nameOf(name), JSON.stringify({ rev: key.rev, words: write(arrangement) }));
    else sessionStorage.removeItem(nameOf(name));
  } catch {
    // Forbidden or full: see above.
  }
}
