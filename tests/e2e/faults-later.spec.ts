import { test, type Page } from '@playwright/test';
import { allAlive, expect, Network, notice, reloadByNotice, toQuiz } from './faults.ts';

/** What a reader sees when something that is loaded on request does not come: no network, or a newer edition of the guide. */
const key = 'request-path:progress';

/** Opens a page and waits for its scripts. */
async function open(page: Page, path: string): Promise<Network> {
  const network = await Network.of(page);
  await page.goto(path);
  await allAlive(page);
  return network;
}

test('search without a network: the page stays, says so, and opens the search when the network is back', async ({ page }) => {
  const network = await open(page, '/en/wsgi/');
  network.isBroken = () => true;
  await page.keyboard.press('/');
  await expect(notice(page)).toBeVisible();
  await expect(page).toHaveURL(/\/en\/wsgi\/$/);
  network.isBroken = () => false;
  await reloadByNotice(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search' }).first()).toBeFocused();
});

test('only the part for the search missing: its link leads to the page of the search', async ({ page }) => {
  const network = await open(page, '/en/wsgi/');
  network.isBroken = (url) => /\/dialog\./.test(url);
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/en\/search\/$/);
});

test('an exercise and its puzzle without a network: task, start and solution can be read, and it is said how to go on', async ({ page }) => {
  const network = await open(page, '/en/wsgi/');
  network.isBroken = () => true;
  const exercise = page.locator('python-exercise').first();
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByText('reload the page to try again')).toBeVisible();
  await expect(notice(page)).toBeVisible();
  const solution = exercise.locator('[data-solution]');
  await solution.locator('summary').click();
  await expect(solution.locator('code').first()).toBeVisible();
  await page.locator('parsons-puzzle').first().scrollIntoViewIfNeeded();
  await expect(page.locator('parsons-puzzle [data-line]').first()).toBeVisible();
  network.isBroken = () => false;
  await page.reload();
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('textbox').first()).toBeVisible();
});

test('the style of what a quiz or a puzzle adds does not come: it is said, and both work', async ({ page }) => {
  const network = await open(page, '/en/wsgi/');
  network.isBroken = (url) => /-live\.[^/]*\.css$/.test(url);
  const puzzle = page.locator('parsons-puzzle').first();
  await puzzle.scrollIntoViewIfNeeded();
  await expect(notice(page)).toBeVisible();
  await expect(puzzle).toHaveAttribute('data-phase', 'open');
  await notice(page).getByRole('button', { name: 'Close' }).click();
  await toQuiz(page);
  await expect(notice(page)).toBeVisible();
  const choice = page.locator('[data-question]:has(input[type="radio"])').first();
  await choice.getByRole('radio').first().check();
  await choice.locator('[data-check]').click();
  await expect(choice).toHaveAttribute('data-phase', /right|again/);
  await expect(choice.locator('[data-says]')).toContainText(/\w{3}/);
});

test('an explorer in a chapter without a network says so, and opens when the network is back', async ({ page }) => {
  const network = await open(page, '/en/the-whole-trip/');
  network.isBroken = () => true;
  const explorer = page.locator('explorer-embed').first();
  await explorer.locator('[data-open]').click();
  await expect(explorer.getByText('The explorer could not be loaded.')).toBeVisible();
  network.isBroken = () => false;
  await explorer.locator('[data-open]').click();
  await expect(explorer.locator('[data-explorer]')).toBeVisible();
});

test('the recordings of an explorer that do not come are said to be missing, and come with the next choice', async ({ page }) => {
  const network = await Network.of(page);
  network.isBroken = (url) => /\.json$/.test(new URL(url).pathname);
  await page.goto('/en/explore/request-path/');
  await allAlive(page);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  await expect(page.getByText('The recordings could not be loaded.')).toBeVisible();
  network.isBroken = () => false;
  await page.locator('request-path select').filter({ visible: true }).first().selectOption({ index: 1 });
  await expect(page.locator('[data-steps]')).toBeVisible();
  await expect(page.getByText('The recordings could not be loaded.')).toBeHidden();
});

test('the editor of an exercise that does not come: the field takes the program, and keeps it', async ({ page }) => {
  const network = await open(page, '/en/wsgi/');
  const exercise = page.locator('python-exercise').first();
  await exercise.scrollIntoViewIfNeeded();
  const field = exercise.getByRole('textbox').first();
  await expect(field).toBeVisible();
  network.isBroken = (url) => /\/editor\./.test(url);
  await field.fill('app = "mine"\n');
  await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), key)).toContain('mine');
  await page.reload();
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('textbox').first()).toHaveValue('app = "mine"\n');
});

test.describe('an old tab after a new release, which has none of the old files', () => {
  /** From now on the site is another edition: its files have other names, and the old ones are gone. */
  async function release(page: Page): Promise<void> {
    const renamed = /((?:_astro\/|\.\/)[\w.-]+)\.(js|css)(?=["'`)])/g;
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const isNew = /\.next\.(?:js|css)$/.test(pathname);
      if (/\/_astro\/.*\.(?:js|css)$/.test(pathname) && !isNew) return route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>Not found</title>' });
      if (!isNew && !route.request().isNavigationRequest() && route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch({ url: route.request().url().replace('.next.', '.'), maxRetries: 5 });
      const text = await response.text();
      return route.fulfill({ response, body: text.replace(renamed, '$1.next.$2') });
    });
  }

  test('the search leads to the search page of the new edition', async ({ page }) => {
    await page.goto('/en/wsgi/');
    await allAlive(page);
    await release(page);
    await page.keyboard.press('/');
    await expect(page).toHaveURL(/\/en\/search\/$/);
    await page.getByRole('searchbox', { name: 'Search' }).first().fill('resolver');
    await expect(page.locator('[data-result]').first()).toBeVisible();
  });

  test('what was answered and written is there after the reload that it is told to make', async ({ page }) => {
    await page.goto('/en/wsgi/');
    await allAlive(page);
    await toQuiz(page);
    const choice = page.locator('[data-question]:has(input[type="radio"])').first();
    await choice.getByRole('radio').first().check();
    await choice.locator('[data-check]').click();
    await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), key)).toContain('"answers":{"wsgi/');
    const kept = await page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '{}').answers as object, key);
    await page.evaluate(() => scrollTo(0, 0));
    await page.goto('/en/wsgi/');
    await allAlive(page);
    await release(page);
    const exercise = page.locator('python-exercise').first();
    await exercise.scrollIntoViewIfNeeded();
    await expect(notice(page)).toContainText('the guide has been renewed since you opened the page');
    await expect(notice(page)).toContainText('your answers are kept');
    await reloadByNotice(page);
    await exercise.scrollIntoViewIfNeeded();
    await expect(exercise.getByRole('textbox').first()).toBeVisible();
    expect(await page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '{}').answers as object, key)).toEqual(kept);
  });
});
