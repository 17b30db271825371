import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareFolders } from './compare-folders.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'compare-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function compare(first: Record<string, string>, second: Record<string, string>): ReturnType<typeof compareFolders> {
  for (const [name, files] of Object.entries({ first, second })) {
    mkdirSync(join(folder, name));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true });
      writeFileSync(join(folder, name, path), text);
    }
  }
  return compareFolders(join(folder, 'first'), join(folder, 'second'));
}

test('the same files are the same', () => {
  expect(compare({ 'a.html': 'a', 'en/b.html': 'b' }, { 'a.html': 'a', 'en/b.html': 'b' })).toEqual({ files: 2, differences: [] });
});

test('a changed byte, a new and a lost file are each named', () => {
  const { differences } = compare({ 'en/a.html': 'built at 10:00', b: '' }, { 'en/a.html': 'built at 10:01', c: '' });
  expect(differences).toEqual([
    'b is only in the first build.',
    'c is only in the second build.',
    'en/a.html differs: at byte 13, "built at 10:00" is "built at 10:01"',
  ]);
});
