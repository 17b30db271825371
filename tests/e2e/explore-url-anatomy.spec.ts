import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { linkHolding, openInChapter, openQuietly } from './open.ts';
import { anatomy } from '../../src/widgets/url-anatomy/model.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';

const address = '/en/explore/url-anatomy/';

async function guess(page: Page, option: string): Promise<void> {
  await page.getByLabel(option).check();
  await page.getByRole('button', { name: 'That is my guess' }).click();
}

test('a guess comes first; then a URL is taken apart while it is typed', async ({ page }) => {
  await page.goto(address);
  const field = page.getByLabel('URL', { exact: true });
  const link = page.getByRole('link', { name: 'Link to this state' });
  await expect(field).toBeHidden();
  await expect(link).toBeHidden();
  await guess(page, 'the query');
  await expect(link).toBeVisible();
  await expect(page.getByText('Your guess: the query')).toBeVisible();
  await expect(page.getByText('The fragment stays in the browser')).toBeVisible();

  await field.fill('https://Shop.test/a/../b?x=1');
  await expect(page.getByRole('row', { name: 'path' })).toContainText('/b');
  await expect(page.getByText('resolved before anything is sent')).toBeVisible();
  await field.fill('http://shop.test:70000/');
  await expect(page.getByRole('status').getByText('a port is a 16-bit number')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('heading', { name: 'The parts' })).toBeHidden();
});

test('what is not sent is not shown as sent', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  const field = page.getByLabel('URL', { exact: true });
  const sent = page.getByRole('heading', { name: 'What is sent for it' });
  await expect(sent).toBeVisible();
  for (const [typed, says] of [['http://shop.test:6000/', 'ERR_UNSAFE_PORT'], ['mailto:ann@shop.test', 'no HTTP request comes of it']] as const) {
    await field.fill(typed);
    await expect(page.getByRole('status').getByText(says)).toBeVisible();
    await expect(sent).toBeHidden();
    await expect(page.getByRole('row', { name: /^scheme / })).toBeVisible();
  }
  await field.fill('https://shop.test:4190/');
  await expect(page.getByRole('status').getByText('Chromium 153 does not refuse it')).toBeVisible();
  await expect(sent).toBeVisible();
});

test('the state is in the address, for others to open', async ({ page, context }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  await page.getByRole('button', { name: 'http://582.33.96.77/' }).click();
  const link = await linkHolding(page, '582.33.96.77');
  await expect(page).toHaveURL(link);
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByLabel('URL', { exact: true })).toHaveValue('http://582.33.96.77/');
  await expect(other.getByText('it is none: four numbers from 0 to 255')).toBeVisible();
});

test('a link that was cut says so and opens the first example', async ({ page }) => {
  await page.goto(`${address}#state=AAAA`);
  await expect(page.getByText('could not be read')).toBeVisible();
  await guess(page, 'the fragment');
  await expect(page.getByLabel('URL', { exact: true })).toHaveValue('https://shop.test:8443/books/42?fmt=json#reviews');
});

test('by keyboard alone', async ({ page }) => {
  await page.goto(address);
  await page.getByLabel('the port').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your guess: the query')).toBeFocused();
  await page.getByLabel('URL', { exact: true }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('http://127.1/');
  await expect(page.getByText('it becomes an IPv4 address')).toBeVisible();
});

test('on a phone, with nothing wrong for axe before and after the guess', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await guess(page, 'the fragment');
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the chapter opens it in place, and loads it only then', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await openQuietly(page, '/en/urls-ports-sockets/');
  expect(loaded.filter((path) => path.includes('explor') || path.includes('url-anatomy'))).toEqual([]);
  const embed = await openInChapter(page, 'url-anatomy');
  await embed.getByRole('button', { name: 'Go on without a guess' }).click();
  await embed.getByLabel('URL', { exact: true }).fill('http://shop.test:6000/');
  await expect(embed.getByText('Browsers refuse port 6000')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await expect(embed.getByRole('link', { name: 'Link to this state' })).toHaveAttribute('href', /explore\/url-anatomy\/#state=/);
});

test('without network the chapter says that it could not be loaded, and it can be tried again', async ({ page, context }) => {
  await page.goto('/en/urls-ports-sockets/');
  await context.setOffline(true);
  const embed = page.locator('explorer-embed:defined');
  await embed.getByRole('link', { name: 'Open the explorer' }).click();
  await expect(embed.getByText('could not be loaded')).toBeVisible();
  await context.setOffline(false);
  await openInChapter(page, 'url-anatomy');
  await expect(embed.getByLabel('the fragment')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first example is there whole, and the chapter leads to it', async ({ page }) => {
    await page.goto('/en/urls-ports-sockets/');
    await page.getByRole('link', { name: 'Open the explorer' }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(page.getByRole('row', { name: 'fragment' })).toContainText('never leaves the browser');
    await expect(page.getByRole('row', { name: 'Request', exact: false }).first()).toBeVisible();
  });
});

test('Chromium sends what the model says', async ({ page }) => {
  const received: string[] = [];
  const body = '<!doctype html><title>here</title><a href="/next">next</a>';
  const server = createServer((socket) => {
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      text += data.toString('latin1');
      if (!text.includes('\r\n\r\n')) return;
      received.push(text);
      text = '';
      socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `127.1:${port}`, `0x7f.0.0.1:${port}`, `ann:secret@127.0.0.1:${port}`];
  const tails = ['', '/', '/books/42?fmt=json#reviews', '/a/../b/./c', '/поиск?q=сеть', '\\a\\b', '/%2e%2e/x', '/a%2Fb', '/a//b', '/?a=1&b=%20+', '/a b', "/it's;v=1"];
  const urls = [...hosts.map((host) => `http://${host}/`), ...tails.slice(1).map((tail) => `http://127.0.0.1:${port}${tail}`)];
  try {
    expect(urls).toHaveLength(16);
    for (const url of urls) {
      received.length = 0;
      await page.goto('about:blank');
      // Typed by a page, not by an address bar, which changes some of them first.
      await page.evaluate((target) => location.assign(target), url);
      await expect(page).toHaveTitle('here');
      const result = anatomy(url);
      if (result.kind !== 'url' || !result.sent) throw new Error(`${url} sends nothing`);
      const own = received.find((text) => !text.startsWith('GET /favicon.ico')) ?? '';
      expect(own.split('\r\n')[0], url).toBe(result.sent.requestLine);
      expect(/^host: (.*)$/im.exec(own)?.[1], url).toBe(result.sent.host);
      received.length = 0;
      await page.getByRole('link', { name: 'next' }).click();
      await expect.poll(() => received.some((text) => text.startsWith('GET /next'))).toBe(true);
      const next = received.find((text) => text.startsWith('GET /next')) ?? '';
      expect(/^referer: (.*)$/im.exec(next)?.[1], url).toBe(result.sent.referer.sameOrigin);
    }
  } finally {
    server.close();
  }
});
