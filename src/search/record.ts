/** What a result is; results of a kind stand together. */
export type ResultKind = 'chapter' | 'glossary' | 'failure' | 'myth' | 'source' | 'page';

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
  /** The chapter (or page) that it is a section of, or that explains it: plain text. */
  readonly chapter?: string;
  /** Part of the guide, for filters. */
  readonly part?: number;
  /** Shown as it is instead of an excerpt: the definition of a term, the cause of a failure. Plain text. */
  readonly answer?: string;
  /** What is searched besides the title: HTML; `data-pagefind-weight` is obeyed. */
  readonly html: string;
}

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
  const { locale, kind, phase, title, chapter, part, answer, html } = record;
  // Titles of other people's texts and beliefs are full of terms: found by them, they do not outweigh what defines them.
  const own = kind !== 'source' && kind !== 'myth';
  const named = { [own ? 'title' : kind]: title };
  const meta = Object.entries({ kind, phase, chapter, answer, ...named })
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`);
  const filters = Object.entries({ kind, phase, part: part === undefined ? undefined : String(part) })
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`);
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">${[...meta, ...filters].join('')}</head><body data-pagefind-body>${own ? `<h1>${escapeHtml(title)}</h1>` : weighted(title, 2)}${html}</body></html>`;
}
