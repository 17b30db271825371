import type { Localized } from '../../i18n/locales.ts';
import type { ResultKind } from '../../search/record.ts';

export interface SearchStrings {
  readonly label: string;
  readonly close: string;
  /** Groups of results that are not sections of a chapter. */
  readonly kinds: Readonly<Record<Exclude<ResultKind, 'chapter'>, string>>;
  /** A chapter itself, among its sections. */
  readonly whole: string;
  /** How many results there are, of which choice (`Failures, Part 3`; `''` for all), and how many of them are shown. */
  readonly count: (total: number, shown: number, query: string, choice: string) => string;
  /** Nothing of the choice, but something elsewhere. */
  readonly noneChosen: (query: string, choice: string, elsewhere: number) => string;
  /** Takes the choice back. */
  readonly unchoose: string;
  readonly filter: {
    readonly kind: string;
    readonly allKinds: string;
    readonly chapters: string;
    readonly part: string;
    readonly allParts: string;
    readonly partNumber: (part: number) => string;
  };
  /** Said after the count to those who cannot see which result is marked. */
  readonly first: (title: string) => string;
  readonly none: (query: string) => string;
  /** Said before the count when the guide does not have a word of the query. */
  readonly corrected: (query: string, meant: string) => string;
  /** What to do when nothing was found. */
  readonly hint: string;
  /** Before entries of the glossary whose names are near. */
  readonly nearest: string;
  /** Before pages to go on with. */
  readonly further: string;
  readonly failures: string;
  /** Over a term's definition: the chapter that explains it. */
  readonly readIn: (chapter: string) => string;
  readonly loading: string;
  readonly unreachable: string;
  readonly again: string;
  readonly contents: string;
  readonly glossary: string;
  readonly all: (total: number) => string;
  readonly more: string;
  readonly empty: string;
  readonly recent: string;
  readonly forget: string;
  readonly keys: { readonly choose: string; readonly open: string; readonly close: string };
  readonly page: {
    readonly title: string;
    readonly description: string;
    readonly submit: string;
    readonly results: string;
    readonly noScript: string;
    /** The single-key shortcut can be switched off: some people trigger it by voice or by a slip. */
    readonly shortcut: string;
  };
}

export const strings: Localized<SearchStrings> = {
  en: {
    label: 'Search the guide',
    close: 'Close',
    kinds: { glossary: 'Glossary', failure: 'Failures', myth: 'Commonly believed', source: 'Sources', exercise: 'Exercises', explorer: 'Explorers', 'time-out': 'Time-outs', page: 'About the guide' },
    whole: 'The whole chapter',
    count: (total, shown, query, choice) => {
      const results = `${total === 1 ? '1 result' : `${total} results`} for “${query}”${choice && ` in ${choice}`}`;
      return shown < total ? `${results}, the best ${shown} are shown` : results;
    },
    noneChosen: (query, choice, elsewhere) => `Nothing for “${query}” in ${choice}, but ${elsewhere === 1 ? '1 result' : `${elsewhere} results`} elsewhere`,
    unchoose: 'Show all kinds and parts',
    filter: { kind: 'Kind', allKinds: 'All kinds', chapters: 'Chapters', part: 'Part', allParts: 'All parts', partNumber: (part) => `Part ${part}` },
    first: (title) => `Enter opens the first: ${title}`,
    none: (query) => `Nothing found for “${query}”`,
    corrected: (query, meant) => `Did you mean “${meant}”? The guide does not have “${query}”.`,
    nearest: 'The nearest terms of the glossary:',
    further: 'Or look where things stand in order:',
    failures: 'Failures by what you see',
    readIn: (chapter) => `Read in: ${chapter}`,
    hint: 'Try fewer or other words: a term, a command, a status code, or the start of the error text.',
    loading: 'Searching …',
    unreachable: 'The search index cannot be reached. The guide itself is still here:',
    again: 'Try again',
    contents: 'Table of contents',
    glossary: 'Glossary',
    all: (total) => `All ${total} results on a page`,
    more: 'Show more results',
    empty: 'A term, a command, the line in your log.',
    recent: 'Recent searches',
    forget: 'Clear recent searches',
    keys: { choose: 'choose', open: 'open', close: 'close' },
    page: {
      title: 'Search',
      description: 'Search all chapters, terms, failures and beliefs of the guide for a term, a command or the line in your log.',
      submit: 'Search',
      results: 'Results',
      noScript: 'Search needs JavaScript, which does not run here. Every page of the guide can be read without it:',
      shortcut: 'The key / opens the search on every page',
    },
  },
};
