import { expect, test } from 'vitest';
import { chapterPath, pagePath, withBase, withoutBase } from './paths.ts';

test.each([
  ['/en/wsgi/', '/', '/en/wsgi/'],
  ['/en/wsgi/', '/docs', '/docs/en/wsgi/'],
  ['/en/wsgi/', '/docs/', '/docs/en/wsgi/'],
  ['favicon.svg', '/a/b/', '/a/b/favicon.svg'],
])('%s under %s is %s', (path, base, expected) => {
  expect(withBase(path, base)).toBe(expected);
});

test('a chapter and its section have one address', () => {
  expect(chapterPath('en', 'wsgi')).toBe('/en/wsgi/');
  expect(chapterPath('en', 'wsgi', 'rules')).toBe('/en/wsgi/#rules');
});

test('the home page of an edition ends with one slash', () => {
  expect(pagePath('en', '')).toBe('/en/');
  expect(pagePath('en', 'glossary', 'environ')).toBe('/en/glossary/#environ');
});

test.each([
  ['/docs/en/wsgi/', '/docs/', '/en/wsgi/'],
  ['/docs', '/docs', '/'],
  ['/docsbook/', '/docs', '/docsbook/'],
  ['/en/wsgi/', '/', '/en/wsgi/'],
])('%s without %s is %s', (path, base, expected) => {
  expect(withoutBase(path, base)).toBe(expected);
});
