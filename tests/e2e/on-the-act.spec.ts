import { test, type Locator, type Page, type Request } from '@playwright/test';
import { allAlive, expect, Network, notice, reloadByNotice } from './faults.ts';
import { openQuietly } from './open.ts';

/** What most readers of a chapter never use comes with the act that asks for it, and the act works as if it had been there. */
const path = '/en/the-whole-trip/';
const term = (page: Page): Locator => page.locator('main a.term').first();
const card = (page: Page): Locator => page.locator('.gloss-card');

/** Requests for a script by the beginning of its name, from now on. */
function asked(page: Page, name: string): readonly Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => request.url().includes(`/_astro/${name}.`) && requests.push(request));
  return requests;
}

/** Holds a script back until what is returned is called. */
async function heldBack(page: Page, name: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(`**/_astro/${name}.*`, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Opens the chapter and turns to its first term; its cards have been asked for then, and wait until what is returned is called. */
async function turnToTerm(page: Page, act: 'hover' | 'focus'): Promise<() => void> {
  const release = await heldBack(page, 'cards');
  await openQuietly(page, path);
  const request = page.waitForRequest(/\/_astro\/cards\./);
  await term(page)[act]();
  await request;
  return release;
}

test.describe('the card of a term', () => {
  test('comes with the first pointer on a term, once for all of them', async ({ page }) => {
    const scripts = asked(page, 'cards');
    await openQuietly(page, path);
    expect(scripts).toHaveLength(0);
    await term(page).hover();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    await page.locator('main a.term').nth(1).hover();
    await expect(card(page)).toBeVisible();
    expect(scripts).toHaveLength(1);
  });

  test('that is late opens if the pointer is still there', async ({ page }) => {
    const release = await turnToTerm(page, 'hover');
    release();
    await expect(card(page)).toBeVisible();
  });

  for (const [what, leave] of [
    ['the pointer has gone on', (page: Page): Promise<void> => page.getByRole('heading', { level: 1 }).hover()],
    ['Escape was pressed', (page: Page): Promise<void> => page.keyboard.press('Escape')],
  ] as const) {
    test(`that is late does not open when ${what} meanwhile`, async ({ page }) => {
      const release = await turnToTerm(page, 'hover');
      await leave(page);
      const response = page.waitForResponse(/\/_astro\/cards\./);
      release();
      await (await response).finished();
      await page.waitForTimeout(600);
      await expect(card(page)).toHaveCount(0);
    });
  }

  test('that is late opens for a term that has the focus', async ({ page }) => {
    const release = await turnToTerm(page, 'focus');
    release();
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
  });

  test.describe('on a phone', () => {
    test.use({ hasTouch: true });

    test('comes with the first tap, and the second one follows the link', async ({ page }) => {
      const scripts = asked(page, 'cards');
      await openQuietly(page, path);
      expect(scripts).toHaveLength(0);
      await term(page).tap();
      await expect(card(page)).toBeVisible();
      await expect(page).toHaveURL(new RegExp(`${path}$`));
      await term(page).tap();
      await expect(page).toHaveURL(/\/glossary\/#/);
    });

    test('that does not come leaves the link, which the tap follows', async ({ page }) => {
      await openQuietly(page, path);
      await page.route('**/_astro/cards.*', (route) => route.abort());
      await term(page).tap();
      await expect(page).toHaveURL(/\/glossary\/#/);
    });
  });
});

test('what enlarges a drawing comes with the first press, once for all of them; without it the page says so', async ({ page }) => {
  const scripts = asked(page, 'enlarge');
  const network = await Network.of(page);
  await openQuietly(page, '/en/names-to-addresses/');
  expect(scripts).toHaveLength(0);
  const dialog = page.getByRole('dialog').filter({ has: page.locator('svg') });
  const buttons = page.locator('[data-enlarge]');
  for (const at of [0, 1]) {
    await buttons.nth(at).click();
    await expect(dialog.locator('svg').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  expect(scripts).toHaveLength(1);

  network.isBroken = (url) => url.includes('/enlarge.');
  await page.reload();
  await allAlive(page);
  await buttons.first().click();
  await expect(notice(page)).toBeVisible();
  network.isBroken = () => false;
  await reloadByNotice(page);
  await buttons.first().click();
  await expect(dialog.locator('svg').first()).toBeVisible();
});

test('what opens an explorer in a chapter comes with the press', async ({ page }) => {
  const scripts = asked(page, 'open-explorer');
  await openQuietly(page, path);
  expect(scripts).toHaveLength(0);
  const embed = page.locator('explorer-embed').first();
  await embed.locator('[data-open]').click();
  await expect(embed.locator('[data-explorer]')).toBeVisible();
  expect(scripts).toHaveLength(1);
});

test('what marks a chapter as read comes near its end, and a press before that counts', async ({ page }) => {
  const scripts = asked(page, 'chapter-end');
  const release = await heldBack(page, 'chapter-end');
  await openQuietly(page, path);
  expect(scripts).toHaveLength(0);
  const done = page.locator('chapter-done');
  const request = page.waitForRequest(/\/_astro\/chapter-end\./);
  await done.getByRole('button').click();
  await request;
  release();
  await expect(done.getByRole('button')).toContainText('Read.');
  await expect(done.getByRole('status')).toHaveText(/^Read\./);
  await page.reload();
  await done.scrollIntoViewIfNeeded();
  await expect(done.getByRole('button')).toContainText('Read.');
});
