import { expect, test, type Page } from '@playwright/test';
import { linkHolding, openInChapter } from './open.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';

const address = '/en/explore/name-resolution/';

async function begin(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
}

test('a guess, then the look-up that it was about', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByLabel('Name to find')).toBeHidden();
  await page.getByLabel('a root server').check();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await expect(page.getByText('Your guess: a root server')).toBeVisible();
  await expect(page.locator('.trace li')).toHaveCount(11);
  await expect(page.locator('.result')).toContainText('192.0.2.80');
});

test('a line in the hosts file ends the look-up; a mistake in it is named beside the field', async ({ page }) => {
  await begin(page);
  const hosts = page.getByLabel('/etc/hosts');
  await hosts.fill('192.0.2.10 www.shop.test');
  await page.getByRole('button', { name: 'Empty every cache' }).click();
  await page.getByRole('button', { name: 'Follow the look-up' }).click();
  await expect(page.locator('.result')).toContainText('192.0.2.10');
  await expect(page.locator('.trace')).not.toContainText('Root server');
  await hosts.fill('192.0.2.10:8000 www.shop.test');
  await expect(page.getByText('Line 1 is skipped: an address has no port in this file.')).toBeVisible();
});

test('time passes, and the browser asks again', async ({ page }) => {
  await begin(page);
  const follow = page.getByRole('button', { name: 'Follow the look-up' });
  await follow.click();
  await expect(page.locator('.trace')).toContainText('Nobody is asked.');
  await page.getByRole('button', { name: '60 seconds later' }).click();
  await expect(page.getByText('The clock stands at 60 s.')).toBeVisible();
  await follow.click();
  await expect(page.locator('.trace')).toContainText('for another 240 s');
  await page.getByRole('button', { name: 'An hour later' }).click();
  await expect(page.getByText('Nothing: every cache is empty.')).toBeVisible();
  await follow.click();
  await expect(page.locator('.trace')).toContainText('Root server');
});

test('every example shows a look-up, and a zone can be changed', async ({ page }) => {
  await begin(page);
  const examples = page.getByLabel('Begin with');
  for (const [option, words] of [
    ['a lame delegation', 'REFUSED'],
    ['aliases in a circle', 'gave up after 11 aliases'],
    ['a resolver that is silent', 'EAI_AGAIN'],
    ['only an IPv6 address, IPv4 wanted', 'EAI_NODATA'],
  ] as const) {
    await examples.selectOption({ label: option });
    await expect(page.locator('[data-shown]')).toContainText(words);
  }
  await page.getByText('The zones and their servers').click();
  await page.getByLabel('Zone shop.test').fill('shop.test 300 MX mail');
  await expect(page.getByText('is not simulated')).toBeVisible();
});

test('the settings are in the address; a link that was changed says so', async ({ page, context }) => {
  await begin(page);
  await page.getByLabel('Name to find').fill('nope.shop.test');
  await page.keyboard.press('Enter');
  await expect(page.locator('.result')).toContainText('EAI_NONAME');
  const link = await linkHolding(page, 'nope.shop.test');
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByLabel('Name to find')).toHaveValue('nope.shop.test');
  await expect(other.locator('.result')).toContainText('EAI_NONAME');
  await other.goto('about:blank');
  await other.goto(link.slice(0, -6));
  await expect(other.getByText('could not be read')).toBeVisible();
});

test('on a phone and for axe, with the zones open', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await begin(page);
  await page.getByText('The zones and their servers').click();
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the chapter opens it in place', async ({ page }) => {
  await page.goto('/en/names-to-addresses/');
  const embed = await openInChapter(page, 'name-resolution');
  await embed.getByRole('button', { name: 'Go on without a guess' }).click();
  await expect(embed.locator('.result')).toContainText('192.0.2.80');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first look-up is there, step by step', async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('.trace li').nth(5)).toContainText('Root server');
    await expect(page.getByLabel('Name to find')).toBeHidden();
  });
});
