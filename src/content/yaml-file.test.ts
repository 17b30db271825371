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

test.each([
  ['name: *nowhere\nlist: []\n', /^a\.yaml:1: not valid YAML: .*nowhere/],
  ['name: x\nlist: &loop [*loop]\n', /^a\.yaml:\d: /],
  ['name: !secret x\nlist: []\n', /^a\.yaml:1: not valid YAML: Unresolved tag/],
  ['name: 12\nlist: []\n', 'a.yaml:1: name: write text (in quotation marks when it looks like a number or a sign); here is a number'],
  ['name: x\nlist: y\n', 'a.yaml:2: list: write a list, with `- ` before each entry; here is text'],
  ['', 'a.yaml: write fields, one a line; here is nothing'],
  ['name: "a\0b"\nlist: []\n', 'a.yaml:1: holds the control character U+0000, which no page may hold; remove it'],
])('%j stops with a sentence', (text, sentence) => {
  expect(said(text)[0]).toMatch(sentence);
});

test('a form that fits nothing says what would', () => {
  const either = z.strictObject({ log: z.union([z.strictObject({ none: z.string() }), z.strictObject({ line: z.int().min(1) })]) });
  const [problem] = readYaml('log: 3\n', 'a.yaml', either).problems.map(formatProblem);
  expect(problem).toMatch(/^a\.yaml:1: log: fits none of the forms that it may have: write fields, one a line; here is a number$/);
});
