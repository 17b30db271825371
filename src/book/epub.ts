import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadZip } from 'client-zip';
import type { Locale } from '../i18n/locales.ts';
import { escapeHtml } from '../markdown/highlight.ts';
import type { EpubPage } from './epub-pages.ts';
import { epubStyle } from './epub-style.ts';

/** What an EPUB says about itself. */
export interface EpubInfo {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  readonly rights: string;
  /** Heading of the table of contents. */
  readonly contents: string;
  /** Address of the guide: it identifies the book, whatever its version. */
  readonly address: string;
  /** When it was made. */
  readonly modified: Date;
}

const fonts = ['literata-latin', 'literata-latin-italic', 'literata-cyrillic', 'literata-cyrillic-italic'] as const;

/** Files of an EPUB 3, in the order in which they are zipped. */
type EpubFiles = readonly { readonly name: string; readonly input: string | Uint8Array<ArrayBuffer> }[];

/**
 * Makes an EPUB 3 of the pages. Everything in it is stored uncompressed; nothing is loaded from elsewhere.
 * @param root the project's folder
 */
export async function makeEpub(pages: readonly EpubPage[], info: EpubInfo, root: string): Promise<Uint8Array<ArrayBuffer>> {
  const files: EpubFiles = [
    { name: 'mimetype', input: 'application/epub+zip' },
    { name: 'META-INF/container.xml', input: container },
    { name: 'book/content.opf', input: packageDocument(pages, info) },
    { name: 'book/nav.xhtml', input: navigation(pages, info) },
    { name: 'book/style.css', input: epubStyle(root) },
    ...fonts.map((font) => ({ name: `book/fonts/${font}.woff2`, input: new Uint8Array(readFileSync(join(root, `src/styles/fonts/${font}.woff2`))) })),
    ...pages.map(({ file, title, body }) => ({ name: `book/${file}`, input: xhtmlDocument(title, body, info.locale) })),
  ];
  const zip = downloadZip(files.map((file) => ({ ...file, lastModified: info.modified })));
  return new Uint8Array(await zip.arrayBuffer());
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const container = `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function xhtmlDocument(title: string, body: string, locale: Locale): string {
  return `${declaration}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${locale}" xml:lang="${locale}">
<head><title>${escapeHtml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}

function navigation(pages: readonly EpubPage[], { contents, locale }: EpubInfo): string {
  const entry = ({ file, title, sections }: EpubPage): string => {
    const below = sections.map(({ id, title: heading }) => `<li><a href="${file}#${id}">${escapeHtml(heading)}</a></li>`);
    return `<li><a href="${file}">${escapeHtml(title)}</a>${below.length > 0 ? `<ol>${below.join('')}</ol>` : ''}</li>`;
  };
  const body = `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc"><h1 id="toc">${escapeHtml(contents)}</h1>\n<ol>\n${pages.map(entry).join('\n')}\n</ol></nav>`;
  return xhtmlDocument(contents, body, locale);
}

function packageDocument(pages: readonly EpubPage[], info: EpubInfo): string {
  const { locale, title, description, rights, address, modified } = info;
  const idOf = ({ file }: EpubPage): string => file.replace('.xhtml', '');
  const items = pages.map((page) => `<item id="${idOf(page)}" href="${page.file}" media-type="application/xhtml+xml"${page.body.includes('<svg') ? ' properties="svg"' : ''}/>`);
  return `${declaration}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${locale}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${uuidOf(address)}</dc:identifier>
<dc:title>${escapeHtml(title)}</dc:title>
<dc:language>${locale}</dc:language>
<dc:description>${escapeHtml(description)}</dc:description>
<dc:source>${escapeHtml(address)}</dc:source>
<dc:rights>${escapeHtml(rights)}</dc:rights>
<meta property="dcterms:modified">${modified.toISOString().replace(/\.\d+/, '')}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">longDescription</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${fonts.map((font) => `<item id="${font}" href="fonts/${font}.woff2" media-type="font/woff2"/>`).join('\n')}
${items.join('\n')}
</manifest>
<spine>
${pages.map((page) => `<itemref idref="${idOf(page)}"/>${page.file === 'cover.xhtml' ? '\n<itemref idref="nav"/>' : ''}`).join('\n')}
</spine>
</package>
`;
}

/** A name-based UUID (version 8 of RFC 9562): the same for the same address. */
function uuidOf(address: string): string {
  const hex = createHash('sha256').update(address).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
