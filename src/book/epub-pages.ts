import { parse, type HTMLElement } from 'node-html-parser';
import { escapeHtml } from '../markdown/highlight.ts';
import { replaceStartTags, writeStartTag } from './tags.ts';
import { toXhtml } from './xhtml.ts';

/** One document of the EPUB. */
export interface EpubPage {
  /** Name of its file, such as `wsgi.xhtml`. */
  readonly file: string;
  /** Plain text. */
  readonly title: string;
  /** Its second-level headings: id and plain text. */
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** What its body holds, as XHTML. */
  readonly body: string;
}

/**
 * Cuts the page of the whole guide into documents: the cover, one for each chapter, one for each part after them.
 * @param html of `/en/print/`, as built
 * @param address of that page, with scheme and host: what is not in the book is linked on the site
 * @param only slugs of the chapters to take; links into others lead to the site
 */
export function epubPages(html: string, address: string, only?: readonly string[]): readonly EpubPage[] {
  const book = parse(html).querySelector('.book-all');
  if (!book) throw new Error('The page of the whole guide has no .book-all: build the site first.');
  for (const idle of book.querySelectorAll('[hidden]')) idle.remove();
  const cover = book.querySelector('.book-cover');
  const parts = book.querySelectorAll('.book-chapter').filter(({ id, attributes }) => attributes['data-book-part'] !== 'chapter' || (only?.includes(id) ?? true));
  const elements = [...(cover ? [{ file: 'cover.xhtml', element: cover }] : []), ...parts.map((element) => ({ file: `${element.id}.xhtml`, element }))];

  const places = new Map(elements.flatMap(({ file, element }) => [element, ...element.querySelectorAll('[id]')].map(({ id }) => [id, file] as const)));
  return elements.map(({ file, element }) => {
    const sections = element.querySelectorAll('h3').filter(({ id }) => id && element.tagName === 'SECTION');
    return {
      file,
      title: textOf(element.querySelector('h1, h2')),
      sections: sections.map((heading) => ({ id: heading.id, title: textOf(heading) })),
      body: toXhtml(withLinks(element.outerHTML, file, places, address)),
    };
  });
}

/** Links to ids lead into the document that has them; all others become whole addresses of the site. */
function withLinks(html: string, file: string, places: ReadonlyMap<string, string>, address: string): string {
  return replaceStartTags(html, (tag) => {
    if (tag.name !== 'a') return undefined;
    const attributes = tag.attributes.map(([name, value]): readonly [string, string | undefined] => {
      if (name !== 'href' || value === undefined) return [name, value];
      const place = value.startsWith('#') ? places.get(value.slice(1)) : undefined;
      if (place === file) return [name, value];
      return [name, place ? `${place}${value}` : escapeHtml(new URL(value.replaceAll('&amp;', '&'), address).href)];
    });
    return writeStartTag({ ...tag, attributes });
  });
}

/** Text of an element, on one line, without references. */
function textOf(element: HTMLElement | null): string {
  return element?.text.replace(/\s+/g, ' ').trim() ?? '';
}
