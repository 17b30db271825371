import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineHashes, metaPolicy, policyFor } from './policy.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page may run its own files and exactly the inline script that it holds', () => {
  const policy = policyFor('/en/index.html', '<script>theme()</script><script type="module" src="/a.js"></script>');
  expect(policy).toContain(`script-src 'self' ${hash('theme()')};`);
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain('unsafe');
});

test('a page without a script needs no hash, and nothing may frame it or change its base', () => {
  const policy = policyFor('/en/index.html', '<p>Text</p>');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test.each([
  ['an inline script', '<script>\n a()\n</script>', ['\n a()\n']],
  ['a module', '<script type="module">a()</script>', ['a()']],
  ['speculation rules', '<script type=speculationrules>{}</script>', ['{}']],
  ['the same script twice', '<script>a()</script><script>a()</script>', ['a()']],
  ['data', '<script type="application/ld+json">{}</script>', []],
  ['a file', '<script async src=/a.js></script>', []],
  ['a script in a comment', '<!-- <script>a()</script> -->', []],
])('hashes of scripts: %s', (_, html, scripts) => {
  expect(inlineHashes(html).scripts).toEqual(scripts.map(hash));
});

test('the style element of a drawing is allowed by its hash', () => {
  expect(inlineHashes('<svg><style>.a{}</style></svg>').styles).toEqual([hash('.a{}')]);
  expect(policyFor('/favicon.svg', '<svg><style>.a{}</style></svg>')).toContain(`style-src ${hash('.a{}')}`);
});

test('only the workers of the search and of Python may run WebAssembly', () => {
  expect(policyFor('/_astro/python-worker-Dk3fZ1aB.js')).toContain("'wasm-unsafe-eval'");
  expect(policyFor('/_astro/python-worker-Dk3fZ1aB.js')).not.toContain("'unsafe-eval'");
  expect(policyFor('/python/0123456789abcdef/pyodide.asm.mjs')).not.toContain('wasm');
  expect(policyFor('/_astro/exercise-view.Dk3fZ1aB.js')).not.toContain('wasm');
  expect(policyFor('/pagefind/pagefind-worker.js')).toContain("'wasm-unsafe-eval'");
  expect(policyFor('/pagefind/names.en_8cdb899f01.json')).not.toContain('wasm');
  expect(policyFor('/en/search/index.html', '')).not.toContain('wasm');
  for (const path of ['/_astro/python-worker-Dk3fZ1aB.js', '/pagefind/pagefind-worker.js', '/sw.js']) expect(policyFor(path)).toMatch(/trusted-types 'none'; require-trusted-types-for 'script'$/);
});

test('a page takes markup and scripts from one policy of Trusted Types only, and pictures from its own site', () => {
  const policy = policyFor('/en/index.html', '');
  expect(policy).toContain("; trusted-types request-path; require-trusted-types-for 'script'");
  expect(policy).toContain("; img-src 'self';");
});

test('what a page says itself is the same, but for who may frame it', () => {
  const policy = policyFor('/en/index.html', '<script>a()</script>');
  expect(metaPolicy(policy)).toBe(policy.replace("; frame-ancestors 'none'", ''));
  expect(metaPolicy(policy)).not.toBe(policy);
});
