import type { Locale } from '../i18n/locales.ts';
import { withBase } from '../lib/paths.ts';

/** What the one page of the whole guide holds, and under which ids. */
export interface BookMap {
  readonly locale: Locale;
  /** Base path of the deployment. */
  readonly base: string;
  /** Numbers of the chapters by slug; a chapter's slug is its id. */
  readonly chapters: ReadonlyMap<string, number>;
  /** Names of the other pages that are in it whole, such as `glossary`; the name is the id. */
  readonly pages: ReadonlySet<string>;
  /** Ids of what stands elsewhere in it than on the site, by address without locale, such as `explore/time-outs/`. */
  readonly moved: ReadonlyMap<string, string>;
}

/** Where a link of the site leads in the book. */
export interface BookTarget {
  readonly id: string;
  /** Number of the chapter, when it leads into one. */
  readonly chapter?: number;
}

/** Id of something in a part of the book: `wsgi--rules`. Two hyphens, since ids of content never have them. */
export function bookId(part: string, id: string | undefined): string {
  return id ? `${part}--${id}` : part;
}

/**
 * Finds in the book what an address of the site means; `undefined` for what is not in it.
 * @param address as the site writes it, with base path: `/docs/en/wsgi/#rules`
 */
export function bookTarget(address: string, { locale, base, chapters, pages, moved }: BookMap): BookTarget | undefined {
  const edition = withBase(`/${locale}/`, base);
  if (!address.startsWith(edition)) return undefined;
  const place = address.slice(edition.length);
  const elsewhere = moved.get(place);
  if (elsewhere) return { id: elsewhere, ...numberOf(elsewhere.split('--')[0] ?? '', chapters) };
  const [, name = '', fragment] = /^([a-z0-9-]+)\/(?:#(.+))?$/.exec(place) ?? [];
  if (chapters.has(name)) return { id: bookId(name, fragment), ...numberOf(name, chapters) };
  return pages.has(name) ? { id: bookId(name, fragment) } : undefined;
}

function numberOf(slug: string, chapters: ReadonlyMap<string, number>): { readonly chapter?: number } {
  const chapter = chapters.get(slug);
  return chapter === undefined ? {} : { chapter };
}
