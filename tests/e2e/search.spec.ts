import { expect, test, type Locator, type Page } from '@playwright/test';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { firstResult } from '../../src/measure/turns.ts';

const chapter = '/en/names-to-addresses/';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search the guide' });
const field = (page: Page): Locator => dialog(page).getByRole('searchbox', { name: 'Search the guide' });
const rows = (page: Page): Locator => dialog(page).locator('li[data-result]');

/** Addresses of the index that a page asks for. */
function indexRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.includes('/pagefind/')) asked.push(request.url());
  });
  return asked;
}

test('/ opens the search, and the first result leads to the section', async ({ page }) => {
  await page.goto(chapter);
  await page.keyboard.press('/');
  // What is typed before the dialog is there is not lost.
  await page.keyboard.type('hosts file');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('hosts file');
  const section = rows(page).filter({ hasText: 'The file that answers first' });
  await expect(section.getByRole('link')).toHaveAttribute('href', `${chapter}#hosts`);
  await section.getByRole('link').click();
  await expect(page).toHaveURL(/\/en\/names-to-addresses\/#hosts$/);
  await expect(dialog(page)).toBeHidden();
});

test('Ctrl-K opens it, also from a field, and Enter opens the best result', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('Control+k');
  await field(page).fill('start_response');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/glossary\/#start-response$/);
});

test('an exercise is found by its title, and its result leads to it', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('Control+k');
  await field(page).fill('router in ten lines');
  const link = rows(page).getByRole('link', { name: /A router in ten lines/ });
  await link.click();
  await expect(page).toHaveURL(/\/en\/frameworks-and-database\/#exercise-router$/);
  await expect(page.getByRole('heading', { name: /A router in ten lines/ })).toBeInViewport();
});

test('arrows choose, Enter opens, typing goes on in the field', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('/');
  await field(page).fill('hosts file');
  const links = rows(page).getByRole('link');
  await expect(links.nth(2)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('s');
  await expect(field(page)).toHaveValue('hosts files');
  // The old results stay until the new ones are there.
  await expect(dialog(page).getByText(/for “hosts files”/).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const target = await links.nth(1).getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${target?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
});

test('sections stand under the title of their chapter, and the words are marked', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('/');
  await field(page).fill('hosts file');
  const list = dialog(page).getByRole('heading', { name: 'How does the browser find the machine?' }).locator('+ ul');
  await expect(list.getByRole('listitem').first()).toBeVisible();
  await expect(list.locator('li')).not.toHaveCount(0);
  await expect(dialog(page).locator('mark').first()).toHaveText(/hosts|file/i);
  await expect(dialog(page).getByRole('status')).toHaveText(/^\d+ results for “hosts file”.* Enter opens the first: /);
});

test('Escape closes, and the focus is where it was', async ({ page }) => {
  await page.goto(chapter);
  const link = page.getByRole('banner').getByRole('link', { name: 'Search' });
  await link.focus();
  await page.keyboard.press('Enter');
  await field(page).fill('wsgi');
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test('/ is written where text is written', async ({ page }) => {
  await page.goto('/en/search/');
  const searchField = page.getByRole('searchbox');
  await searchField.fill('GET ');
  await page.keyboard.press('/');
  await expect(searchField).toHaveValue('GET /');
  await expect(dialog(page)).toHaveCount(0);
});

test('the key / can be switched off', async ({ page }) => {
  await page.goto('/en/search/');
  await page.getByRole('checkbox', { name: /The key \// }).uncheck();
  await page.goto(chapter);
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();
});

test('recent searches come back, and can be cleared', async ({ page }) => {
  await page.goto(chapter);
  await page.keyboard.press('/');
  await field(page).fill('negative caching');
  await rows(page).first().getByRole('link').click();
  await page.waitForURL('**/en/glossary/#negative-caching');
  await page.keyboard.press('Control+k');
  await dialog(page).getByRole('button', { name: 'negative caching' }).click();
  await expect(field(page)).toHaveValue('negative caching');
  await expect(rows(page).first()).toBeVisible();
  await field(page).fill('');
  await dialog(page).getByRole('button', { name: 'Clear recent searches' }).click();
  await expect(dialog(page).getByRole('button', { name: 'negative caching' })).toHaveCount(0);
});

test('without storage the search works, only nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('forbidden', 'SecurityError'); } });
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(chapter);
  await page.keyboard.press('/');
  await field(page).fill('resolver');
  await rows(page).first().getByRole('link').click();
  await expect(dialog(page)).toBeHidden();
  expect(errors).toEqual([]);
});

test('nothing of the index is loaded before the search is used, and nothing is forbidden then', async ({ page }) => {
  const asked = indexRequests(page);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(chapter);
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await page.keyboard.press('/');
  await field(page).fill('environ');
  await expect(rows(page).first()).toBeVisible();
  expect(asked).not.toEqual([]);
  expect(errors).toEqual([]);
});

test('an index out of reach says so, offers the contents, and is tried again', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(chapter);
  await page.keyboard.press('/');
  await field(page).fill('resolver');
  await expect(dialog(page).locator('.s-note').getByText('The search index cannot be reached.')).toBeVisible();
  await expect(dialog(page).getByRole('link', { name: 'Table of contents' })).toHaveAttribute('href', '/en/chapters/');
  await page.unroute('**/pagefind/**');
  await dialog(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('a connection that is lost later is not told as “nothing found”', async ({ page, context }) => {
  await page.goto(chapter);
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await context.setOffline(true);
  await field(page).fill('resolver');
  await expect(dialog(page).locator('.s-note').getByText('The search index cannot be reached.')).toBeVisible();
});

test('nothing found says so and offers ways on; markup stays text', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('/');
  const query = '<b>xyzzyqq';
  await field(page).fill(query);
  await expect(dialog(page).getByText(`Nothing found for “${query}”`).first()).toBeVisible();
  await expect(dialog(page).getByRole('link', { name: 'Glossary' })).toBeVisible();
  await expect(dialog(page).locator('b')).toHaveCount(0);
});

test('the dialog narrows to a kind and a part, by keyboard; it is said, and stands in the link to all results', async ({ page }) => {
  await page.goto(chapter);
  await page.keyboard.press('/');
  await field(page).fill('certificate');
  await expect(rows(page).first()).toBeVisible();
  const kind = dialog(page).getByLabel('Kind');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(kind).toBeFocused();
  await page.keyboard.type('Chap');
  await expect(kind).toHaveValue('chapter');
  await expect(dialog(page).locator('.s-count')).toHaveText(/^\d+ results? for “certificate” in Chapters/);
  await expect(dialog(page).getByRole('status')).toContainText('in Chapters');
  await expect(rows(page)).not.toHaveCount(0);
  await expect(dialog(page).locator('li[data-result]:not([data-result="chapter"])')).toHaveCount(0);
  // The arrows choose in the list, and do not lead to the results.
  await page.keyboard.press('ArrowUp');
  await expect(kind).toBeFocused();
  await expect(kind).toHaveValue('');
  await page.keyboard.press('ArrowDown');
  await expect(kind).toHaveValue('chapter');
  await dialog(page).getByLabel('Part').selectOption('1');
  await expect(dialog(page).locator('.s-count')).toHaveText(/ in Chapters, Part 1/);
  await field(page).fill('server');
  await expect(dialog(page).locator('.s-all a')).toHaveAttribute('href', '/en/search/?q=server&kind=chapter&part=1');
  await field(page).fill('certificate');

  await dialog(page).getByLabel('Kind').selectOption({ label: 'Sources' });
  await expect(dialog(page).locator('.s-count')).toHaveText(/^Nothing for “certificate” in Sources, Part 1, but \d+ results elsewhere$/);
  await dialog(page).getByRole('button', { name: 'Show all kinds and parts' }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(kind).toHaveValue('');
  await expect(field(page)).toBeFocused();

  // The next question is asked of the whole guide.
  await kind.selectOption('glossary');
  await field(page).press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(kind).toHaveValue('');
});

test('names of code are found whole and in part, with their punctuation and without', async ({ page }) => {
  await page.goto('/en/search/');
  for (const [query, address] of [
    ['X-Forwarded-For:', 'glossary/#forwarded-header'],
    ['x forwarded for', 'glossary/#forwarded-header'],
    ['`wsgi.input`', 'glossary/#wsgi-input'],
    ['wsgi input', 'glossary/#wsgi-input'],
    ['envir', 'glossary/#environ'],
    ['start_response()', 'glossary/#start-response'],
    ['proxy_pass;', 'web-servers/#slash'],
    ['try files', 'web-servers/#files'],
    ['err name not resolved', 'failures/#name-not-resolved'],
    ['econnrefused', 'failures/#connection-refused-no-web-server'],
    ['HTTP 413', 'failures/#content-too-large'],
    ['/etc/hosts', 'glossary/#hosts-file'],
  ] as const) {
    await page.getByRole('searchbox').fill(query);
    await expect(page.locator('search-page li[data-result] a').first(), query).toHaveAttribute('href', `/en/${address}`);
  }
});

for (const [name, query] of [
  ['guide.en.json', 'resolver'],
  ['names.en_*', 'resolver'],
  ['pagefind-worker.js', 'resolver'],
  ['wasm.en.pagefind', 'resolver'],
  ['pagefind-entry.json*', 'bookshop'],
  ['pagefind.en_*', 'resolver'],
  ['index/*', 'bookshop'],
  ['text/**', 'resolver'],
  ['words.en_*', 'resovler'],
  ['russian.en_*', 'порт'],
] as const) {
  test(`without ${name} of the index the reader is told, and nothing is said to be missing from the guide`, async ({ page }) => {
    await page.route(`**/pagefind/${name}`, (route) => route.abort());
    await page.goto('/en/');
    await page.keyboard.press('/');
    await field(page).fill(query);
    await expect(dialog(page).locator('.s-note').getByText('The search index cannot be reached.')).toBeVisible({ timeout: 15_000 });
    await page.unroute(`**/pagefind/${name}`);
    await dialog(page).getByRole('button', { name: 'Try again' }).click();
    await expect(rows(page).first()).toBeVisible({ timeout: 15_000 });
  });
}

test.describe('the search page', () => {
  test('shows the results of its address as an ordered list, and the address follows the field', async ({ page }) => {
    await page.goto('/en/search/?q=hosts+file');
    const list = page.getByRole('list', { name: 'Results' });
    await expect(page.getByRole('searchbox')).toHaveValue('hosts file');
    await expect(list.locator('li[data-result]').first()).toBeVisible();
    for (const row of await list.locator('li[data-result]').all()) await expect(row.getByRole('link')).toHaveCount(1);
    expect(await list.evaluate((element) => element.tagName)).toBe('OL');

    await page.getByRole('searchbox').fill('wsgi.input');
    await expect(page).toHaveURL(/\/en\/search\/\?q=wsgi\.input$/);
    await expect(page).toHaveTitle(/^wsgi\.input · Search/);
    await expect(list.locator('li[data-result] a').first()).toHaveAttribute('href', '/en/glossary/#wsgi-input');
    await page.reload();
    await expect(list.locator('li[data-result] a').first()).toHaveAttribute('href', '/en/glossary/#wsgi-input');
  });

  test('has every result of the dialog, in the dialog’s order of relevance', async ({ page }) => {
    await page.goto('/en/');
    await page.keyboard.press('/');
    await field(page).fill('environ');
    await expect(rows(page).first()).toBeVisible();
    const inDialog = await rows(page).locator('a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    await page.goto('/en/search/?q=environ');
    const onPage = page.locator('search-page li[data-result] a');
    await expect(onPage.first()).toHaveAttribute('href', new URL(inDialog[0] ?? '').pathname + new URL(inDialog[0] ?? '').hash);
    const all = await onPage.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(all).toEqual(expect.arrayContaining(inDialog));
  });

  test('takes ten thousand characters as a bounded line', async ({ page }) => {
    await page.goto(`/en/search/?q=${'resolver '.repeat(1000)}`);
    await expect(page.locator('search-page .s-count')).toHaveText(/result|Nothing/);
    expect((await page.getByRole('searchbox').inputValue()).length).toBeLessThanOrEqual(500);
  });

  test('shows more on request, and reading goes on there', async ({ page }) => {
    await page.goto('/en/search/?q=server');
    const links = page.locator('search-page li[data-result] a');
    await expect(links).toHaveCount(20);
    await page.getByRole('button', { name: 'Show more results' }).click();
    await expect(links.nth(20)).toBeFocused();
  });

  test('kind and part are chosen, and stand in the address', async ({ page }) => {
    await page.goto('/en/search/?q=certificate');
    const links = page.locator('search-page li[data-result]');
    await expect(links.first()).toBeVisible();
    await page.getByLabel('Kind').selectOption({ label: 'Failures' });
    await expect(page).toHaveURL(/\?q=certificate&kind=failure$/);
    await expect(page.locator('search-page li[data-result]:not([data-result="failure"])')).toHaveCount(0);
    await expect(links.first()).toHaveAttribute('data-result', 'failure');
    await page.getByLabel('Part').selectOption('3');
    await page.reload();
    await expect(page.getByLabel('Part')).toHaveValue('3');
    await expect(page.locator('search-page .s-count')).toHaveText(/ in Failures, Part 3/);
  });

  test('an address that nobody wrote by hand is harmless', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto('/en/search/?q=%E0%A4%A<script>&kind=constructor&part=-1');
    await expect(page.locator('search-page .s-count')).toHaveText(/Nothing found for “|\d+ results? for “/);
    await expect(page.getByLabel('Kind')).toHaveValue('');
    await expect(page.getByLabel('Part')).toHaveValue('');
    expect(errors).toEqual([]);
  });

  test('says when the index is out of reach', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('/en/search/?q=wsgi');
    await expect(page.locator('search-page').getByText('The search index cannot be reached.')).toBeVisible();
    await expect(page.locator('search-page').getByRole('link', { name: 'Table of contents' })).toBeVisible();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('the header leads to it, and it says what to do instead', async ({ page }) => {
      await page.goto(chapter);
      await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
      await expect(page).toHaveURL(/\/en\/search\/$/);
      await expect(page.getByText('Search needs JavaScript')).toBeVisible();
      await expect(page.getByRole('main').getByRole('link', { name: 'Table of contents' })).toBeVisible();
      await page.getByRole('searchbox').fill('wsgi');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/en\/search\/\?q=wsgi$/);
    });
  });
});

test('a misspelled word is searched as what was meant, and that is said', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('/');
  await field(page).fill('adress already in use');
  await expect(dialog(page).getByText(/Did you mean “address already in use”\?/).first()).toBeVisible();
  await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', '/en/failures/#address-in-use');
});

test('a Russian word leads to the English section, and its names come only then', async ({ page }) => {
  const asked = indexRequests(page);
  await page.goto('/en/');
  await page.keyboard.press('/');
  await field(page).fill('certificate');
  await expect(rows(page).first()).toBeVisible();
  expect(asked.filter((address) => /russian|words/.test(address))).toEqual([]);
  await field(page).fill('обратного прокси');
  await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', '/en/glossary/#reverse-proxy');
  await expect(rows(page).first().getByText('Read in: What happens between a click and the answer?')).toBeVisible();
});

test('a pasted log line finds the failure', async ({ page }) => {
  await page.goto('/en/');
  await page.keyboard.press('/');
  await field(page).fill('2026/02/03 04:05:06 [error] 9#9: *7 client intended to send too large body: 20971520 bytes, client: 203.0.113.9, server: example.test');
  await expect(rows(page).first().getByRole('link')).toHaveAttribute('href', '/en/failures/#content-too-large');
});

test.describe('bad input is bounded, harmless and answered with a sentence', () => {
  for (const [name, query] of [
    ['ten thousand characters', 'x'.repeat(10_000)],
    ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
    ['signs of a regular expression', '(.*)+$ [a-z]{9,} \\d++'],
    ['text from right to left', '\u202Eשרת אינטרנט\u202C'],
    ['only punctuation', '?!…—()'],
  ] as const) {
    test(name, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('dialog', (opened) => void opened.dismiss().then(() => errors.push('a script ran')));
      await page.goto('/en/');
      await page.keyboard.press('/');
      await field(page).fill(query);
      await expect(dialog(page).locator('.s-count')).toHaveText(/Nothing found for “|\d+ results? for “/);
      expect(errors).toEqual([]);
      await expect(dialog(page).locator('img, script')).toHaveCount(0);
    });
  }
});

test('the first search loads at most 120 kB, compressed', async ({ page }) => {
  await page.goto(chapter);
  await page.waitForLoadState('networkidle');
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const size = response.request().sizes().then(({ responseBodySize }) => responseBodySize);
    sizes.set(new URL(response.url()).pathname, size);
  });
  await page.keyboard.press('/');
  await field(page).fill('reverse proxy');
  await expect(rows(page).nth(3)).toBeVisible();
  await page.waitForLoadState('networkidle');
  // The browser does not tell the size of a worker's own script; the server does.
  const told = async (name: string): Promise<number> => Number((await page.request.head(name, { headers: { 'accept-encoding': 'br' } })).headers()['content-length']);
  const bytes = new Map(await Promise.all([...sizes].map(async ([name, size]) => [name, (await size) || (await told(name))] as const)));
  expect(bytes.get('/pagefind/pagefind-worker.js')).toBeGreaterThan(5_000);
  expect([...bytes.keys()]).toEqual(expect.arrayContaining(['/pagefind/wasm.en.pagefind']));
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const largest = [...bytes].sort(([, a], [, b]) => b - a).slice(0, 9).map(([name, size]) => `${name.split('/').at(-1)} ${(size / 1000).toFixed(1)}`);
  console.log(`First search: ${(total / 1000).toFixed(1)} kB in ${bytes.size} files: ${largest.join(', ')} …`);
  expect(total).toBeLessThanOrEqual(120_000);
});

test('the first result stands 150 ms after the last key, on a processor four times slower', async ({ page }) => {
  await page.goto(chapter);
  await page.keyboard.press('/');
  await field(page).fill('hosts');
  await expect(rows(page).first()).toBeVisible();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times: number[] = [];
  for (const query of ['upstream', 'environ', 'certificate', 'cookie', 'worker', 'socket']) times.push(await page.evaluate(firstResult, query));
  console.log(`First result at 4 times slower: ${times.map((time) => `${Math.round(time)} ms`).join(', ')}`);
  // The machine that tests may be busy with other things: the best of six tells what the search needs.
  expect(Math.min(...times)).toBeLessThanOrEqual(150);
});

test('dialog and page pass axe', async ({ page }) => {
  await page.goto(chapter);
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await field(page).fill('hosts file');
  await expect(rows(page).first()).toBeVisible();
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await page.goto('/en/search/?q=hosts+file');
  await expect(page.locator('search-page li[data-result]').first()).toBeVisible();
  expect(await axeFindingsEverywhere(page)).toEqual([]);
});

for (const width of [320, 768, 1440]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(chapter);
    await page.keyboard.press('Control+k');
    await field(page).fill('ERR_NAME_NOT_RESOLVED');
    await expect(rows(page).first()).toBeVisible();
    for (const selector of ['dialog.search', '.s-list', 'html']) {
      expect(await page.locator(selector).first().evaluate((element) => element.scrollWidth - element.clientWidth), selector).toBeLessThanOrEqual(0);
    }
  });
}
