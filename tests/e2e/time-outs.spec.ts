import { expect, test } from '@playwright/test';
import { guide } from '../site.ts';

test('every time-out has a row with its log line, in the order of the way', async ({ page }) => {
  await page.goto('/en/time-outs/');
  const rows = page.locator('.limits tbody tr[id]');
  await expect(rows).toHaveCount(guide().timeOuts.length);
  expect(await page.locator('.limits .at').allInnerTexts()).toEqual(['Browser', 'Name', 'Connection', 'Web server', 'Workers', 'App', 'Database']);
  await expect(page.locator('#nginx-read .log')).toHaveText(/upstream timed out \(110: Connection timed out\) while reading response header from upstream/);
  await expect(page.locator('#gunicorn-sync .log')).toHaveText(/WORKER TIMEOUT/);
  for (const row of await rows.all()) await expect(row.locator('a.source').first()).toHaveAttribute('href', /^https:/);
});

test('the picture fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/en/time-outs/');
  const drawing = page.locator('#ladder .drawing');
  expect(await drawing.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
});

test('the picture can be enlarged', async ({ page }) => {
  await page.goto('/en/time-outs/');
  await page.getByRole('button', { name: 'Enlarge' }).click();
  await expect(page.getByRole('dialog').locator('svg')).toBeVisible();
});

test('who has a 504 finds the page by search, from the chapters and from the cheat sheet', async ({ page }) => {
  for (const from of ['workers', 'production-stack', 'when-it-breaks', 'cheat-sheet']) {
    await page.goto(`/en/${from}/`);
    await expect(page.locator('main a[href^="/en/time-outs/"]').first(), from).toBeVisible();
  }
  for (const query of ['504 timeout', 'proxy_read_timeout', 'who gives up first']) {
    await page.goto(`/en/search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('search-page li[data-result] a[href^="/en/time-outs/"]').first(), query).toBeVisible();
  }
});
