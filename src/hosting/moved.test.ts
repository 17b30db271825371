import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../tools/run-tool.ts';
import { readMoved } from './moved.ts';

const folder = mkdtempSync(join(tmpdir(), 'moved-'));
mkdirSync(join(folder, 'content'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(yaml: string): ReturnType<typeof readMoved> {
  writeFileSync(join(folder, 'content/moved.yaml'), yaml);
  return readMoved(folder);
}

test('a list without a move is a list', () => {
  expect(read('# nothing yet\n[]\n')).toEqual([]);
  expect(readMoved(root)).toBeInstanceOf(Array);
});

test('a page moves to a page or a section', () => {
  const yaml = '- { from: /en/old/, to: /en/new/ }\n- { from: /en/explore/older/, to: /en/new/#part }\n';
  expect(read(yaml).map(({ to }) => to)).toEqual(['/en/new/', '/en/new/#part']);
});

test.each([
  ['- { from: en/old, to: /en/new/ }', 'content/moved.yaml:1: 0.from: write the address of a page without the base path, such as /en/wsgi/'],
  ['- { from: /en/old/, to: //evil.test/ }', 'content/moved.yaml:1: 0.to: write an address such as /en/wsgi/ or /en/wsgi/#environ'],
  ['- { from: /en/a/, to: /en/b/ }\n- { from: /en/a/, to: /en/c/ }', 'content/moved.yaml:2: 1.from: /en/a/ is moved twice; remove one of the entries'],
  ['- { from: /en/a/, to: /en/b/#x }\n- { from: /en/b/, to: /en/c/ }', 'content/moved.yaml:1: 0.to: /en/b/#x has moved itself; write /en/c/'],
])('%s is told with its line', (yaml, message) => {
  expect(() => read(yaml)).toThrow(message);
});
