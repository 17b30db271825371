import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findFirefox } from './find-firefox.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firefox-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string, prints: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho '${prints}'\n`);
  chmodSync(path, 0o755);
  return path;
}

test('a Firefox named by the variable wins over the system’s', async () => {
  const path = program('my-firefox', 'Mozilla Firefox 150.0.1');
  expect(await findFirefox({ REQUEST_PATH_FIREFOX: path })).toEqual({ executablePath: path, version: '150.0.1' });
});

test('a variable that names no program is told', async () => {
  await expect(findFirefox({ REQUEST_PATH_FIREFOX: join(folder, 'nothing') })).rejects.toThrow(/^REQUEST_PATH_FIREFOX names .*write the full path/);
});

test('PATH is searched, and a script that only says what to install is passed over', async () => {
  program('firefox-esr', 'Please run: snap install firefox');
  const path = program('firefox', 'Mozilla Firefox 153.7.0esr');
  expect(await findFirefox({ PATH: `/nowhere:${folder}` })).toEqual({ executablePath: path, version: '153.7.0esr' });
});
