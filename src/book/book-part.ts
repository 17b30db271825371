import { bookId, bookTarget, type BookMap } from './book-links.ts';
import { replaceStartTags, writeStartTag } from './tags.ts';

/** A part of the book: what is to be known of it to set it beside the others. */
export interface BookPart {
  /** What its ids begin with; unique in the book. */
  readonly id: string;
  /** Part that `#heading` means where the part has no such id itself: the answers refer to their chapter's sections. */
  readonly home?: string;
}

/** Attributes that name ids, one or several. */
const references = new Set(['for', 'headers', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details']);

/**
 * Makes HTML of a page of the site fit for one page with all others: ids get the part's name before them, references
 * to them follow, links to what is in the book lead there, and headings go down one level. A link into another chapter
 * gets that chapter's number as `data-chapter-number`, for paper. Buttons go: there is no script; and sections are no
 * landmarks, since a dozen would have the same name.
 */
export function fitIntoBook(html: string, { id: part, home }: BookPart, map: BookMap): string {
  const own = new Set<string>();
  replaceStartTags(html, ({ attributes }) => {
    for (const [name, value] of attributes) if (name === 'id' && value) own.add(value);
    return undefined;
  });
  const rename = (id: string): string => (own.has(id) ? bookId(part, id) : id);

  return lowerHeadings(replaceStartTags(withoutButtons(html), (tag) => {
    let number: number | undefined;
    const kept = tag.name === 'section' ? tag.attributes.filter(([name]) => name !== 'aria-labelledby') : tag.attributes;
    const attributes = kept.map(([name, value]): readonly [string, string | undefined] => {
      if (value === undefined) return [name, value];
      if (name === 'id') return [name, bookId(part, value)];
      if (references.has(name)) return [name, value.split(/\s+/).map(rename).join(' ')];
      if (name === 'href' || name === 'xlink:href') {
        if (value.startsWith('#')) {
          const id = value.slice(1);
          return [name, `#${own.has(id) || home === undefined ? rename(id) : bookId(home, id)}`];
        }
        const target = tag.name === 'a' ? bookTarget(value, map) : undefined;
        if (!target) return [name, value];
        if (target.chapter !== map.chapters.get(home ?? part)) number = target.chapter;
        return [name, `#${target.id}`];
      }
      return [name, value.includes('url(#') ? value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${rename(id)})`) : value];
    });
    if (number !== undefined) attributes.push(['data-chapter-number', String(number)]);
    const isSame = attributes.length === tag.attributes.length && attributes.every(([, value], i) => value === tag.attributes[i]?.[1]);
    return isSame ? undefined : writeStartTag({ ...tag, attributes });
  }));
}

/** h2 becomes h3, and so on: the book's title is above the chapters' titles. */
function lowerHeadings(html: string): string {
  return html.replace(/<(\/?)h([1-5])(?=[\s>])/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`);
}

function withoutButtons(html: string): string {
  return html.replace(/<button\b[^>]*>[\s\S]*?<\/button>/g, '');
}
