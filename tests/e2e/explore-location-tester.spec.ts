import { expect, test, type Page } from '@playwright/test';
import { linkHolding, openInChapter, openQuietly } from './open.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';

const address = '/en/explore/location-tester/';

async function open(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
}

test('a guess comes first; then the first configuration has answered', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByLabel('Request target')).toBeHidden();
  await page.getByLabel('it is the longest prefix').check();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await expect(page.getByText('Your guess: location /static/')).toBeVisible();
  await expect(page.getByText('the first that matches takes the request away')).toBeVisible();
  await expect(page.getByRole('status').getByText('with the text styles')).toBeVisible();
  await expect(page.getByText('Not simulated: expires, line 8.')).toBeVisible();
});

test('a configuration of one’s own is followed step by step', async ({ page }) => {
  await open(page);
  await page.getByLabel('Configuration', { exact: true }).fill('location /a/ {\n  try_files $uri @app;\n}\nlocation @app {\n  proxy_pass http://127.0.0.1:8000;\n}\n');
  await page.getByLabel('Files that exist').fill('/srv/a.txt');
  await page.getByLabel('Request target').fill('/a/%62?x');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByRole('status').getByText('The app is asked for /a/%62?x.')).toBeVisible();
  await expect(page.getByText('It comes from line 4.')).toBeVisible();
  const trace = page.locator('.trace');
  await expect(trace.getByText('What was percent-encoded is decoded')).toBeVisible();
  await expect(trace.getByText('Is /usr/share/nginx/html/a/b a file? Nothing is there.')).toBeVisible();
});

test('a wrong configuration is refused beside its line', async ({ page }) => {
  await open(page);
  const config = page.getByLabel('Configuration', { exact: true });
  await config.fill('location / {\n  retrun 200;\n}\n');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(config).toHaveAttribute('aria-invalid', 'true');
  await expect(config).toHaveAccessibleDescription(/nginx: \[emerg\] unknown directive "retrun" in nginx\.conf:2/);
  await page.getByRole('button', { name: 'Go to line 2' }).click();
  await expect(config).toBeFocused();
  expect(await config.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe('  retrun 200;');

  await config.fill('location ~ ^/(a+)+$ { return 200; }');
  await page.getByLabel('Request target').fill(`/${'a'.repeat(60)}!`);
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(config).toHaveAccessibleDescription(/Repetition inside repetition/);
  await page.getByLabel('Request target').fill('/<img src=x onerror=alert(1)>');
  await config.fill('location / { return 200 $uri; }');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByRole('status').getByText('Nginx answers 400.')).toBeVisible();
  await expect(config).toHaveAttribute('aria-invalid', 'false');
});

test('every beginning and every surprise can be tried, and is linked', async ({ page, context }) => {
  await open(page);
  await page.getByLabel('Begin with').selectOption({ label: 'an alias with a hole' });
  await expect(page.getByRole('status').getByText('/srv/shop/private/orders.csv is sent')).toBeVisible();
  await page.getByRole('button', { name: 'Try /static../settings.py' }).click();
  await expect(page.getByRole('status').getByText('/srv/shop/settings.py is sent')).toBeVisible();

  const other = await context.newPage();
  await other.goto(await linkHolding(page, '/static../settings.py'));
  await expect(other.getByLabel('Request target')).toHaveValue('/static../settings.py');
  await expect(other.getByRole('status').getByText('/srv/shop/settings.py is sent')).toBeVisible();
});

test('a link that was cut says so and opens the first configuration', async ({ page }) => {
  await page.goto(`${address}#state=AAAA`);
  await expect(page.getByText('could not be read')).toBeVisible();
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  await expect(page.getByLabel('Request target')).toHaveValue('/static/site.css');
});

test('by keyboard alone', async ({ page }) => {
  await page.goto(address);
  await page.getByLabel('it stands first').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your guess: location ~ \\.css$')).toBeFocused();
  await page.getByLabel('Request target').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('/static/../books');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').getByText('The app is asked for /static/../books.')).toBeVisible();
});

test('on a phone, with nothing wrong for axe before and after the guess', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the chapter opens it in place, and loads it only then', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await openQuietly(page, '/en/web-servers/');
  expect(loaded.filter((path) => path.includes('explor') || path.includes('LocationTester'))).toEqual([]);
  const embed = await openInChapter(page, 'location-tester');
  await embed.getByRole('button', { name: 'Go on without a guess' }).click();
  await embed.getByLabel('Begin with').selectOption({ label: 'error pages' });
  await expect(embed.getByText('is sent, with status 404')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first configuration with its steps, and the surprises, are there whole', async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('location-tester pre').filter({ hasText: 'return 200 "styles"' })).toBeVisible();
    await expect(page.locator('.trace li')).not.toHaveCount(0);
    await expect(page.locator('.surprises tbody tr')).toHaveCount(22);
    await expect(page.getByText('a prefix cannot be walked out of')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send the request' })).toBeHidden();
  });
});
