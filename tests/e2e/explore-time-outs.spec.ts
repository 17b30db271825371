import { expect, test, type Page } from '@playwright/test';
import { linkHolding, openInChapter } from './open.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';

const address = '/en/explore/time-outs/';

async function begin(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
}

test('a guess, then the answer and the logs', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByText('Gunicorn gives up first')).toBeHidden();
  await page.getByLabel('504 from Nginx, after 60 s').check();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await expect(page.getByText('Gunicorn gives up first, after 30 s: timeout.')).toBeVisible();
  await expect(page.getByText('[CRITICAL] WORKER TIMEOUT')).toBeVisible();
  await expect(page.getByText('Your guess: 504 from Nginx, after 60 s')).toBeVisible();
});

test('by keyboard: a slider changes who is first', async ({ page }) => {
  await begin(page);
  await page.getByLabel('proxy_read_timeout').focus();
  for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('Nginx gives up first, after 20 s: proxy_read_timeout.')).toBeVisible();
  await expect(page.getByText('The app works on for nobody, until 30 s.')).toBeVisible();
  await page.getByLabel('the whole answer').fill('5');
  await expect(page.getByText('The client gets no status: it has gone.')).toBeVisible();
});

test('every example has its answer', async ({ page }) => {
  await begin(page);
  for (const [option, words] of [
    ['limits that shrink inwards', 'Database gives up first, after 9 s'],
    ['a blocked event loop', 'The client gets status 502.'],
    ['a stop in the middle of a request', 'graceful_timeout'],
    ['connections that were idle', 'The idle connection to the app had been closed'],
  ] as const) {
    await page.getByLabel('Begin with').selectOption({ label: option });
    await expect(page.locator('[data-shown]')).toContainText(words);
  }
});

test('the settings are in the address; a broken link says so', async ({ page, context }) => {
  await begin(page);
  await page.getByLabel('At the app’s address').selectOption('refused');
  const other = await context.newPage();
  await other.goto(await linkHolding(page, '"refused"'));
  await expect(other.getByText('the connection is refused')).toBeVisible();
  await other.goto('about:blank');
  await other.goto(`${address}#state=oops`);
  await expect(other.getByText('could not be read')).toBeVisible();
});

test('on a phone, and for axe', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await begin(page);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the chapter opens it in place', async ({ page }) => {
  await page.goto('/en/production-stack/');
  const embed = await openInChapter(page, 'time-outs');
  await embed.getByRole('button', { name: 'Go on without a guess' }).click();
  await expect(embed.getByText('Gunicorn gives up first')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first example is there, with its ladder', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('Gunicorn gives up first, after 30 s')).toBeVisible();
    await expect(page.getByRole('row', { name: 'proxy_read_timeout' })).toContainText('60 s');
    await expect(page.getByLabel('Begin with')).toBeHidden();
  });
});
