import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatProblem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const schema = z.strictObject({ name: z.string(), list: z.array(z.strictObject({ id: z.string() })) });
const said = (text: string, firstLine?: number): string[] =>
  readYaml(text, 'a.yaml', schema, firstLine).problems.map(formatProblem);

test('a right file gives its value and the lines of its fields', () => {
  const result = readYaml('name: x\nlist:\n  - id: a\n  - id: b\n', 'a.yaml', schema);
  expect(result.value).toEqual({ name: 'x', list: [{ id: 'a' }, { id: 'b' }] });
  expect(result.lineOf(['list', 1, 'id'])).toBe(4);
});

test('an unknown field is named with its line', () => {
  expect(said('name: x\nlist:\n  - id: a\n    colour: red\n')).toEqual([
    'a.yaml:3: list.0: unknown field `colour`; remove it or correct its spelling',
  ]);
});

test('a missing field is told at its parent, with the offset of front matter', () => {
  expect(said('list: []\n', 2)).toEqual(['a.yaml:2: name: is missing; add it']);
});

test('a syntax error has its line', () => {
  expect(said('name: [x\nlist: []\n')[0]).toMatch(/^a\.yaml:\d: not valid YAML/);
});
