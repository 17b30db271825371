import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser, type FoundBrowser, type Place } from './find-browser.ts';
import { npmBrowser } from './npm-browser.ts';
import { systemBrowser } from './system-browser.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A program that answers to --version. */
function program(name: string, prints: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho '${prints}'\n`);
  chmodSync(path, 0o755);
  return path;
}

const found = (source: string): FoundBrowser => ({ executablePath: `/${source}`, args: [], env: {}, source });
const none: Place = async () => undefined;

test('a browser named by the variable wins over every other', async () => {
  const path = program('my-browser', 'Chromium 150.0.1.2');
  const browser = await findBrowser({ REQUEST_PATH_BROWSER: path, PATH: folder });
  expect(browser).toMatchObject({ executablePath: path, source: 'REQUEST_PATH_BROWSER' });
  expect(browser.args).toContain('--disable-background-networking');
});

test('a variable that names no program is told, and nothing else is tried', async () => {
  await expect(findBrowser({ REQUEST_PATH_BROWSER: join(folder, 'nothing') })).rejects.toThrow(
    /^REQUEST_PATH_BROWSER names .*nothing, which is not a program that can be run; write the full path/,
  );
});

test('places are tried in their order', async () => {
  const browser = await findBrowser({}, [none, async () => found('second'), async () => found('third')]);
  expect(browser.source).toBe('second');
});

test('without any browser one sentence says what to do', async () => {
  await expect(findBrowser({}, [none])).rejects.toThrow(/npx playwright install chromium.*REQUEST_PATH_BROWSER\.$/);
});

test('the system is searched along PATH', async () => {
  const path = program('google-chrome', 'Google Chrome 149.0.7000.1');
  expect(await systemBrowser({ PATH: `/nowhere:${folder}` })).toMatchObject({ executablePath: path });
});

test('a script that only says what to install is not a browser, nor is one too old for the site', async () => {
  program('chromium-browser', 'Please run: snap install chromium');
  program('chromium', 'Chromium 99.0.1.2');
  const browser = await systemBrowser({ PATH: folder });
  expect(browser?.executablePath.startsWith(folder) ?? false).toBe(false);
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')('the browser of npm is unpacked inside the project', async () => {
  const browser = await npmBrowser({ LD_LIBRARY_PATH: '/mine' });
  expect(browser?.executablePath).toMatch(/\/\.cache\/browser\/[\d.]+\/chromium$/);
  expect(browser?.env['LD_LIBRARY_PATH']).toMatch(/\/al2023\/lib:\/mine$/);
}, 60_000);
