import { expect, test, type Page } from '@playwright/test';
import { copiedText } from './clipboard.ts';

async function readTo(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  await expect(page.locator('.on-page [aria-current="location"]')).toHaveAttribute('href', `#${id}`);
}

test('the strip and the header follow the section', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/en/production-stack/');
  await expect(page.locator('.strip [aria-current="step"]')).toHaveCount(0);
  await readTo(page, 'nginx');
  await expect(page.locator('.strip [aria-current="step"]')).toContainText('Web server');
  await expect(page.locator('[data-here]')).toHaveText('Web server · nginx.conf');
  // What the header says takes nothing from the contents, whose titles are read whole.
  const title = page.locator('.route .here > a');
  expect(await title.evaluate((link) => link.scrollWidth <= link.clientWidth && (link.firstElementChild?.scrollWidth ?? 0) <= link.clientWidth)).toBe(true);
  await readTo(page, 'faults');
  await expect(page.locator('[data-here]')).toHaveText('Five faults on purpose');
  await expect(page.locator('.strip [aria-current="step"]')).toHaveCount(0);
});

test('in a chapter about one stop it stays lit, and the header names it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/en/names-to-addresses/');
  await expect(page.locator('[data-here]')).toBeEmpty();
  await readTo(page, 'ttl');
  await expect(page.locator('.strip [aria-current="step"]')).toContainText('Name');
  await expect(page.locator('[data-here]')).toHaveText(/^Name · /);
});

test('whoever comes back goes on at the section that was read last', async ({ page }) => {
  await page.goto('/en/names-to-addresses/');
  await readTo(page, 'from-the-root');
  await page.goto('/en/');
  await expect(page.locator('a[data-continue]')).toHaveAttribute('href', /names-to-addresses\/#from-the-root$/);
  await page.locator('a[data-continue]').click();
  await expect(page.locator('#from-the-root')).toBeInViewport();
});

test('a look at the beginning of a chapter leaves nothing behind', async ({ page }) => {
  await page.goto('/en/wsgi/');
  await page.goto('/en/');
  await expect(page.locator('a[data-continue]')).not.toHaveAttribute('href', /#/);
  expect(await page.evaluate(() => localStorage.getItem('request-path:progress'))).toBeNull();
});

test('a heading gives its link to whoever points at it, and says what it is called as before', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/names-to-addresses/');
  const heading = page.getByRole('heading', { name: 'The file that answers first', exact: true });
  await heading.hover();
  await heading.locator('.self').click();
  await expect(page).toHaveURL(/#hosts$/);
  await expect(page.locator('copy-code output')).toHaveText('The link to this section has been copied.');
  expect(await copiedText(page)).toBe(page.url());
});
