import { readRecent, recentKey, rememberQuery, writeRecent } from './model.ts';

/** Recent searches of this browser; none where storage is forbidden. */
export function recentSearches(): readonly string[] {
  try {
    return readRecent(localStorage.getItem(recentKey));
  } catch {
    return [];
  }
}

/** Keeps a search; without a word where storage is full or forbidden. */
export function keepSearch(query: string): void {
  try {
    localStorage.setItem(recentKey, writeRecent(rememberQuery(recentSearches(), query)));
  } catch {
    // The search itself has worked; only the list of recent ones is shorter.
  }
}

/** Forgets all searches. */
export function forgetSearches(): void {
  try {
    localStorage.removeItem(recentKey);
  } catch {
    // There is nothing to forget where nothing may be kept.
  }
}
