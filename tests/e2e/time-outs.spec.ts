import { expect, test } from '@playwright/test';
import { guide } from '../site.ts';

test('every time-out has a row with its log line, in the order of the way', async ({ page }) => {
  await page.goto('/en/time-outs/');
  const rows = page.locator('.limits tbody tr[id]');
  await expect(rows).toHaveCount(guide().timeOuts.length);
  expect(await page.locator('.limits .at').allInnerTexts()).toEqual(['Browser', 'Name', 'Connection', 'Web server', 'Workers', 'App', 'Database']);
  await expect(page.locator('#nginx-read + .line .log')).toHaveText(/upstream timed out \(110: Connection timed out\) while reading response header from upstream/);
  await expect(page.locator('#gunicorn-sync + .line .log')).toHaveText(/WORKER TIMEOUT/);
  for (const line of await page.locator('.limits tr[id]:not(.at) + .line').all()) await expect(line.locator('a.source').first()).toHaveAttribute('href', /^https:/);
});

test('every thing that one sees at a time-out leads to a row of the table', async ({ page }) => {
  await page.goto('/en/time-outs/');
  const links = page.locator('section:has(> h2#find), section#find').locator('td a');
  const targets = await links.evaluateAll((found) => found.map((link) => new URL((link as HTMLAnchorElement).href).hash));
  expect(targets.length).toBeGreaterThan(20);
  for (const target of new Set(targets)) await expect(page.locator(`.limits tr${target}`), target).toHaveCount(1);
  await links.getByText('reading').click();
  await expect(page.locator('#nginx-read')).toBeInViewport();
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
