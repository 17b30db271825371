import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './run-tool.ts';

const folder = join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

test.each(workflows)('$name runs only actions whose code is pinned, with the release said beside it', ({ text }) => {
  const uses = [...text.matchAll(/uses: (.+)/g)].map(([, action = '']) => action);
  expect(uses.length).toBeGreaterThan(0);
  const loose = uses.filter((action) => !/^(\.\/\.github\/|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(action));
  expect(loose).toEqual([]);
});

test.each(workflows)('$name gets no right by default, and no job may write but the one that publishes', ({ text }) => {
  const { permissions, jobs } = parse(text) as {
    permissions: Record<string, string>;
    jobs: Record<string, { permissions?: Record<string, string> }>;
  };
  expect(Object.values(permissions)).not.toContain('write');
  const writers = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'));
  expect(writers.map(([name]) => name).filter((name) => name !== 'publish')).toEqual([]);
});

test('a hosted test and .ci/run call the command of the README', () => {
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^npm test$/m);
  expect(workflows.find(({ name }) => name === 'test.yml')?.text).toMatch(/run: \.ci\/run$/m);
});
