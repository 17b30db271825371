import { expect, test } from 'vitest';
import { missingFrom } from './model.ts';

const origin = 'https://request-path.example';
const at = (...paths: string[]): string[] => paths.map((path) => `${origin}${path}`);

test('only what is missing is loaded, once, in the order of the other page', () => {
  const here = { styles: at('/site.css'), scripts: at('/search.js'), origin };
  const there = { styles: at('/site.css', '/explorer.css', '/fields.css', '/explorer.css'), scripts: at('/search.js', '/tester.js'), origin };
  expect(missingFrom(here, there)).toEqual({ styles: at('/explorer.css', '/fields.css'), scripts: at('/tester.js') });
});

test('nothing comes from another host', () => {
  const empty = { styles: [], scripts: [], origin };
  expect(missingFrom(empty, { styles: ['https://other.example/a.css', 'nonsense'], scripts: [], origin }).styles).toEqual([]);
});
