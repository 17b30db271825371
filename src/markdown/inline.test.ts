import { expect, test } from 'vitest';
import type { LinkContext } from './content-links.ts';
import { blockMarkdown, inlineMarkdown, plainText } from './inline.ts';

const context: LinkContext = {
  locale: 'en',
  base: '/docs/',
  sourceUrl: (id) => (id === 'rfc1034' ? 'https://www.rfc-editor.org/rfc/rfc1034' : undefined),
};

test.each([
  ['a [resolver](term:stub)', 'a <a href="/docs/en/glossary/#stub" class="term" data-term="stub">resolver</a>'],
  ['[rules](chapter:wsgi#rules)', '<a href="/docs/en/wsgi/#rules">rules</a>'],
  ['[RFC](source:rfc1034#section-3.6)', '<a href="https://www.rfc-editor.org/rfc/rfc1034#section-3.6" class="source">RFC</a>'],
  ['[x](failure:nx)', '<a href="/docs/en/failures/#nx">x</a>'],
  ['[here](#hosts)', '<a href="#hosts">here</a>'],
  ['`a < b` and **c**', '<code>a &lt; b</code> and <strong>c</strong>'],
])('%s', (text, expected) => {
  expect(inlineMarkdown(text, context)).toBe(expected);
});

test('a link to another site is refused: sites are sources', () => {
  expect(() => inlineMarkdown('[x](https://example.com)', context)).toThrow('write term:, chapter:, source:');
  expect(() => inlineMarkdown('[x](source:nope)', context)).toThrow('there is no source `nope`');
});

test('a bare example name stays text', () => {
  expect(inlineMarkdown('Ask www.shop.test or https://shop.test/books.', context)).toBe('Ask www.shop.test or https://shop.test/books.');
});

test('a list is no inline text', () => {
  expect(() => inlineMarkdown('a\n\n- b', context)).toThrow('write one paragraph');
});

test('blocks keep their paragraphs', () => {
  expect(blockMarkdown('a\n\nb', context)).toBe('<p>a</p>\n<p>b</p>');
});

test('markup does not come alive', () => {
  expect(plainText('a [b](term:c) `d` **e**')).toBe('a b d e');
});

test('a heading of the own page is found from another page, too', () => {
  const text = '[above](#four-ways)';
  expect(inlineMarkdown(text, context)).toBe('<a href="#four-ways">above</a>');
  expect(inlineMarkdown(text, { ...context, home: '/docs/en/wsgi/' })).toBe('<a href="/docs/en/wsgi/#four-ways">above</a>');
});
