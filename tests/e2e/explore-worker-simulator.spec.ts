import { expect, test, type Page } from '@playwright/test';
import { linkHolding, openInChapter, openQuietly } from './open.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';

const address = '/en/explore/worker-simulator/';

async function begin(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
}

test('a guess, then the run', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByText('The last of 6 visitors')).toBeHidden();
  await page.getByLabel('after 0.75 s').check();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await expect(page.getByText('Your guess: after 0.75 s')).toBeVisible();
  await expect(page.getByText('The last of 6 visitors is served after 1 s; on average it takes 0.667 s.')).toBeVisible();
  await expect(page.getByText('6 a second × 0.667 s = 4 at once, on average')).toBeVisible();
  await expect(page.getByText('Who waits for a turn: at most 2')).toBeVisible();
});

test('by keyboard: one worker more, and threads that do not add CPU', async ({ page }) => {
  await begin(page);
  const workers = page.getByLabel('Workers (processes)');
  await workers.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('The last of 6 visitors is served after 0.5 s')).toBeVisible();
  await expect(page.getByText('Worker 6')).toBeVisible();
  await page.getByLabel('Begin with').selectOption({ label: 'four threads that compute' });
  await expect(page.getByText('The last of 8 visitors is served after 4 s')).toBeVisible();
  await page.getByLabel('Threads in each worker').fill('64');
  await expect(page.getByText('The last of 8 visitors is served after 4 s')).toBeVisible();
});

test('every example has its run', async ({ page }) => {
  await begin(page);
  for (const [option, words] of [
    ['six visitors, an event loop', 'served after 0.5 s'],
    ['six visitors, a blocked event loop', 'served after 3 s'],
    ['41 visitors, a pool of 40 threads', 'served after 1 s'],
    ['64 visitors, shared unevenly', 'The workers took 39 + 25 + 0 + 0 connections.'],
    ['slow requests and Gunicorn’s timeout', '2 get status 500'],
    ['slow requests that block a loop', '3 get no answer'],
  ] as const) {
    await page.getByLabel('Begin with').selectOption({ label: option });
    await expect(page.locator('[data-says]')).toContainText(words);
  }
  await page.getByText('All requests as a table').click();
  await expect(page.locator('[data-rows]').getByRole('row').nth(3)).toContainText('none, worker killed');
});

test('the dice change who takes what', async ({ page }) => {
  await begin(page);
  await page.getByLabel('Begin with').selectOption({ label: '64 visitors, shared unevenly' });
  const says = page.locator('[data-says]');
  const before = (await says.textContent()) ?? '';
  await page.getByRole('button', { name: 'Roll the dice again' }).click();
  await expect(says).not.toHaveText(before);
});

test('the settings are in the address; a broken link says so', async ({ page, context }) => {
  await begin(page);
  await page.getByLabel('Begin with').selectOption({ label: '41 visitors, a pool of 40 threads' });
  const other = await context.newPage();
  await other.goto(await linkHolding(page, '"pool"'));
  await expect(other.getByText('The last of 41 visitors is served after 1 s')).toBeVisible();
  await expect(other.getByLabel('Kind')).toHaveValue('pool');
  await other.goto('about:blank');
  await other.goto(`${address}#state=oops`);
  await expect(other.getByText('could not be read')).toBeVisible();
});

test('on a phone, and for axe before and after the guess', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  await page.getByLabel('Begin with').selectOption({ label: 'slow requests and Gunicorn’s timeout' });
  await page.getByText('All requests as a table').click();
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the chapter opens it in place, and loads it only then', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await openQuietly(page, '/en/workers/');
  expect(loaded.filter((path) => path.includes('WorkerSimulator') || path.includes('explorer.'))).toEqual([]);
  const embed = await openInChapter(page, 'worker-simulator');
  await embed.getByRole('button', { name: 'Go on without a guess' }).click();
  await embed.getByLabel('Visitors').fill('200');
  await expect(embed.getByText('The last of 200 visitors is served after 25 s')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first run is there, as picture and as table', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('The last of 6 visitors is served after 1 s')).toBeVisible();
    await expect(page.locator('.lanes rect.wait')).toHaveCount(6);
    await page.getByText('All requests as a table').click();
    await expect(page.locator('[data-rows] tr')).toHaveCount(6);
    await expect(page.getByLabel('Begin with')).toBeHidden();
  });
});
