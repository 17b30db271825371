import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { guide, readPage } from '../site.ts';

const address = '/en/print/';
const { chapters, failures, terms, sources, timeOuts, myths } = guide();

test('the page holds every chapter, in order, with its number', () => {
  const page = parse(readPage(address));
  const parts = page.querySelectorAll('[data-book-part="chapter"]');
  expect(parts.map(({ id }) => id)).toEqual(chapters.map(({ slug }) => slug));
  expect(parts.map((part) => part.querySelector('h2 .book-n')?.text)).toEqual(chapters.map(({ number }) => String(number)));
  const contents = page.querySelectorAll('.book-contents .book-toc > li > a').map((link) => link.getAttribute('href'));
  expect(contents).toEqual([...chapters.map(({ slug }) => slug), 'solutions', 'answers', 'failures', 'time-outs', 'glossary', 'sources'].map((id) => `#${id}`));
});

test('ids are unique, and whatever is in the book is linked in the book', () => {
  const page = parse(readPage(address));
  const ids = page.querySelectorAll('[id]').map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i), 'ids used twice').toEqual([]);
  const known = new Set(ids);
  const links = page.querySelectorAll('.book-all a').map((link) => link.getAttribute('href') ?? '');
  expect(links.filter((link) => link.startsWith('#') && !known.has(link.slice(1))), 'links to nothing').toEqual([]);
  expect(links.filter((link) => link.startsWith('#')).length).toBeGreaterThan(1000);
  // What leaves the book are files, sources, and addresses that are printed.
  expect(links.filter((link) => !/^#|^https:|\/files\//.test(link))).toEqual([]);
  const markers = page.querySelectorAll('.book-all [marker-end]').map((line) => /url\(#(.+)\)/.exec(line.getAttribute('marker-end') ?? '')?.[1] ?? '');
  expect(markers.length).toBeGreaterThan(100);
  expect(markers.filter((id) => !known.has(id)), 'arrows without heads').toEqual([]);
});

test('nothing of the guide is missing', () => {
  const page = parse(readPage(address));
  const known = new Set(page.querySelectorAll('.book-all [id]').map(({ id }) => id));
  const wanted = [
    ...chapters.flatMap(({ slug, body }) => body.headings.flatMap(({ id }) => (id ? [`${slug}--${id}`] : []))),
    ...chapters.flatMap(({ slug, quiz }) => quiz?.data.questions.map(({ id }) => `${slug}--quiz-${id}`) ?? []),
    ...chapters.flatMap(({ slug, exercises }) => exercises.flatMap(({ id }) => [`${slug}--exercise-${id}`, `solutions-${slug}--${id}`])),
    ...failures.map(({ data }) => `failures--${data.id}`),
    ...terms.map(({ data }) => `glossary--${data.id}`),
    ...timeOuts.map(({ data }) => `time-outs--${data.id}`),
    ...sources.map(({ data }) => `sources--source-${data.id}`),
    ...myths.map(({ data }) => `${data.chapter}--myth-${data.id}`),
  ];
  expect(wanted.length).toBeGreaterThan(500);
  expect(wanted.filter((id) => !known.has(id))).toEqual([]);
});

test('the answers to all quizzes stand at the end, one for each question', () => {
  const page = parse(readPage(address));
  const counts = page.querySelectorAll('#answers .book-answers').map((part) => [part.id, part.querySelectorAll('ol > li').length]);
  expect(counts).toEqual(chapters.flatMap(({ slug, quiz }) => (quiz ? [[`answers-${slug}`, quiz.data.questions.length]] : [])));
  expect(counts.length).toBeGreaterThan(0);
});

test('search engines and the sitemap leave the page out; readers are led to it', () => {
  expect(readPage(address)).toContain('<meta name="robots" content="noindex"');
  expect(readPage('/en/chapters/')).toContain('/en/print/"');
  expect(readPage('/en/about/')).toContain('/en/print/"');
});

/** axe takes minutes for the whole page, so it gets one chapter and a piece of each part after the chapters. */
test('what the page is made of passes axe in both themes', async ({ page }) => {
  test.slow();
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('[data-book-part="chapter"]')) if (part.id !== 'cgi') part.remove();
    for (const list of document.querySelectorAll('#answers, #solutions, dl, tbody, .sources')) [...list.children].slice(3).forEach((entry) => entry.remove());
  });
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFindingsEverywhere(page)).toEqual([]);
  }
});
