import { test, type Browser, type Page } from '@playwright/test';
import { whole } from '../a11y/whole.ts';
import { expect, expectReadable, kindsOfPages, lengthOf, Network, notice, reloadByNotice } from './faults.ts';

/**
 * What a reader sees when a part of the site does not arrive. Each asset is tried on the first of these pages that
 * asks for it. Requests are cut off, never waited for.
 */

/** What a page asks for while it loads, in order, without itself. */
async function assetsOf(page: Page, path: string): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => request.isNavigationRequest() || asked.push(request.url()));
  await page.goto(path, { waitUntil: 'networkidle' });
  await whole(page);
  page.removeAllListeners('request');
  // Parts of the search's index are many and alike: one of each kind is enough.
  const kindOf = (url: string): string => url.replace(/\/pagefind\/(\w+)\/[^/]*$/, '/pagefind/$1/');
  return [...new Map([...new Set(asked)].reverse().map((url) => [kindOf(url), url])).values()].reverse();
}

/** Characters that a page shows where there are no scripts at all. */
async function plainLength(browser: Browser, path: string): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  const length = await lengthOf(page);
  await context.close();
  return length;
}

test.describe('any one asset that does not come', () => {
  const [first] = kindsOfPages;
  // The first page is a chapter with nearly everything: its assets are tried in two halves, and of the others those that it lacks.
  const cases = [{ ...first, half: 0 }, { ...first, half: 1 }, ...kindsOfPages.slice(1).map((page) => ({ ...page, half: undefined }))];
  for (const { path, half } of cases) {
    test(`${path} can be read, says so, and works after a reload${half === undefined ? '' : `, half ${half + 1}`}`, async ({ browser, page }) => {
      test.slow();
      const known = half === undefined ? await assetsOf(page, first.path) : [];
      const assets = (await assetsOf(page, path)).filter((url, i) => !known.includes(url) && (half === undefined || i % 2 === half));
      // A prediction hides what follows it until it is made.
      const length = Math.min(await plainLength(browser, path), await lengthOf(page));
      const network = await Network.of(page);
      for (const asset of assets) {
        await test.step(new URL(asset).pathname, async () => {
          network.isBroken = (url) => url === asset;
          await page.goto(path, { waitUntil: 'domcontentloaded' });
          await expectReadable(page, length);
          if (!/\/_astro\/.*\.(?:js|css)$/.test(asset)) return;
          await expect(notice(page)).toBeVisible();
          network.isBroken = () => false;
          await reloadByNotice(page);
        });
      }
    });
  }
});

test('scripts that are blocked half-way leave the chapter whole: text, questions and their answers', async ({ browser, page }) => {
  const path = '/en/wsgi/';
  const scripts = (await assetsOf(page, path)).filter((url) => url.endsWith('.js'));
  const length = await plainLength(browser, path);
  const network = await Network.of(page);
  for (const count of [0, 1, Math.floor(scripts.length / 2), scripts.length - 1]) {
    await test.step(`${count} of ${scripts.length} scripts come`, async () => {
      const allowed = new Set(scripts.slice(0, count));
      network.isBroken = (url) => url.endsWith('.js') && !allowed.has(url);
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await expectReadable(page, length);
      await expect(notice(page)).toBeVisible();
      await notice(page).getByRole('button', { name: 'Close' }).click();
      await expect(notice(page)).toBeHidden();
      const answer = page.locator('chapter-quiz details').first();
      await answer.locator('summary').click();
      await expect(answer).toContainText(/\w{3}/);
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each kind of page is complete HTML, and nothing waits for a script', async ({ page }) => {
    for (const { path } of kindsOfPages) {
      await test.step(path, async () => {
        await page.goto(path);
        await expectReadable(page, 200);
        await expect(notice(page)).toBeHidden();
        // A form that is sent to a page needs no script.
        for (const button of await page.locator('main button:not(form[action] button)').all()) await expect(button).toBeHidden();
      });
    }
  });
});
