import { downloadZip } from 'client-zip';
import { expect, test } from 'vitest';
import { epubProblems } from './check-epub.ts';
import { makeEpub, type EpubInfo } from './epub.ts';
import { epubPages } from './epub-pages.ts';
import { forReadingSystems } from './epub-style.ts';
import { readZip } from './read-zip.ts';

const address = 'https://guide.example/docs/en/print/';
const info: EpubInfo = { locale: 'en', title: 'Request <Path>', description: 'A & B', rights: 'CC BY 4.0', contents: 'Contents', address, modified: new Date('2026-11-21T10:00:00.5Z') };
const html = `<!doctype html><main><article class="book-all"><header class="book-cover"><h1>Request Path</h1><a href="/docs/en/">home</a></header>
<nav class="book-contents"><a href="#wsgi">1</a></nav>
<section class="book-chapter" id="wsgi" data-book-part="chapter"><h2 id="wsgi--title"><span>1</span> Calls &amp; answers</h2><h3 id="wsgi--rules">Rules</h3>
<p><a href="#asgi--events">there</a> <a href="#wsgi--rules">here</a> <a href="#glossary--environ">term</a> <a href="/docs/files/a.txt?b&amp;c">file</a><br><button hidden>Copy</button></p>
<svg viewBox="0 0 1 1"><marker id="wsgi--m"/><path marker-end="url(#wsgi--m)" d="M0 0"/></svg></section>
<section class="book-chapter" id="asgi" data-book-part="chapter"><h2 id="asgi--title">2 Events</h2><h3 id="asgi--events">Events</h3></section>
<section class="book-chapter" id="glossary" data-book-part="end"><h2 id="glossary--title">Glossary</h2><div id="glossary--environ">environ</div></section></article></main>`;

test('the page is cut into documents whose links lead from one to the other, or to the site', () => {
  const pages = epubPages(html, address);
  expect(pages.map(({ file, title, sections }) => [file, title, sections.map(({ id }) => id)])).toEqual([
    ['cover.xhtml', 'Request Path', []],
    ['wsgi.xhtml', '1 Calls & answers', ['wsgi--rules']],
    ['asgi.xhtml', '2 Events', ['asgi--events']],
    ['glossary.xhtml', 'Glossary', []],
  ]);
  expect(pages[1]?.body).toContain('<a href="asgi.xhtml#asgi--events">there</a> <a href="#wsgi--rules">here</a> <a href="glossary.xhtml#glossary--environ">term</a> <a href="https://guide.example/docs/files/a.txt?b&amp;c">file</a><br/>');
  expect(pages[1]?.body).not.toContain('button');
});

test('a book of some chapters links the others on the site', () => {
  const pages = epubPages(html, address, ['wsgi']);
  expect(pages.map(({ file }) => file)).toEqual(['cover.xhtml', 'wsgi.xhtml', 'glossary.xhtml']);
  expect(pages[1]?.body).toContain(`<a href="${address}#asgi--events">there</a>`);
});

test('an EPUB is whole: mimetype first, manifest, spine, navigation, links', async () => {
  const epub = await makeEpub(epubPages(html, address), info, process.cwd());
  expect(epubProblems(epub)).toEqual([]);
  const files = new Map(readZip(epub).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  expect([...files.keys()].slice(0, 4)).toEqual(['mimetype', 'META-INF/container.xml', 'book/content.opf', 'book/nav.xhtml']);
  expect(files.get('book/content.opf')).toContain('<meta property="dcterms:modified">2026-11-21T10:00:00Z</meta>');
  expect(files.get('book/content.opf')).toContain('<dc:title>Request &lt;Path&gt;</dc:title>');
  expect(files.get('book/nav.xhtml')).toContain('<li><a href="wsgi.xhtml">1 Calls &amp; answers</a><ol><li><a href="wsgi.xhtml#wsgi--rules">Rules</a></li></ol></li>');
  expect(files.get('book/style.css')).not.toMatch(/light-dark|@layer/);
});

test.each([
  ['a link to nothing', 'book/asgi.xhtml', '</h2>', '</h2><a href="wsgi.xhtml#none">x</a>', 'book/asgi.xhtml links wsgi.xhtml#none, and there is no such id.'],
  ['a link to a file that is not there', 'book/asgi.xhtml', '</h2>', '</h2><a href="cgi.xhtml">x</a>', 'book/asgi.xhtml links cgi.xhtml, which is not there.'],
  ['an id twice', 'book/wsgi.xhtml', 'id="wsgi--rules"', 'id="wsgi--title"', 'book/wsgi.xhtml has the id wsgi--title twice.'],
  ['a marker that is not there', 'book/wsgi.xhtml', 'marker id="wsgi--m"', 'marker id="m"', 'book/wsgi.xhtml: marker-end="url(#wsgi--m)" names nothing.'],
  ['a picture from elsewhere', 'book/asgi.xhtml', '</h2>', '</h2><img src="https://a.example/b.png" alt=""/>', 'book/asgi.xhtml loads https://a.example/b.png from elsewhere.'],
  ['an element that stays open', 'book/asgi.xhtml', '</h2>', '', 'book/asgi.xhtml: </section> closes <h2>'],
  ['a script', 'book/asgi.xhtml', '</h2>', '</h2><script></script>', 'book/asgi.xhtml has <script>'],
  ['a document that is not in the spine', 'book/content.opf', '<itemref idref="asgi"/>', '', 'asgi must be in the spine once.'],
  ['a file that the manifest forgets', 'book/content.opf', /<item id="style"[^>]*>/, '', 'book/style.css is not in the manifest.'],
  ['a file that is only in the manifest', 'book/content.opf', 'href="asgi.xhtml"', 'href="lost.xhtml"', 'The manifest lists book/lost.xhtml, which is not there.'],
  ['no time', 'book/content.opf', '10:00:00Z', '10:00', 'dcterms:modified is missing'],
  ['no navigation', 'book/content.opf', ' properties="nav"', '', 'One document must be the navigation.'],
  ['a font from elsewhere', 'book/style.css', 'url("fonts/', 'url("https://a.example/', 'book/style.css loads something from elsewhere.'],
])('%s is told', async (_, file, from, to, message) => {
  const entries = readZip(await makeEpub(epubPages(html, address), info, process.cwd()));
  const changed = entries.map(({ name, bytes }) => ({ name, input: name === file ? new TextDecoder().decode(bytes).replace(from, to) : new Uint8Array(bytes) }));
  const problems = epubProblems(new Uint8Array(await downloadZip(changed).arrayBuffer()));
  expect(problems.join('\n')).toContain(message);
});

test('mimetype in another place is told', async () => {
  const entries = readZip(await makeEpub(epubPages(html, address), info, process.cwd()));
  const moved = [...entries].reverse().map(({ name, bytes }) => ({ name, input: new Uint8Array(bytes) }));
  expect(epubProblems(new Uint8Array(await downloadZip(moved).arrayBuffer()))).toEqual(['The first file must be mimetype, stored, and hold application/epub+zip.']);
});

test('the site’s sheets lose layers and the dark scheme', () => {
  expect(forReadingSystems('@layer tokens {\n:root { color-scheme: light dark; --a: light-dark(#fff, #000); }\n}\n@layer a { b { c: d } }')).toMatch(/^\s*:root \{ color-scheme: light dark; --a: #fff; \}\s*b \{ c: d \}\s*$/);
});
