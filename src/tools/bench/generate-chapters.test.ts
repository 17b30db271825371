import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkGuide } from '../../content/check-guide.ts';
import { formatProblem } from '../../content/problem.ts';
import { chapterFolders, readGuide } from '../../content/read-guide.ts';
import { checkDrawings } from '../../diagrams/draw.ts';
import { compareFolders } from '../compare-folders.ts';
import { root as project } from '../run-tool.ts';
import { generateChapters } from './generate-chapters.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
afterAll(() => rmSync(folder, { recursive: true }));
const own = chapterFolders(project).length;

function copy(name: string): string {
  const root = join(folder, name);
  cpSync(join(project, 'content'), join(root, 'content'), { recursive: true });
  // What the checks read besides: the rules that exercises name.
  cpSync(join(project, 'src/widgets/python-exercise/grader'), join(root, 'src/widgets/python-exercise/grader'), { recursive: true });
  return root;
}

test('chapters for the benchmark pass every check, each drawing is in the store, and a seed always writes the same', () => {
  const first = copy('first');
  generateChapters(first, own + 4, 1);
  const guide = readGuide(first, 'en');
  expect(guide.chapters).toHaveLength(own + 4);
  expect(checkGuide(guide).map(formatProblem)).toEqual([]);
  expect(checkDrawings(first)).toEqual([]);

  const added = guide.chapters.slice(own);
  for (const { body, quiz } of added) {
    expect(body.words).toBeGreaterThan(1200);
    expect(body.fences.map(({ lang }) => lang)).toEqual(['python', 'console', 'mermaid']);
    expect(quiz?.data.questions).toHaveLength(8);
  }

  const second = copy('second');
  generateChapters(second, own + 4, 1);
  const differences = added.flatMap(({ dir }) => compareFolders(dir, join(second, relative(first, dir))).differences);
  expect(differences).toEqual([]);
}, 300_000);

test('another seed writes other texts', () => {
  const other = copy('other');
  generateChapters(other, own + 1, 2);
  const added = chapterFolders(other).at(-1)?.dir ?? '';
  expect(compareFolders(added, join(folder, 'first', relative(other, added))).differences.length).toBeGreaterThan(1);
}, 300_000);

test('a guide that is larger already is refused', () => {
  expect(() => generateChapters(project, own - 1, 1)).toThrow(`The guide has ${own} chapters, more than ${own - 1}.`);
});
