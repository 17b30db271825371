import { expect, test } from 'vitest';
import { readBody } from './chapter-body.ts';

test('a heading is known by its plain words, and by words in which code is still code', () => {
  const { headings, problems } = readBody('## What `scope` holds [#scope]\n\nText.\n', 'chapter.en.mdx', 10);
  expect(problems).toEqual([]);
  expect(headings).toEqual([{ id: 'scope', text: 'What scope holds', title: 'What `scope` holds', depth: 2, line: 10 }]);
});
