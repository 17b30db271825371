import { expect, test } from 'vitest';
import { firstFiles, withImports, withLaterImports } from './page-files.ts';

const site: Readonly<Record<string, string>> = {
  '/en/wsgi/index.html':
    '<link rel="stylesheet" href="/docs/_astro/page.css"><link rel="preload" href="/docs/_astro/latin.woff2" as="font" crossorigin>' +
    '<link rel="icon" href="/docs/favicon.ico"><a href="/docs/en/cgi/">CGI</a> <em>slanted</em><script type="module" src="/docs/_astro/page.js"></script>',
  '/en/plain/index.html': '<link rel="stylesheet" href="/docs/_astro/page.css"><p>upright</p>',
  '/_astro/page.css': '@font-face { src: url(/docs/_astro/literata-latin-italic.C0.woff2) }',
  '/_astro/page.js': 'import{a}from"./shared.js";import"./marks.js";addEventListener("click",()=>import("./quiz.js"))',
  '/_astro/shared.js': 'export const a=1',
  '/_astro/marks.js': 'import{a}from"./shared.js"',
  '/_astro/quiz.js': 'import{a}from"./shared.js";import{b}from"./dom.js"',
  '/_astro/dom.js': 'export const b=2',
};
const read = (path: string): string => site[path] ?? '';

test('a first visit brings the page, its styles and fonts, its scripts with what they import, and no more', () => {
  expect(firstFiles('/en/wsgi/', '/docs/', read)).toEqual([
    '/en/wsgi/', '/_astro/page.css', '/_astro/latin.woff2', '/_astro/literata-latin-italic.C0.woff2', '/_astro/page.js', '/_astro/shared.js', '/_astro/marks.js',
  ]);
});

test('a page without slanted letters does not fetch their font', () => {
  expect(firstFiles('/en/plain/', '/docs/', read)).toEqual(['/en/plain/', '/_astro/page.css']);
});

test('what is imported later is told apart', () => {
  expect(withImports(['/_astro/page.js'], read)).toEqual(['/_astro/page.js', '/_astro/shared.js', '/_astro/marks.js']);
  expect(withLaterImports(['/_astro/page.js'], read)).toEqual(['/_astro/page.js', '/_astro/shared.js', '/_astro/marks.js', '/_astro/quiz.js', '/_astro/dom.js']);
});
