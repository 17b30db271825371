import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagramKey, drawingFile, readDrawing } from './store.ts';

const source = 'flowchart TB\n  %% One leads to the other.\n  a --> b\n';

test('a key is 16 hexadecimal digits and names the file', () => {
  expect(diagramKey(source)).toMatch(/^[0-9a-f]{16}$/);
  expect(drawingFile(source)).toBe(`content/drawings/${diagramKey(source)}.svg`);
});

test.each([
  ['other steps in words', 'flowchart TB\n  %% A leads to B.\n  a --> b\n'],
  ['spaces at the ends of lines', 'flowchart TB  \n  a --> b'],
  ['line ends of another system', 'flowchart TB\r\n  a --> b\r\n'],
])('%s leave a drawing as it is', (_name, other) => {
  expect(diagramKey(other)).toBe(diagramKey(source));
});

test('another label wants another drawing', () => {
  expect(diagramKey(source.replace('b', 'c'))).not.toBe(diagramKey(source));
});

test('a drawing is read without its namespace, which HTML does not need', () => {
  const root = mkdtempSync(join(tmpdir(), 'drawings-'));
  mkdirSync(join(root, 'content/drawings'), { recursive: true });
  writeFileSync(join(root, drawingFile(source)), '<svg xmlns="http://www.w3.org/2000/svg" class="dg"/>\n');
  expect(readDrawing(source, root)).toBe('<svg class="dg"/>');
  rmSync(root, { recursive: true });
});

test('a diagram without a drawing says how to draw it', () => {
  expect(() => readDrawing(source, '/nowhere')).toThrow(/no drawing \(content\/drawings\/[0-9a-f]{16}\.svg\); run node src\/diagrams\/draw\.ts/);
});
