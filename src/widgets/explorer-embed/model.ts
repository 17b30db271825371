/** Absolute addresses of what a page loads. */
export interface PageParts {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** The site that the page belongs to: nothing else is ever loaded. */
  readonly origin: string;
}

/** What another page of the site loads and this one does not yet, in its order. */
export function missingFrom(here: PageParts, there: PageParts): { readonly styles: readonly string[]; readonly scripts: readonly string[] } {
  const missing = (have: readonly string[], want: readonly string[]): string[] =>
    [...new Set(want)].filter((url) => !have.includes(url) && URL.parse(url)?.origin === here.origin);
  return { styles: missing(here.styles, there.styles), scripts: missing(here.scripts, there.scripts) };
}
