/** What a result is; results of a kind stand together. */
export type ResultKind = 'chapter' | 'glossary' | 'failure' | 'myth' | 'source' | 'exercise' | 'explorer' | 'page';

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
}

/** What the page says about a chapter beside its sections: `chapters.<locale>.json` of the index, by slug. */
export type ChapterList = Readonly<Record<string, { readonly title: string; readonly phase: string }>>;

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A paragraph whose words count as much as `weight` says (text of a page counts 1, its title 7). */
export function weighted(text: string, weight: number): string {
  return text ? `<p data-pagefind-weight="${weight}">${escapeHtml(text)}</p>` : '';
}

/** The record as a page of its own, as Pagefind reads it. */
export function recordPage(record: SearchRecord): string {
  const { locale, kind, phase, title, chapter, part, html } = record;
  // Titles of other people's texts and beliefs are full of terms: found by them, they do not outweigh what defines them.
  const own = kind !== 'source' && kind !== 'myth';
  const named = { [own ? 'title' : kind]: title };
  // All of these words are in the index, so they are few: the rest is in the address and in the list of chapters.
  const meta = Object.entries({ chapter, ...named })
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`);
  const filters = Object.entries({ kind, phase, part: part === undefined ? undefined : String(part) })
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`);
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">${[...meta, ...filters].join('')}</head><body data-pagefind-body>${own ? `<h1>${escapeHtml(title)}</h1>` : weighted(title, 2)}${html}</body></html>`;
}
