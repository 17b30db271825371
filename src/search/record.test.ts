import { expect, test } from 'vitest';
import { recordPage, type SearchRecord } from './record.ts';

const record: SearchRecord = { url: '/en/wsgi/#rules', locale: 'en', kind: 'chapter', phase: 'translate', title: 'Rules & "exceptions"', chapter: 'wsgi', part: 2, html: '<p>Text</p>' };

test('a record becomes a page with its title, as text', () => {
  const html = recordPage(record);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<h1>Rules &#38; &#34;exceptions&#34;</h1><p>Text</p>');
});

test.each(['myth', 'source'] as const)('the title of a %s does not count like a heading', (kind) => {
  const html = recordPage({ ...record, kind });
  expect(html).not.toContain('<h1>');
  expect(html).toContain('data-pagefind-weight="2"');
});
