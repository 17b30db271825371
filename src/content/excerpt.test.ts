import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutLines, readListing, readTranscript } from './excerpt.ts';

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'excerpt-'));
  mkdirSync(join(dir, 'labs/a/transcripts'), { recursive: true });
  writeFileSync(join(dir, 'labs/a/app.py'), 'import x\n\nif True:\n    # region: body\n    def f():\n        return 1\n    # endregion: body\n');
  writeFileSync(join(dir, 'labs/a/transcripts/run.txt'), '$ echo one \\\n> two\none two\n$ true\n');
});
afterAll(() => rmSync(dir, { recursive: true }));

test('a region loses its marks and its common indentation', () => {
  const excerpt = readListing(dir, 'labs/a/app.py', 'body');
  expect(excerpt.lines).toEqual(['def f():', '    return 1']);
  expect(excerpt.firstLine).toBe(5);
});

test('a whole file loses the lines of its marks', () => {
  expect(readListing(dir, 'labs/a/app.py').lines).toEqual(['import x', '', 'if True:', '    def f():', '        return 1']);
});

test('typed lines, their continuations and printed lines are told apart', () => {
  const { lines, prompts } = readTranscript(dir, 'a', 'run');
  expect(lines).toEqual(['echo one \\', 'two', 'one two', 'true']);
  expect(prompts).toEqual(['$', '>', '', '$']);
});

test('lines are cut as they are counted on the page', () => {
  const cut = cutLines(readTranscript(dir, 'a', 'run'), [2, 3]);
  expect(cut.lines).toEqual(['two', 'one two']);
  expect(cut.prompts).toEqual(['>', '']);
  expect(() => cutLines(cut, [3])).toThrow('line 3 is not there');
});

test.each([
  ['../../secret.py', undefined, 'there is no file `../../secret.py`'],
  ['labs/a/none.py', undefined, 'there is no file'],
  ['labs/a/app.py', 'nobody', 'has no region `nobody`'],
])('%s region %s is refused', (src, region, message) => {
  expect(() => readListing(dir, src, region)).toThrow(message);
});

test('a run that was not recorded says how to record it', () => {
  expect(() => readTranscript(dir, 'a', 'walk')).toThrow('run npm run labs:record');
});
