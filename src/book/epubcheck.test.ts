import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { epubcheck } from './epubcheck.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'epubcheck-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(script: string): string {
  const path = join(folder, 'epubcheck');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('a validator that finds nothing is believed', async () => {
  expect(await epubcheck('a.epub', program('exit 0'))).toMatchObject({ isValid: true, says: 'EPUBCheck finds nothing wrong.' });
});

test('what it objects to is shown', async () => {
  const verdict = await epubcheck('a.epub', program('echo "ERROR(RSC-005): $1" >&2; exit 1'));
  expect(verdict.isValid).toBe(false);
  expect(verdict.says).toContain('ERROR(RSC-005): a.epub');
});

test('without it that is said, and nothing fails', async () => {
  expect(await epubcheck('a.epub', join(folder, 'none'))).toMatchObject({ isValid: true, says: expect.stringContaining('not installed') });
});
