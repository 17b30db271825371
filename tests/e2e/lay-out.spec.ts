import { expect, test, type Page } from '@playwright/test';
import { openQuietly } from './open.ts';

const chapter = '/en/asgi/';

/** Where everything of a chapter stands that has an id. */
const places = (page: Page): Promise<readonly (readonly [string, number])[]> =>
  page.evaluate(() => [...document.querySelectorAll('article [id]')].map((part) => [part.id, Math.round(part.getBoundingClientRect().top + scrollY)] as const));
const isWhole = (page: Page): Promise<void> => expect(page.locator('html')).not.toHaveAttribute('data-top');

test('what is far down is laid out after the first paint, and then stands where it would have stood', async ({ page, browser }) => {
  await page.addInitScript(() => {
    const seen: boolean[] = [];
    Object.assign(window, { seen });
    addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => seen.push([...document.querySelectorAll('.q form')].at(-1)!.checkVisibility({ contentVisibilityAuto: true }))));
  });
  await openQuietly(page, chapter);
  await isWhole(page);
  expect(await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen)).toEqual([false]);
  expect(await page.locator('article [style*="content-visibility"]').count()).toBe(0);
  const put = await places(page);
  // A link to a place has all laid out at once, here one that there is not. Another reader: fonts come anew.
  const context = await browser.newContext();
  const other = await context.newPage();
  await openQuietly(other, `${chapter}#nowhere`);
  expect(put.length).toBeGreaterThan(50);
  expect(await places(other)).toEqual(put);
  await context.close();
});

test('whoever reloads the page, or follows a link into it, comes to a page that is laid out already', async ({ page }) => {
  const put = (): Promise<string | undefined> => page.evaluate(() => (window as unknown as { put?: string }).put);
  await page.addInitScript(() => document.addEventListener('readystatechange', () => Object.assign(window, { put: document.documentElement.dataset['top'] }), { once: true }));
  await openQuietly(page, chapter);
  expect(await put()).toBe('');
  await page.reload();
  expect(await put()).toBeUndefined();
  await page.goto('about:blank');
  await openQuietly(page, `${chapter}#recap`);
  expect(await put()).toBeUndefined();
  await expect(page.locator('#recap')).toBeInViewport();
});

test('when a script does not come, all is laid out', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto(chapter);
  await isWhole(page);
  await expect(page.locator('#missing-part')).toBeVisible();
});

test('while the scripts are on their way, what is far down is there once the reader comes to it', async ({ page }) => {
  await page.route(/\.js$/, () => undefined);
  await page.goto(chapter, { waitUntil: 'commit' });
  const last = page.locator('.q form').last();
  await last.waitFor();
  await expect(page.locator('html')).toHaveAttribute('data-top', '');
  const isLaidOut = (): Promise<boolean> => last.evaluate((form) => form.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isLaidOut()).toBe(false);
  await last.scrollIntoViewIfNeeded();
  await expect.poll(isLaidOut).toBe(true);
});

test('without scripts nothing is put off', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(chapter);
  await expect(page.locator('html')).not.toHaveAttribute('data-top');
  await context.close();
});

for (const [how, go] of [
  ['a link to a section', () => document.querySelector<HTMLAnchorElement>('.on-page a[href="#recap"]')!.click()],
  ['a script', () => document.getElementById('recap')!.scrollIntoView()],
] as const) {
  test(`whoever goes far down by ${how} before all is laid out comes to the place, and stays there`, async ({ page }) => {
    for (const wait of [0, 40, 120]) {
      await page.goto(chapter, { waitUntil: 'domcontentloaded' });
      await page.waitForTimeout(wait);
      await page.evaluate(go);
      await isWhole(page);
      await page.waitForLoadState('networkidle');
      const top = (await page.locator('#recap').boundingBox())?.y ?? NaN;
      expect(Math.round(top), `after ${wait} ms`).toBeGreaterThanOrEqual(50);
      expect(Math.round(top), `after ${wait} ms`).toBeLessThanOrEqual(120);
    }
  });
}
