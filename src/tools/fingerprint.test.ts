import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, inputs } from './fingerprint.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  write('package-lock.json', '{}');
  write('content/chapters/10-a/chapter.en.mdx', 'one');
  write('src/pages/index.astro', 'two');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test.each([
  ['a chapter', 'content/chapters/10-a/chapter.en.mdx'],
  ['a new file', 'public/robots.txt'],
  ['the lockfile', 'package-lock.json'],
  ['the configuration', 'astro.config.mjs'],
  ['the headers', 'src/server/headers.ts'],
])('changing %s means building again', (_, path) => {
  const before = fingerprint(root, {});
  write(path, 'changed');
  expect(fingerprint(root, {})).not.toBe(before);
});

test.each([
  ['a test', 'src/pages/index.test.ts'],
  ['a hidden file', 'content/.draft'],
  ['what a lab left behind', 'content/chapters/10-a/labs/x/__pycache__/app.pyc'],
])('changing %s does not', (_, path) => {
  const before = fingerprint(root, {});
  write(path, 'changed');
  expect(fingerprint(root, {})).toBe(before);
});

test('another base path means building again, and moving text between files too', () => {
  expect(fingerprint(root, { BASE_PATH: '/docs/' })).not.toBe(fingerprint(root, {}));
  const before = fingerprint(root, {});
  write('content/chapters/10-a/chapter.en.mdx', 'onetwo');
  write('src/pages/index.astro', '');
  expect(fingerprint(root, {})).not.toBe(before);
});

test('files are listed once, in the same order everywhere', () => {
  expect(inputs(root)).toEqual(['content/chapters/10-a/chapter.en.mdx', 'package-lock.json', 'src/pages/index.astro']);
});
