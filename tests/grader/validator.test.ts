import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { graderFolder, readCorpus } from './corpus.ts';
import { pythonMissing } from './run-python.ts';

const missing = pythonMissing();
const programs = readCorpus().filter(
  ({ name, job, rule }) => name.startsWith('wsgi/') && rule !== 'python-error' && rule !== 'limit' && !Object.hasOwn(Object(job.request), 'middleware'),
);

function validatorSays(): Readonly<Record<string, string | null>> {
  const { stdout, stderr } = spawnSync('python3', ['-B', fileURLToPath(new URL('with_validator.py', import.meta.url))], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: dirname(graderFolder.replace(/\/$/, '')) },
    input: JSON.stringify(Object.fromEntries(programs.map(({ name, job }) => [name, job]))),
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string | null>;
}

describe.skipIf(missing)(`beside wsgiref.validate${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('what the validator refuses, the grader refuses: but for what the specifications allow', () => {
    const said = validatorSays();
    // RFC 9110 wants a Content-Type for content only, and lets 204, 304 and HEAD do without.
    const milder = new Set(['wsgi/right/empty-without-type', 'wsgi/right/head-without-type']);
    const accepted = programs.filter(({ rule, name }) => !rule && said[name] !== null && !milder.has(name));
    expect(accepted.map(({ name }) => `${name}: ${said[name]}`)).toEqual([]);
    expect([...milder].every((name) => said[name]?.startsWith('No Content-Type'))).toBe(true);
  });

  test('and it refuses much that the validator lets through', () => {
    const said = validatorSays();
    const only = new Set(programs.filter(({ rule, name }) => rule && said[name] === null).map(({ rule }) => rule));
    const missed = ['wsgi-content-length', 'wsgi-start-response-twice', 'wsgi-hop-by-hop', 'wsgi-exception-late', 'wsgi-state', 'wsgi-head-body', 'wsgi-input-limit', 'wsgi-len', 'wsgi-latin-1'];
    expect(missed.filter((rule) => !only.has(rule))).toEqual([]);
  });
});
