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
  expect(await epubProblems(epub)).toEqual([]);
  const files = new Map(readZip(epub).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  expect([...files.keys()].slice(0, 4)).toEqual(['mimetype', 'META-INF/container.xml', 'book/content.opf', 'book/nav.xhtml']);
  expect(files.get('book/content.opf')).toContain('<meta property="dcterms:modified">2026-11-21T10:00:00Z</meta>');
  expect(files.get('book/content.opf')).toContain('<dc:title>Request &lt;Path&gt;</dc:title>');
  expect(files.get('book/nav.xhtml')).toContain('<li><a href="wsgi.xhtml">1 Calls &amp; answers</a><ol><li><a href="wsgi.xhtml#wsgi--rules">Rules</a></li></ol></li>');
  expect(files.get('book/style.css')).not.toMatch(/light-dark|@layer/);
});

test.each([
  ['a link to nothing', 'book/asgi.xhtml', '</h2>', '</h2><a href="wsgi.xhtml#none">x</a>', 'book/asgi.xhtml:6: Fragment identifier not found: #none (RSC-012)'],
  ['a link to a file that is not there', 'book/asgi.xhtml', '</h2>', '</h2><a href="cgi.xhtml">x</a>', 'book/asgi.xhtml:6: Referenced resource not found in EPUB: book/cgi.xhtml (RSC-007)'],
  ['an id twice', 'book/wsgi.xhtml', 'id="wsgi--rules"', 'id="wsgi--title"', 'book/wsgi.xhtml:6: The "id" attribute value "wsgi--title" is not unique (RSC-005)'],
  ['a marker that is not there', 'book/wsgi.xhtml', 'marker id="wsgi--m"', 'marker id="m"', 'book/wsgi.xhtml: marker-end="url(#wsgi--m)" names nothing'],
  ['a picture from elsewhere', 'book/asgi.xhtml', '</h2>', '</h2><img src="https://a.example/b.png" alt=""/>', 'book/asgi.xhtml:6: Remote resources are only allowed for audio, video, and fonts (RSC-006)'],
  ['an element that stays open', 'book/asgi.xhtml', '</h2>', '', 'book/asgi.xhtml: Mismatched closing tag: h2 line 6 and section'],
  ['a control', 'book/asgi.xhtml', '</h2>', '</h2><p><button>Run</button></p>', 'book/asgi.xhtml: <button> does nothing in a book'],
  ['a script', 'book/asgi.xhtml', '</h2>', '</h2><script></script>', 'book/asgi.xhtml: Content document contains scripts but manifest item is missing "scripted" property (OPF-014)'],
  ['a document that is not in the spine', 'book/content.opf', '<itemref idref="asgi"/>', '', 'book/nav.xhtml:10: Hyperlinks must reference spine items (RSC-011)'],
  ['a file that the manifest forgets', 'book/content.opf', /<item id="style"[^>]*>/, '', 'book/style.css: Item "book/style.css" exists in the EPUB, but is not declared in the OPF manifest (OPF-003)'],
  ['a file that is only in the manifest', 'book/content.opf', 'href="asgi.xhtml"', 'href="lost.xhtml"', 'book/content.opf:29: Referenced resource "lost.xhtml" could not be found in the EPUB (RSC-001)'],
  ['no time', 'book/content.opf', '10:00:00Z', '10:00', 'book/content.opf: dcterms:modified illegal syntax'],
  ['no navigation', 'book/content.opf', ' properties="nav"', '', 'book/content.opf: Exactly one manifest item must declare the "nav" property (RSC-005)'],
  ['a font from elsewhere', 'book/style.css', 'url("fonts/', 'url("https://a.example/', 'book/style.css: CSS document references remote resources but manifest item is missing "remote-resources" property (OPF-014)'],
])('%s is told', async (_, file, from, to, message) => {
  const entries = readZip(await makeEpub(epubPages(html, address), info, process.cwd()));
  const changed = entries.map(({ name, bytes }) => ({ name, input: name === file ? new TextDecoder().decode(bytes).replace(from, to) : new Uint8Array(bytes) }));
  const problems = await epubProblems(new Uint8Array(await downloadZip(changed).arrayBuffer()));
  expect(problems.join('\n')).toContain(message);
});

test('mimetype in another place is told', async () => {
  const entries = readZip(await makeEpub(epubPages(html, address), info, process.cwd()));
  const moved = [...entries].reverse().map(({ name, bytes }) => ({ name, input: new Uint8Array(bytes) }));
  expect(await epubProblems(new Uint8Array(await downloadZip(moved).arrayBuffer()))).toEqual(['mimetype: Mimetype file must be the first file in the ZIP archive (PKG-006)']);
});

test('the site’s sheets lose layers and the dark scheme', () => {
  expect(forReadingSystems('@layer tokens {\n:root { color-scheme: light dark; --a: light-dark(#fff, #000); }\n}\n@layer a { b { c: d } }')).toMatch(/^\s*:root \{ color-scheme: light dark; --a: #fff; \}\s*b \{ c: d \}\s*$/);
});
