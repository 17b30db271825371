import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { contentsOf } from './build-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'record-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a site that lost a file, or part of one, is not the one that was built', () => {
  const site = join(folder, 'site');
  const none = contentsOf(site);
  mkdirSync(join(site, 'en'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'home');
  writeFileSync(join(site, 'en/index.html'), 'page');
  const whole = contentsOf(site);
  expect(whole).not.toBe(none);
  expect(contentsOf(site)).toBe(whole);

  writeFileSync(join(site, 'en/index.html'), 'pa');
  expect(contentsOf(site)).not.toBe(whole);
  writeFileSync(join(site, 'en/index.html'), 'page');
  expect(contentsOf(site)).toBe(whole);
  rmSync(join(site, 'en/index.html'));
  expect(contentsOf(site)).not.toBe(whole);
});
