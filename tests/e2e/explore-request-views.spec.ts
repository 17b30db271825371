import { expect, test, type Locator, type Page } from '@playwright/test';
import { linkHolding, openInChapter, openQuietly } from './open.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';

const address = '/en/explore/request-views/';
const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Request' });
const pane = (page: Page, name: string): Locator => page.getByRole('region', { name });

async function skip(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  await expect(page.getByText('Marked: path.')).toBeVisible();
}

test('a guess comes first; then one fact is marked in the request and in all panes', async ({ page }) => {
  await page.goto(address);
  await expect(field(page)).toBeHidden();
  await expect(pane(page, 'WSGI')).toBeHidden();
  await page.getByLabel('The ASGI application only.').check();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await expect(page.getByText('the two names would meet in one variable')).toBeVisible();
  await expect(page.getByText('X_User_Id reaches Uvicorn, and not Nginx, Apache with CGI and Gunicorn.')).toBeVisible();
  await expect(page.getByText('Marked: path. Nginx: 2, Apache with CGI: 2, Gunicorn: 2, Uvicorn: 2.')).toBeVisible();

  await page.getByLabel('Mark everywhere').selectOption('query');
  await expect(page.locator('[data-sent] mark')).toHaveText('?fmt=json');
  for (const [name, variable] of [['Nginx', '$args'], ['CGI', 'QUERY_STRING'], ['WSGI', 'QUERY_STRING'], ['ASGI', 'query_string']] as const) {
    await expect(pane(page, name).locator('tr.lit').filter({ has: page.getByText(variable, { exact: true }) })).toContainText('fmt=json');
  }
  await pane(page, 'ASGI').getByRole('rowheader', { name: 'method' }).click();
  await expect(page.getByLabel('Mark everywhere')).toHaveValue('method');
  await expect(page.locator('[data-sent] mark')).toHaveText('GET');
});

test('a refusal stands under its line, in the words of the server', async ({ page }) => {
  await skip(page);
  await field(page).fill('GET / HTTP/1.1\nHost: shop.test\nX Name: a\n\n');
  await page.getByRole('button', { name: 'Send' }).click();
  const line = page.locator('[data-sent] li').filter({ hasText: 'X Name' });
  await expect(line).toContainText('Nginx: 400 · Apache with CGI: 400 · Gunicorn: 400 · Uvicorn: 400 · Uvicorn with h11: 400');
  await expect(pane(page, 'WSGI')).toContainText("Invalid HTTP header name: 'X Name'");
  await expect(pane(page, 'ASGI').getByRole('table')).toBeHidden();
  await expect(pane(page, 'Nginx')).toContainText('"GET / HTTP/1.1" 400 157');

  await page.getByLabel('Begin with').selectOption({ label: 'line feeds alone' });
  await expect(page.getByText('Nginx and Uvicorn with h11: let it in.')).toBeVisible();
  await expect(page.locator('[data-sent] .end').first()).toHaveText('\\n');
});

test('the connection counts, too, and what cannot be used is said at its field', async ({ page }) => {
  await skip(page);
  await page.getByLabel('Begin with').selectOption({ label: 'a mount point' });
  await expect(pane(page, 'ASGI')).toContainText("'/shop/shop/books/Brontë'");
  await page.getByLabel('Mount point').fill('shop/');
  await expect(page.getByText('A mount point begins with /')).toBeVisible();
  await expect(page.getByLabel('Mount point')).toHaveAttribute('aria-invalid', 'true');
});

test('markup in a request stays text', async ({ page }) => {
  await skip(page);
  await field(page).fill('GET /<img/src=x> HTTP/1.1\nHost: shop.test\nX-A: <script>alert(1)</script><b>\n\n');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(pane(page, 'WSGI')).toContainText('<script>alert(1)</script><b>');
  expect(await page.locator(':is([data-panes], [data-sent]) :is(img, b, script)').count()).toBe(0);
});

test('the state is in the address, for others to open; a link that was cut says so', async ({ page, context }) => {
  await skip(page);
  await page.getByLabel('Begin with').selectOption({ label: 'two hosts' });
  const other = await context.newPage();
  await other.goto(await linkHolding(page, 'Host: other.test'));
  await expect(field(other)).toHaveValue(/Host: other\.test/);
  await expect(other.getByText('Marked: host.')).toBeVisible();
  await other.goto('about:blank');
  await other.goto(`${address}#state=AAAA`);
  await expect(other.getByText('could not be read')).toBeVisible();
});

test('by keyboard alone', async ({ page }) => {
  await skip(page);
  await field(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('get / HTTP/1.1\nHost: a\n\n');
  await page.getByRole('button', { name: 'Send' }).focus();
  await page.keyboard.press('Enter');
  await expect(pane(page, 'Nginx')).toContainText('client sent invalid method');
  await page.getByLabel('Mark everywhere').focus();
  await page.keyboard.type('method');
  await expect(page.getByText('Marked: method.')).toBeVisible();
});

test('on a phone, with nothing wrong for axe before and after the guess', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  await page.getByLabel('Begin with').selectOption({ label: 'two hosts' });
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the chapter opens it in place, and loads its script and its models only then', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await openQuietly(page, '/en/http-messages/');
  expect(loaded.filter((path) => /RequestViews|simulation|explor/.test(path))).toEqual([]);
  const embed = await openInChapter(page, 'request-views');
  await expect(embed.getByRole('button', { name: 'Go on without a guess' })).toBeVisible();
  expect(loaded.filter((path) => path.includes('simulation'))).toEqual([]);
  await embed.getByRole('button', { name: 'Go on without a guess' }).click();
  await embed.getByLabel('Begin with').selectOption({ label: 'a field named Proxy' });
  await expect(embed.getByText('Proxy reaches Nginx, Gunicorn and Uvicorn, and not Apache with CGI.')).toBeVisible();
  expect(loaded.filter((path) => path.includes('simulation'))).toHaveLength(1);
  expect(new URL(page.url()).hash).toBe('');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first request is there whole, in all four views', async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('[data-sent]')).toContainText('X_User_Id: 8');
    await expect(pane(page, 'WSGI').getByRole('row', { name: 'HTTP_X_USER_ID' })).toContainText("'7'");
    await expect(pane(page, 'ASGI')).toContainText("(b'x_user_id', b'8')");
    await expect(field(page)).toBeHidden();
  });
});
