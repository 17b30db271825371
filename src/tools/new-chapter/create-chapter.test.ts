import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkGuide } from '../../content/check-guide.ts';
import { formatProblem } from '../../content/problem.ts';
import { readGuide } from '../../content/read-guide.ts';
import { findProgram } from '../../lab/needs.ts';
import { root as project } from '../run-tool.ts';
import { createChapter } from './create-chapter.ts';

const date = '2026-11-21';
let root = '';

beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'new-chapter-'))));
afterEach(() => rmSync(root, { recursive: true }));

const text = (path: string): string => readFileSync(join(root, path), 'utf8');

test.skipIf(!findProgram('python3'))('a new chapter beside the others has no problem but that it is short', () => {
  cpSync(join(project, 'content'), join(root, 'content'), { recursive: true });
  const others = readGuide(root, 'en').chapters.length;
  createChapter(root, { slug: 'brand-new', title: 'What is "new" here: this?', date });
  const recorder = ['src/lab/record-labs.ts', '--once', '--chapters', join(root, 'content/chapters'), 'brand-new/'];
  const recorded = spawnSync(process.execPath, recorder, { cwd: project, encoding: 'utf8' });
  expect(recorded.stdout).toContain('1 passed, 0 failed');

  const guide = readGuide(root, 'en');
  expect(guide.chapters).toHaveLength(others + 1);
  expect(guide.chapters.at(-1)?.frontMatter.title).toBe('What is "new" here: this?');
  const problems = checkGuide(guide).filter(({ file }) => file.includes('brand-new')).map(formatProblem);
  expect(problems).toEqual([expect.stringMatching(/chapter\.en\.mdx: has \d+ words; write 1200 to 2400$/)]);
}, 60_000);

test('a new chapter stands after the last one, in the part of its neighbour', () => {
  createChapter(root, { slug: 'first', date });
  expect(text('content/chapters/10-first/chapter.en.mdx')).toContain('part: 1\n');
  createChapter(root, { slug: 'between', number: 15, date });
  createChapter(root, { slug: 'last', date });
  expect(existsSync(join(root, 'content/chapters/20-last/quiz.en.yaml'))).toBe(true);
});

test('what is not said is made from the slug, and nothing of the template is left over', () => {
  const files = createChapter(root, { slug: 'connection-and-tls-in-depth', date });
  const chapter = text('content/chapters/10-connection-and-tls-in-depth/chapter.en.mdx');
  expect(chapter).toContain('title: "Connection and tls in depth"\nshort: "Connection and"\n');
  expect(files.map(text).join('')).not.toContain('__');
  expect(files).toContain('content/glossary/connection-and-tls-in-depth.en.yaml');
});

test.each([
  [{ slug: 'Reverse Proxy' }, '"Reverse Proxy" is not a slug: write lower-case words joined by hyphens, such as reverse-proxy.'],
  [{ slug: '../outside' }, '"../outside" is not a slug'],
  [{ slug: 'taken' }, 'The slug taken is taken by content/chapters/10-taken: choose another one.'],
  [{ slug: 'other', number: 10 }, 'The number 10 is taken by content/chapters/10-taken: choose another one.'],
  [{ slug: 'other', number: 4.5 }, '--number wants a whole number'],
  [{ slug: 'other', number: Number('x') }, '--number wants a whole number'],
])('%o is refused, and nothing is written', (chapter, sentence) => {
  mkdirSync(join(root, 'content/chapters/10-taken'), { recursive: true });
  expect(() => createChapter(root, { ...chapter, date })).toThrow(sentence);
  expect(existsSync(join(root, 'content/glossary'))).toBe(false);
});
