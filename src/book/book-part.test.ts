import { expect, test } from 'vitest';
import { bookTarget, type BookMap } from './book-links.ts';
import { fitIntoBook } from './book-part.ts';

const map: BookMap = {
  locale: 'en',
  base: '/docs/',
  chapters: new Map([['wsgi', 12], ['asgi', 13]]),
  pages: new Set(['glossary', 'time-outs']),
  moved: new Map([['myths/#one-process', 'wsgi--myth-one-process'], ['explore/url-anatomy/', 'asgi--explorer-url-anatomy']]),
};
const fit = (html: string, home?: string): string => fitIntoBook(html, { id: home ? `answers-${home}` : 'wsgi', ...(home ? { home } : {}) }, map);

test.each([
  ['a chapter', '/docs/en/asgi/', { id: 'asgi', chapter: 13 }],
  ['a section of a chapter', '/docs/en/asgi/#events', { id: 'asgi--events', chapter: 13 }],
  ['a term', '/docs/en/glossary/#environ', { id: 'glossary--environ' }],
  ['a page that is in the book', '/docs/en/time-outs/', { id: 'time-outs' }],
  ['a belief, which stands in its chapter', '/docs/en/myths/#one-process', { id: 'wsgi--myth-one-process', chapter: 12 }],
  ['an explorer', '/docs/en/explore/url-anatomy/', { id: 'asgi--explorer-url-anatomy', chapter: 13 }],
  ['a page that is not in it', '/docs/en/exam/', undefined],
  ['a file', '/docs/files/wsgi/app.py.txt', undefined],
  ['another site', 'https://www.rfc-editor.org/en/wsgi/', undefined],
  ['an address outside the base path', '/en/wsgi/', undefined],
])('%s is found in the book', (_, address, target) => {
  expect(bookTarget(address, map)).toEqual(target);
});

test('ids begin with their part, and everything that names them follows', () => {
  expect(fit('<figure id="call" aria-labelledby="call-c other"><p id="call-c">a</p><a href="#call">b</a><label for="call">c</label></figure>')).toBe(
    '<figure id="wsgi--call" aria-labelledby="wsgi--call-c other"><p id="wsgi--call-c">a</p><a href="#wsgi--call">b</a><label for="wsgi--call">c</label></figure>',
  );
});

test('markers of a drawing stay its own', () => {
  expect(fit('<svg><marker id="d1-head"/><path marker-end="url(#d1-head)" d="M0 0"/><use href="#d1-head"></use></svg>')).toBe(
    '<svg><marker id="wsgi--d1-head" /><path marker-end="url(#wsgi--d1-head)" d="M0 0" /><use href="#wsgi--d1-head"></use></svg>',
  );
});

test('a link into another chapter leads there and tells its number; one into its own does not', () => {
  expect(fit('<a class="x" href="/docs/en/asgi/#events">a</a><a href="/docs/en/wsgi/#rules">b</a>')).toBe(
    '<a class="x" href="#asgi--events" data-chapter-number="13">a</a><a href="#wsgi--rules">b</a>',
  );
});

test('answers at the end refer to sections of their chapter', () => {
  expect(fit('<p id="q"><a href="#rules">a</a><a href="#q">b</a><a href="/docs/en/wsgi/">c</a></p>', 'wsgi')).toBe(
    '<p id="answers-wsgi--q"><a href="#wsgi--rules">a</a><a href="#answers-wsgi--q">b</a><a href="#wsgi">c</a></p>',
  );
});

test('a link to something that is nowhere stays as it is, for the test of links to find', () => {
  expect(fit('<a href="#nowhere">a</a>')).toBe('<a href="#nowhere">a</a>');
});

test('headings go down one level, buttons go, and an angle bracket in a value is no end of a tag', () => {
  expect(fit('<h2 id="a" title="x > y">T</h2><button type="button" hidden>Copy</button><h5>D</h5><header>x</header>')).toBe(
    '<h3 id="wsgi--a" title="x > y">T</h3><h6>D</h6><header>x</header>',
  );
});

test('sections of chapters are no landmarks: many have the same name', () => {
  expect(fit('<section class="sec" aria-labelledby="recap"><h2 id="recap">Recap</h2></section>')).toBe('<section class="sec"><h3 id="wsgi--recap">Recap</h3></section>');
});

test('text and what has no ids stay byte for byte', () => {
  const html = `<p class='a'>1 &lt; 2 <br><code>environ["#x"]</code></p>`;
  expect(fit(html)).toBe(html);
});
