import { expect, test, type Page } from '@playwright/test';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { saveLittle } from './faults.ts';

const address = '/en/offline/';

async function save(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(page.getByText('It can be read without a network.')).toBeVisible({ timeout: 90_000 });
}

test('nothing is saved and no worker is there before the reader asks; the size is said first', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByText(/It takes \d+\.\d MB of this device’s storage\./)).toBeVisible();
  await expect(page.getByLabel(/Also the Python of the exercises \(\d+\.\d MB more\)/)).not.toBeChecked();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
});

test('without the list of files there is a sentence, and nothing to choose', async ({ page }) => {
  await page.route('**/offline.json', (route) => route.abort());
  await page.goto(address);
  await expect(page.getByText('The list of files could not be fetched. Check your connection and try again.')).toBeVisible();
  await expect(page.getByRole('checkbox')).toBeHidden();
  expect(await axeFindingsEverywhere(page)).toEqual([]);
});

test('saved, the guide is read, searched and asked without a network; removed, it is gone', async ({ page, context }) => {
  test.slow();
  await save(page);
  await expect(page.getByText('It is the version that is published now.')).toBeVisible();
  await context.setOffline(true);
  // The root leads to another address.
  await page.goto('/');
  await expect(page).toHaveURL(/\/en\/$/);
  await page.goto('/en/wsgi/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('How does a server call Python?');
  await page.goto('/en/explore/name-resolution/');
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  await expect(page.locator('.result')).toContainText('192.0.2.80');
  await page.goto('/en/search/?q=upstream');
  await expect(page.locator('[data-result]').first()).toBeVisible();

  await context.setOffline(false);
  await page.goto(address);
  await page.getByRole('button', { name: 'Remove the copy' }).click();
  await expect(page.getByText('The copy has been removed.')).toBeFocused();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('an older copy says that there is a newer version, and is renewed', async ({ page }) => {
  test.slow();
  await saveLittle(page);
  await save(page);
  await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const cache = await caches.open(name);
    const label = (await (await cache.match('/offline-copy.json'))?.json()) as object;
    await cache.put('/offline-copy.json', new Response(JSON.stringify({ ...label, version: 'older' })));
  });
  // The renewed copy is whole. (Where requests are looked at, Playwright lets no icon of the site through.)
  await page.unrouteAll();
  await page.reload();
  await expect(page.getByText('A newer version of the guide has been published since.')).toBeVisible();
  await page.getByRole('button', { name: 'Fetch the new version' }).click();
  await expect(page.getByText('It is the version that is published now.')).toBeVisible({ timeout: 90_000 });
});

test('when a file does not come, nothing is kept, and it can be tried again', async ({ page }) => {
  await saveLittle(page);
  await page.goto(address);
  await page.route('**/en/wsgi/', (route) => route.abort());
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(page.getByText('It could not be saved whole')).toBeVisible({ timeout: 90_000 });
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.unroute('**/en/wsgi/');
  await page.getByRole('button', { name: 'Save for offline' }).click();
  await expect(page.getByText('It can be read without a network.')).toBeVisible({ timeout: 90_000 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what saving would do, and what there is instead', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('Saving needs a script.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save for offline' })).toBeHidden();
  });
});
