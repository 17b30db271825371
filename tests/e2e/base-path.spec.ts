import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { serve, type Running } from '../../src/server/serve.ts';
import { buildSite } from '../../src/tools/build-site.ts';
import { openQuietly } from './open.ts';
import { root } from '../site.ts';

/** The guide as a code host's project page: built a second time, for /docs/. */
const base = '/docs/';
const scratch = join(root, '.cache', `base-path-${process.pid}`);
const out = join(scratch, 'site');
let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const before = process.env['BASE_PATH'];
  process.env['BASE_PATH'] = base;
  try {
    await buildSite({ out, cache: join(scratch, 'cache') });
  } finally {
    if (before === undefined) delete process.env['BASE_PATH'];
    else process.env['BASE_PATH'] = before;
  }
  running = await serve({ folder: out, port: 0, host: '127.0.0.1', base });
});

test.afterAll(async () => {
  await running?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

test('every address of every page stays under the base path and exists', () => {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const dead: string[] = [];
  for (const file of files) {
    const document = parse(readFileSync(join(out, file), 'utf8'));
    for (const element of document.querySelectorAll('[href], [src], [action]')) {
      const address = element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '';
      const url = new URL(address, `https://guide.example${base}${relative(out, join(out, file))}`);
      const isOwn = url.host === 'guide.example' || url.host === 'request-path.example';
      if (!isOwn || !url.protocol.startsWith('http')) continue;
      const path = decodeURIComponent(url.pathname);
      const target = path.startsWith(base) ? path.slice(base.length) : undefined;
      if (target === undefined || !existsSync(join(out, /(^|\/)$/.test(target) ? `${target}index.html` : target))) {
        dead.push(`${file}: ${address}`);
      }
    }
  }
  expect(files.length).toBeGreaterThan(5);
  expect(dead).toEqual([]);
});

test('a chapter loads whole, and the search finds it', async ({ page }) => {
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  await openQuietly(page, `http://127.0.0.1:${running.port}${base}en/`);
  await page.getByRole('navigation', { name: 'Ways in' }).getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${base}en/the-whole-trip/$`));
  await page.goto(`http://127.0.0.1:${running.port}${base}en/search/?q=environ`);
  const first = page.locator('li[data-result] a').first();
  await expect(first).toBeVisible();
  await first.click();
  await expect(page).toHaveURL(new RegExp(`${base}en/`));
  expect(failed).toEqual([]);
});
