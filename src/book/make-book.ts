import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strings as bookStrings } from '../components/book/strings.ts';
import { readGuide } from '../content/read-guide.ts';
import { localized, type Locale } from '../i18n/locales.ts';
import { strings } from '../i18n/strings.ts';
import { pagePath, withBase } from '../lib/paths.ts';
import { plainText } from '../markdown/inline.ts';
import { epubProblems } from './check-epub.ts';
import { makeEpub } from './epub.ts';
import { epubPages } from './epub-pages.ts';
import { makePdf } from './pdf.ts';
import { readPdf } from './read-pdf.ts';

/** A built site of which a book is made. */
export interface BookSite {
  readonly folder: string;
  /** Base path that it was built for. */
  readonly base: string;
  /** Scheme and host under which it is published. */
  readonly url: string;
  readonly locale: Locale;
  /** The project's folder. */
  readonly root: string;
  /** Slugs of the chapters to take; all when left out. */
  readonly only?: readonly string[];
}

/** A book, with what can be said of it and what is wrong with it. */
export interface MadeBook {
  readonly bytes: Uint8Array;
  readonly says: string;
  readonly problems: readonly string[];
}

/** The guide as PDF. It must be tagged and have every chapter among its bookmarks, in order. */
export async function pdfOf({ folder, base, url, locale, root, only }: BookSite): Promise<MadeBook> {
  const address = addressOf(url, base, pagePath(locale, 'print'));
  const bytes = await makePdf({ site: folder, base, address, ...(only ? { only } : {}) });
  const { isTagged, language, pages, outline } = readPdf(bytes);
  const wanted = readGuide(root, locale)
    .chapters.filter(({ slug }) => only?.includes(slug) ?? true)
    .map(({ number, frontMatter }) => `${number} ${plainText(frontMatter.title)}`);
  const found = outline.filter(({ level, title }) => level === 2 && /^\d/.test(title)).map(({ title }) => title.replace(/\s+/g, ' '));
  const problems = [
    ...(isTagged ? [] : ['The PDF is not tagged.']),
    ...(language === locale ? [] : [`The PDF says that its language is ${language ?? 'none'}, not ${locale}.`]),
    ...(plain(found) === plain(wanted) ? [] : [`The PDF's bookmarks are not the chapters: ${found.join(' | ') || 'none'}.`]),
  ];
  return { bytes, says: `${pages} pages, ${outline.length} bookmarks, ${isTagged ? 'tagged' : 'not tagged'}`, problems };
}

/** The guide as EPUB 3. @param modified when it is made */
export async function epubOf({ folder, base, url, locale, root, only }: BookSite, modified: Date): Promise<MadeBook> {
  const text = localized(strings, locale);
  const html = readFileSync(join(folder, pagePath(locale, 'print'), 'index.html'), 'utf8');
  const pages = epubPages(html, addressOf(url, base, pagePath(locale, 'print')), only);
  const title = /<h1[^>]*>([^<]+)/.exec(pages[0]?.body ?? '')?.[1] ?? '';
  const contents = localized(bookStrings, locale).contents;
  const address = addressOf(url, base, pagePath(locale, ''));
  const bytes = await makeEpub(pages, { locale, title, description: text.home.description, rights: text.frame.licence, contents, address, modified }, root);
  return { bytes, says: `${pages.length} documents`, problems: await epubProblems(bytes) };
}

function addressOf(url: string, base: string, path: string): string {
  return new URL(withBase(path, base), url).href;
}

/** Titles for comparing: typographic quotes and the plain ones of the source count as the same. */
function plain(titles: readonly string[]): string {
  return titles.join('\n').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}
