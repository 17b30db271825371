import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { root } from '../tools/run-tool.ts';

const text = readFileSync(join(root, 'src/hosting/Containerfile'), 'utf8');
const stages = text.split(/^(?=FROM )/m).slice(1);
const last = stages.at(-1) ?? '';

test('the Containerfile has no fault that a linter finds', () => {
  expect(validate(text).map(({ range, message }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  expect(validate('FROM node\nUSR nobody\n')).not.toEqual([]);
});

test('the image that is published holds the site and its configuration only, and runs without rights', () => {
  expect(stages).toHaveLength(2);
  expect([...last.matchAll(/^COPY (.*)$/gm)].map(([, what = '']) => what.split(' ')[1])).toEqual(['/guide/.cache/guide.conf', '/guide/dist/']);
  expect(last).not.toMatch(/^(?:RUN|ADD) /m);
  expect(last).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
});

test('every base image says where it comes from and which release', () => {
  for (const stage of stages) expect(stage).toMatch(/^FROM docker\.io\/[\w./-]+:[\w.-]+( AS \w+)?$/m);
});

test('nothing that a machine made goes into the build', () => {
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  for (const line of readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter((name) => name.endsWith('/') && name !== '__pycache__/')) {
    expect(ignored).toContain(line.replace(/^\/|\/$/g, ''));
  }
  expect(ignored).toContain('.git');
});
