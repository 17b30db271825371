import { expect, test } from 'vitest';
import { codeWords } from './code-words.ts';
import { inlineMarkdown } from './inline.ts';

const context = { locale: 'en', base: '/', sourceUrl: () => undefined } as const;

test.each([
  ['`X-Forwarded-For`', '<code class="nowrap">X-Forwarded-For</code>'],
  ['`gunicorn --threads 4`', '<code>gunicorn <span class="nowrap">--threads</span> 4</code>'],
  ['`a -> "b" <c-d>`', '<code>a <span class="nowrap">-&gt;</span> "b" <span class="nowrap">&lt;c-d&gt;</span></code>'],
  ['`proxy_pass http://app`', '<code>proxy_pass http://app</code>'],
  ['[`ss -tn`](term:x)', '<a href="/en/glossary/#x" class="term" data-term="x"><code>ss <span class="nowrap">-tn</span></code></a>'],
])('%s keeps its words with a hyphen whole', (markdown, html) => {
  expect(inlineMarkdown(markdown, context)).toBe(html);
});

test('a word too long for a narrow screen may still be broken', () => {
  expect(codeWords('Access-Control-Allow-Credentials')).toBeUndefined();
  expect(codeWords('Access-Control-Max-Age: 9')).toEqual({
    hChildren: [
      { type: 'element', tagName: 'span', properties: { className: ['nowrap'] }, children: [{ type: 'text', value: 'Access-Control-Max-Age:' }] },
      { type: 'text', value: ' ' },
      { type: 'text', value: '9' },
    ],
  });
});
