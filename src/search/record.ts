/** What a result is; results of a kind stand together. */
export type ResultKind = 'chapter' | 'glossary' | 'failure' | 'myth' | 'source' | 'exercise' | 'explorer' | 'time-out' | 'page';

const kinds: Readonly<Record<string, ResultKind>> = { glossary: 'glossary', failures: 'failure', myths: 'myth', sources: 'source', explore: 'explorer' };

/**
 * What stands at an address.
 * @param address below the edition, such as `glossary/#wsgi`
 * @param isOfChapter whether a chapter is named with it
 */
export function kindOf(address: string, isOfChapter: boolean): ResultKind {
  const [page = '', anchor = ''] = address.split(/\/#?/);
  if (page === 'time-outs' && anchor && !['first', 'clocks'].includes(anchor)) return 'time-out';
  return kinds[page] ?? (anchor.startsWith('exercise-') ? 'exercise' : isOfChapter ? 'chapter' : 'page');
}

/** One thing that a search can find: a section of a page, a term, a failure. */
export interface SearchRecord {
  /** Address before the base path, with its anchor: `/en/wsgi/#rules`. */
  readonly url: string;
  /** Edition: BCP 47 tag. */
  readonly locale: string;
  readonly kind: ResultKind;
  /** Colour and mark: reach, accept, translate, process, back or plain. */
  readonly phase: string;
  /** Heading, term, symptom, belief: plain text. */
  readonly title: string;
  /** Slug of the chapter (or name of the page) that it is a section of, or that explains it. */
  readonly chapter?: string;
  /** Part of the guide, for filters. */
  readonly part?: number;
  /**
   * What is searched besides the title: HTML; `data-pagefind-weight` is obeyed. What may be shown comes first, then
   * {@link codeFollows} and what is only searched, or shown only if nothing else has the words.
   */
  readonly html: string;
  /** Other names by which it is looked for: abbreviations, spellings, error texts. */
  readonly names?: readonly string[];
  /** Its name in Russian: for readers who look for the Russian word in another edition. */
  readonly russian?: string;
  /** How often the chapters link to it. */
  readonly links?: number;
  /** Addresses of entries whose names this section explains. */
  readonly explains?: readonly string[];
}

/** Head of an edition's index, `guide.<locale>.json`: what the results say about chapters, and where the rest is. */
export interface IndexHead {
  /** Changes with every change of the index; part of the names of its files. */
  readonly version: string;
  /** In reading order. */
  readonly chapters: readonly IndexChapter[];
}

export interface IndexChapter {
  readonly slug: string;
  readonly title: string;
  readonly phase: string;
  /** Part of the guide. */
  readonly part: number;
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A paragraph whose words count as much as `weight` says (text of a page counts 1, its title 7). */
export function weighted(text: string, weight: number): string {
  return text ? `<p data-pagefind-weight="${weight}">${escapeHtml(text)}</p>` : '';
}

/** The record as a page of its own, as Pagefind reads it. Kind, chapter and part are in the list of names, see name-rows.ts. */
export function recordPage({ locale, kind, title, html }: SearchRecord): string {
  // Titles of other people's texts and beliefs are full of terms: found by them, they do not outweigh what defines them.
  const own = kind !== 'source' && kind !== 'myth';
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head><body data-pagefind-body>${own ? `<h1>${escapeHtml(title)}</h1>` : weighted(title, 2)}${html}</body></html>`;
}
