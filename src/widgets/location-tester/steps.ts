import type { Found } from './files.ts';
import type { Change, TargetFault } from './request-target.ts';

/** A location as the configuration names it. */
export interface LocationName {
  /** As written in the configuration: `=`, `^~`, `~`, `~*` or nothing. */
  readonly modifier: string;
  /** The prefix, the expression, or `@name`. */
  readonly pattern: string;
  /** The line of the word `location`, counted from 1. */
  readonly line: number;
}

interface At {
  /** The line of the configuration that the step is about, counted from 1. */
  readonly line: number;
}

/**
 * One thing that Nginx does on the way, in order. `strings.ts` says each in a sentence.
 * Texts are readable text (UTF-8 decoded), paths absolute.
 */
export type Step =
  | { readonly kind: 'refused'; readonly target: string; readonly why: TargetFault }
  | { readonly kind: 'normalised'; readonly target: string; readonly uri: string; readonly args: string; readonly changes: readonly Change[] }
  | ({ readonly kind: 'exact' | 'prefix' | 'nested' | 'regex-skipped' | 'regex-no' | 'chosen' | 'slash-redirect' | 'internal-only' } & LocationName)
  | ({ readonly kind: 'regex-yes'; readonly captures: readonly string[] } & LocationName)
  | { readonly kind: 'no-location' }
  | ({ readonly kind: 'not-simulated'; readonly directive: string } & At)
  | { readonly kind: 'no-value'; readonly variable: string }
  | ({ readonly kind: 'rewrite-no'; readonly pattern: string } & At)
  | ({ readonly kind: 'rewrite'; readonly pattern: string; readonly uri: string; readonly args: string; readonly flag: string } & At)
  | ({ readonly kind: 'rewrite-redirect'; readonly pattern: string; readonly status: number; readonly url: string } & At)
  | { readonly kind: 'again'; readonly uri: string }
  | { readonly kind: 'cycle' }
  | ({ readonly kind: 'return'; readonly status: number } & At)
  | ({ readonly kind: 'break' } & At)
  | ({ readonly kind: 'try'; readonly parameter: string; readonly path: string; readonly wanted: 'file' | 'directory'; readonly found: Found } & At)
  | ({ readonly kind: 'try-last'; readonly parameter: string } & At)
  | ({ readonly kind: 'proxy'; readonly how: 'as-received' | 'replaced' | 'variables' | 'normalised'; readonly target: string } & At)
  | { readonly kind: 'index'; readonly path: string; readonly found: Found }
  | { readonly kind: 'file'; readonly path: string; readonly found: Found; readonly by: 'root' | 'alias'; readonly line: number }
  | { readonly kind: 'no-index'; readonly path: string }
  | { readonly kind: 'alias-after-rewrite' }
  | { readonly kind: 'bad-upstream'; readonly url: string }
  | ({ readonly kind: 'error-page'; readonly status: number; readonly page: string } & At)
  | { readonly kind: 'internal-redirect'; readonly uri: string }
  | { readonly kind: 'named'; readonly name: string; readonly found: boolean }
  | { readonly kind: 'empty-uri' }
  | { readonly kind: 'closed'; readonly status: number };
