import type { Result } from '../../search/find.ts';
import { boundQuery } from '../../search/query.ts';
import type { ResultKind } from '../../search/record.ts';

/** Results that stand under one heading: the sections of a chapter, or all of another kind. */
export interface Group {
  readonly kind: ResultKind;
  /** Title of the chapter; `undefined` for kinds, which the edition names. */
  readonly chapter: string | undefined;
  readonly results: readonly Result[];
}

/** Groups results: the group of the best one first, each in the order of the results. */
export function groupResults(results: readonly Result[]): readonly Group[] {
  const groups = new Map<string, { kind: ResultKind; chapter: string | undefined; results: Result[] }>();
  for (const result of results) {
    const chapter = result.kind === 'chapter' ? result.chapter : undefined;
    const key = `${result.kind} ${chapter ?? ''}`;
    const group = groups.get(key) ?? { kind: result.kind, chapter, results: [] };
    group.results.push(result);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Where recent searches are kept: `{ "version": 1, "queries": [...] }`, the latest first. Anything else counts as none. */
export const recentKey = 'request-path:recent-searches';

const kept = 6;

/** Reads what the browser kept; rubbish and other versions are no searches. */
export function readRecent(stored: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1 || !('queries' in value) || !Array.isArray(value.queries)) return [];
    const queries = value.queries.filter((query) => typeof query === 'string').map(boundQuery).filter(Boolean);
    return [...new Set(queries)].slice(0, kept);
  } catch {
    return [];
  }
}

/** The searches with one more, the latest first; the same words in other letters count once. */
export function rememberQuery(recent: readonly string[], typed: string): readonly string[] {
  const query = boundQuery(typed);
  if (!query) return recent;
  return [query, ...recent.filter((other) => other.toLowerCase() !== query.toLowerCase())].slice(0, kept);
}

/** What {@link readRecent} reads. */
export function writeRecent(queries: readonly string[]): string {
  return JSON.stringify({ version: 1, queries });
}

/** The item that an arrow key leads to; `-1` is the field above the list. */
export function nextPlace(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(place + 1, count - 1);
    case 'ArrowUp':
      return Math.max(place - 1, -1);
    case 'Home':
      return place < 0 ? undefined : 0;
    case 'End':
      return place < 0 ? undefined : count - 1;
    default:
      return undefined;
  }
}
