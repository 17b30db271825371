import { expect, test } from 'vitest';
import { pageSections } from './page-sections.ts';

const page = (body: string): string => `<!doctype html><html lang="en"><body><header>Menu</header><main data-pagefind-body>${body}</main></body></html>`;

test('a page is cut at its headings, and the title opens the first part', () => {
  const sections = pageSections(page('<h1>Names</h1><p>Intro.</p><section><h2 id="hosts">The file</h2><p>A line.</p><h3 id="format">Its <code>format</code></h3><p>An address.</p></section>'));
  expect(sections).toEqual([
    { id: undefined, title: 'Names', html: '<p>Intro.</p>' },
    { id: 'hosts', title: 'The file', html: '<p>A line.</p>' },
    { id: 'format', title: 'Its format', html: '<p>An address.</p>' },
  ]);
});

test('a heading in the margin opens no section', () => {
  const sections = pageSections(page('<h1>Names</h1><aside><h2 id="other">On other systems</h2><p>find it</p></aside><h2 id="a">A</h2>'));
  expect(sections.map(({ id }) => id)).toEqual([undefined, 'a']);
  expect(sections[0]?.html).toContain('find it');
});

test('tools, drawings and what the page takes out of the search are not found', () => {
  const sections = pageSections(
    page('<h2 id="a">A</h2><div><button>Copy</button><svg><text>Browser</text></svg><pre><code>ls<i class="key">a</i></code></pre></div><nav data-pagefind-ignore><h2 id="n">Next</h2></nav>'),
  );
  expect(sections).toEqual([{ id: 'a', title: 'A', html: '<div></div><p>¶</p><pre><code>ls</code></pre>' }]);
});

test('a page that is not marked has no sections', () => {
  expect(pageSections('<html><body><h1>Search</h1></body></html>')).toEqual([]);
});

test('listings and runs follow the prose; captions are sentences of it, without their numbers', () => {
  const sections = pageSections(
    page('<h2 id="a">A</h2><p>Ask:</p><figure><figcaption><b>Listing 4.2</b><span>The call</span></figcaption><div data-pagefind-weight="0.5"><pre>call()</pre></div><ol class="notes"><li>A note.</li></ol></figure><pre>sketch</pre><p>End.</p>'),
  );
  expect(sections[0]?.html).toBe(
    '<p>Ask:</p><figure><p><span>The call</span></p></figure><p>End.</p><p>¶</p><div data-pagefind-weight="0.5"><pre>call()</pre></div><ol class="notes"><li>A note.</li></ol><pre>sketch</pre>',
  );
});
