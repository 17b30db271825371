import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isNewEnough, makeMovable } from './python-packages.ts';

const venv = mkdtempSync(join(tmpdir(), 'venv-'));
afterAll(() => rmSync(venv, { recursive: true }));

test('programs of the packages find Python by PATH', () => {
  mkdirSync(join(venv, 'bin'));
  const files = {
    gunicorn: `#!${venv}/bin/python\nimport sys\n`,
    'long-path': `#!/bin/sh\n'''exec' ${venv}/bin/python "$0" "$@"\n' '''\nimport sys\n`,
    activate: `VIRTUAL_ENV=${venv}\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(venv, 'bin', name), text);
  makeMovable(venv);
  const text = (name: string): string => readFileSync(join(venv, 'bin', name), 'utf8');
  expect(text('gunicorn')).toBe('#!/usr/bin/env python3\nimport sys\n');
  expect(text('long-path')).toBe('#!/usr/bin/env python3\nimport sys\n');
  expect(text('activate')).toBe(files.activate);
});

test('a Python older than the lock file is refused', () => {
  expect(isNewEnough('Python 3.11.2')).toBe(true);
  expect(isNewEnough('Python 3.9.18')).toBe(false);
  expect(isNewEnough('')).toBe(false);
});

test('every package of the lock file has a hash, and every one asked for is there as asked', () => {
  const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
  const lock = read('requirements.lock');
  for (const entry of lock.split(/\n(?=[a-z])/).filter((part) => /^[a-z]/.test(part))) expect(entry).toContain('--hash=sha256:');
  for (const line of read('requirements.in').trim().split('\n')) expect(lock).toContain(`\n${line.replace(/\[.*\]/, '')} `);
});
