import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { linkHolding, openInChapter, openQuietly } from './open.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';

const address = '/en/explore/request-path/';

async function skip(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
}

test('a guess comes first; then a request is followed forward and back', async ({ page }) => {
  await page.goto(address);
  const request = page.getByLabel('Request', { exact: true });
  await expect(request).toBeHidden();
  await page.getByLabel('from which Nginx connects').check();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await expect(page.getByText('Gunicorn’s peer is Nginx')).toBeVisible();

  const here = page.locator('.trace [aria-current="step"]');
  await expect(here).toContainText('A URL is all there is');
  for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Stop 7 of 12: A worker makes a dict of it.')).toBeVisible();
  await expect(here).toContainText("'REMOTE_ADDR': '127.0.0.1'");
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(here).toContainText('X-Forwarded-For: 198.51.100.7');

  await request.selectOption('A static file from Nginx');
  await expect(page.getByText('Stop 1 of 6')).toBeVisible();
});

test('a failure shows where the request dies and what each log says', async ({ page }) => {
  await page.goto(address);
  await skip(page);
  await page.getByRole('radio', { name: 'See it die' }).check();
  await page.getByLabel('Failure', { exact: true }).selectOption('502: the worker was killed');
  await expect(page.getByText('worker: dies here')).toBeVisible();
  await expect(page.getByText('was sent SIGKILL! Perhaps out of memory?').first()).toBeVisible();
  await expect(page.getByText('upstream prematurely closed connection')).toBeVisible();
});

test('a case is found by keyboard, and every further look costs', async ({ page }) => {
  await page.goto(address);
  await skip(page);
  await page.getByRole('radio', { name: 'Find the break' }).check();
  const press = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await press('dig');
  await expect(page.getByRole('button', { name: 'dig', exact: true })).toBeFocused();
  await expect(page.getByText('One look so far.')).toBeVisible();
  await press('Nginx’s error.log');
  await expect(page.getByText('"/srv/shop/static/styles.css" failed')).toBeVisible();

  await press('That is it');
  await expect(page.getByText('Choose both: where, and why.')).toBeVisible();
  await page.getByLabel('Where does it go wrong?').selectOption('Nginx');
  await page.getByLabel('Why?').selectOption('the file’s permissions');
  await press('That is it');
  await expect(page.getByText('The place is right, the cause is another one.')).toBeVisible();
  await page.getByLabel('Why?').selectOption('no such file below Nginx’s root');
  await press('That is it');
  // Two looks where one is enough, and one wrong answer: 10 - 1 - 2.
  await expect(page.getByText('Right. 7 of 10 points. 1 of 10 cases closed, 7 points.')).toBeFocused();
  await expect(page.getByText('The shortest way: Nginx’s error.log.')).toBeVisible();
  await press('Next case');
  await expect(page.getByText('Since this morning nobody can open the shop.')).toBeVisible();
  await expect(page.getByLabel('Case', { exact: true })).toBeFocused();
});

test('the state is in the address, for others to open', async ({ page, context }) => {
  await page.goto(address);
  await skip(page);
  await page.getByRole('radio', { name: 'See it die' }).check();
  await page.getByLabel('Failure', { exact: true }).selectOption('A redirect loop');
  const other = await context.newPage();
  await other.goto(await linkHolding(page, 'redirect-loop'));
  await expect(other.getByText('ERR_TOO_MANY_REDIRECTS')).toBeVisible();
  await expect(other.getByRole('radio', { name: 'See it die' })).toBeChecked();
});

test('a link that was cut says so and opens the first request', async ({ page }) => {
  await page.goto(`${address}#state=AAAA`);
  await expect(page.getByText('could not be read')).toBeVisible();
  await skip(page);
  await expect(page.getByText('Stop 1 of 12')).toBeVisible();
});

test('recordings that do not come are said to be missing, and can be asked for again', async ({ page }) => {
  await page.route('**/request-path.json', (route) => route.abort());
  await page.goto(address);
  await skip(page);
  await expect(page.getByText('The recordings could not be loaded')).toBeVisible();
  await page.unroute('**/request-path.json');
  await page.getByRole('radio', { name: 'See it die' }).check();
  await expect(page.getByText('name: dies here')).toBeVisible();
});

test('a press while the recordings are on their way counts when they have come', async ({ page }) => {
  let come = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/request-path.json', async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto(address);
  await skip(page);
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Next' }).click();
  come();
  await expect(page.getByText('Stop 3 of 12')).toBeVisible();
});

test('on a phone, with nothing wrong for axe in any of its three parts', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  const isRight = async (): Promise<void> => {
    expect(await axeFindingsEverywhere(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  };
  await isRight();
  await skip(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Stop 2 of 12')).toBeVisible();
  await isRight();
  await page.getByRole('radio', { name: 'See it die' }).check();
  await expect(page.getByText('name: dies here')).toBeVisible();
  await isRight();
  await page.getByRole('radio', { name: 'Find the break' }).check();
  await page.getByRole('button', { name: 'curl -v' }).click();
  await page.getByRole('button', { name: 'Give up and show it' }).click();
  await expect(page.getByText('No points this time.')).toBeVisible();
  await isRight();
});

test('both chapters open it in place, and load its recordings only then', async ({ page }) => {
  for (const chapter of ['the-whole-trip', 'when-it-breaks']) {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await openQuietly(page, `/en/${chapter}/`);
    expect(loaded.filter((path) => /request-path|RequestPath/.test(path))).toEqual([]);
    const embed = await openInChapter(page, 'request-path');
    await embed.getByRole('button', { name: 'Go on without a guess' }).click();
    await embed.getByRole('button', { name: 'Next' }).click();
    await expect(embed.getByText('Stop 2 of 12')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
    page.removeAllListeners('request');
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first request stands there whole, and all failures in a table', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText("'REMOTE_ADDR': '127.0.0.1'")).toBeVisible();
    await expect(page.getByText('SELECT title, price FROM book WHERE id = $1').first()).toBeVisible();
    await page.getByText('All failures at a glance').click();
    await expect(page.getByRole('row', { name: '502: no socket' })).toContainText('/run/shop.sock');
    await expect(page.getByLabel('Request', { exact: true })).toBeHidden();
  });
});

test('Chromium’s words for a refused connection, an unknown name and a redirect loop are those that are shown', async ({ page }) => {
  const server = createServer((request, response) => response.writeHead(301, { Location: request.url }).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await expect(page.goto(`http://127.0.0.1:${port}/`)).rejects.toThrow('ERR_TOO_MANY_REDIRECTS');
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await expect(page.goto(`http://127.0.0.1:${port}/closed`)).rejects.toThrow('ERR_CONNECTION_REFUSED');
  await expect(page.goto('http://nobody.invalid/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
});
