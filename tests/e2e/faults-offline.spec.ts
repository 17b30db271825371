import { createServer, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { test, type Page } from '@playwright/test';
import { expect, saveLittle, shortList } from './faults.ts';

/** What a reader sees who saves the guide while the network breaks, or has saved it when the server is out of order. */
const address = '/en/offline/';
const saved = 'It can be read without a network.';

const saveButton = (page: Page) => page.getByRole('button', { name: 'Save for offline' });

test('a network that goes in the middle of saving: nothing half is kept, it is said, and the next try saves the whole', async ({ page }) => {
  let left = Infinity;
  await page.route('**/*', (route) => (left-- > 0 ? route.continue() : route.abort('internetdisconnected')));
  await saveLittle(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await expect(saveButton(page)).toBeVisible();
  left = 15;
  await saveButton(page).click();
  await expect(page.getByText('It could not be saved whole: the connection broke')).toBeVisible();
  await expect(page.getByText('Nothing was kept.')).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await expect(page.locator('offline-copy progress')).toBeHidden();
  left = Infinity;
  await saveButton(page).click();
  await expect(page.getByText(saved)).toBeVisible();
});

test.describe('with a saved copy', () => {
  /** Before the site: a server that can be told to be out of order, or to break off. Workers' requests pass no test's routes. */
  let state: 'well' | 'broken' | 'gone' = 'well';
  const site = new URL(process.env['SITE_UNDER_TEST'] ?? '');
  const front = createServer((asked, answer) => {
    if (state === 'gone') return asked.socket.destroy();
    if (state === 'broken') return answer.writeHead(503, { 'Content-Type': 'text/plain' }).end('Service Unavailable');
    const isList = asked.url === '/offline.json';
    const headers = { ...asked.headers, host: site.host, ...(isList ? { 'accept-encoding': 'identity' } : {}) };
    const onward = request({ host: site.hostname, port: site.port, path: asked.url, method: asked.method, headers }, (got) => {
      if (isList) return void text(got).then((list) => answer.writeHead(200, { 'Content-Type': 'application/json' }).end(shortList(list)));
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    onward.on('error', () => asked.socket.destroy());
    return asked.pipe(onward);
  });
  test.beforeAll(() => new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve)));
  test.afterAll(() => {
    front.closeAllConnections();
    front.close();
  });

  test('a server out of order is not seen; an update that breaks off leaves the copy, and says so', async ({ page }) => {
    test.slow();
    const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
    await page.goto(`${origin}${address}`);
    await saveButton(page).click();
    await expect(page.getByText(saved)).toBeVisible();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    state = 'broken';
    await page.goto(`${origin}/en/wsgi/`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('How does a server call Python?');
    await expect(page.getByRole('alert')).toBeHidden();

    state = 'well';
    await page.goto(`${origin}${address}`);
    await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      const old = await caches.open('request-path-offline:older');
      const now = await caches.open(name);
      for (const asked of await now.keys()) {
        const answer = await now.match(asked);
        if (!answer) continue;
        const isLabel = asked.url.endsWith('/offline-copy.json');
        await old.put(asked, isLabel ? new Response(JSON.stringify({ ...((await answer.json()) as object), version: 'older' })) : answer);
      }
      await caches.delete(name);
    });
    await page.reload();
    await expect(page.getByText('A newer version of the guide has been published since.')).toBeVisible();
    state = 'gone';
    await page.getByRole('button', { name: 'Fetch the new version' }).click();
    await expect(page.getByText('It could not be saved whole: the connection broke')).toBeVisible();
    await expect(page.locator('offline-copy')).toContainText(saved);
    expect(await page.evaluate(() => caches.keys())).toEqual(['request-path-offline:older']);
    await page.goto(`${origin}/en/wsgi/`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('How does a server call Python?');
  });
});
