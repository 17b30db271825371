import { expect, test } from '@playwright/test';
import { epubOf, pdfOf } from '../../src/book/make-book.ts';
import { readZip } from '../../src/book/read-zip.ts';
import { dist, root } from '../site.ts';

/** Two chapters, and all that follows the chapters: what is whole with them is so with all, and `npm run book` checks that. */
const site = {
  folder: dist,
  base: process.env['BASE_PATH'] ?? '/',
  url: process.env['SITE_URL'] ?? 'https://request-path.example',
  locale: 'en',
  root,
  only: ['cgi', 'wsgi'],
} as const;

test('a PDF of two chapters is tagged and has them as bookmarks', async () => {
  const { problems, says } = await pdfOf(site);
  expect(problems).toEqual([]);
  expect(says).toMatch(/^\d\d+ pages, \d+ bookmarks, tagged$/);
});

test('an EPUB of two chapters is sound, and a browser reads each of its documents as XML', async ({ page }) => {
  const { bytes, problems } = await epubOf(site, new Date('2026-11-21T10:00:00Z'));
  expect(problems).toEqual([]);
  const documents = readZip(bytes)
    .filter(({ name }) => /\.(?:xhtml|opf|xml)$/.test(name))
    .map(({ name, bytes: data }) => ({ name, xml: new TextDecoder().decode(data) }));
  expect(documents.map(({ name }) => name)).toEqual(expect.arrayContaining(['book/nav.xhtml', 'book/cgi.xhtml', 'book/wsgi.xhtml', 'book/glossary.xhtml']));
  const faults = await page.evaluate((all) => all.flatMap(({ name, xml }) => {
    const fault = new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror');
    return fault ? [`${name}: ${fault.textContent}`] : [];
  }), documents);
  expect(faults).toEqual([]);
});
