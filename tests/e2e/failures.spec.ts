import { expect, test, type Page } from '@playwright/test';
import { failurePlans } from '../../src/widgets/request-path/failures.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { guide } from '../site.ts';

const visible = (page: Page) => page.locator('.fault:visible');

test('a pasted log line leaves the failures that it tells of', async ({ page }) => {
  await page.goto('/en/failures/');
  const all = guide().failures.length;
  await expect(visible(page)).toHaveCount(all);
  const line = '2026/11/20 23:59:01 [error] 998#998: *77 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9, server: example.org';
  await page.getByRole('searchbox', { name: 'Error text or log line' }).fill(line);
  await expect(page.locator('.fault:visible', { hasText: 'Connection refused' }).first()).toBeVisible();
  expect(await visible(page).count()).toBeLessThan(all / 2);
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^\\d+ of ${all} failures$`));
  expect(await axeFindingsEverywhere(page, 'failure-filter')).toEqual([]);
});

test('stop and status narrow it, stand in the address, and one action shows all again', async ({ page }) => {
  await page.goto('/en/failures/');
  await page.getByRole('combobox', { name: 'Stop' }).selectOption('name');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('none');
  const wanted = guide().failures.filter(({ data }) => data.hop === 'name' && data.status === null).length;
  await expect(visible(page)).toHaveCount(wanted);
  await expect(page).toHaveURL(/\?hop=name&status=none$/);
  await page.reload();
  await expect(visible(page)).toHaveCount(wanted);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(visible(page)).toHaveCount(guide().failures.length);
  await expect(page).toHaveURL(/\/failures\/$/);
});

test('nothing found says so; a link to a hidden entry shows it', async ({ page }) => {
  await page.goto('/en/failures/?q=zzzz');
  await expect(visible(page)).toHaveCount(0);
  await expect(page.getByRole('status')).toContainText('Try fewer words');
  const id = guide().failures[0]?.data.id ?? '';
  await page.evaluate((target) => { location.hash = target; }, id);
  await expect(page.locator(`#${id}`)).toBeVisible();
});

test('an entry leads to the same failure in the explorer', async ({ page }) => {
  const linked = failurePlans.flatMap(({ catalogue = [] }) => catalogue);
  await page.goto('/en/failures/');
  const links = page.locator('.fault a[href*="/explore/request-path/#state="]');
  // An entry has one link at most: each id that is named is an entry, and none is named twice.
  await expect(links).toHaveCount(linked.length);
  await page.locator('#worker-killed-silent').getByRole('link', { name: '502: the worker was killed' }).click();
  await expect(page.getByText('worker: dies here')).toBeVisible();
  await expect(page.getByLabel('Failure', { exact: true })).toHaveValue('worker-killed');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('every failure is there, and the filter is not', async ({ page }) => {
    await page.goto('/en/failures/');
    await expect(visible(page)).toHaveCount(guide().failures.length);
    await expect(page.locator('failure-filter')).toBeHidden();
  });
});
