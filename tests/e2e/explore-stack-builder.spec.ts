import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { copiedText } from './clipboard.ts';
import { linkHolding, openInChapter } from './open.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';

const address = '/en/explore/stack-builder/';

async function begin(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Go on without a guess' }).click();
}

test('a guess, then a stack with reasons, price and files', async ({ page }) => {
  await page.goto(address);
  await expect(page.getByLabel('Framework')).toBeHidden();
  await page.getByLabel('Gunicorn with threads').check();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await expect(page.getByText('Nginx → Uvicorn by itself → FastAPI; 2 worker processes.')).toBeVisible();
  await page.getByLabel('Framework').selectOption('flask');
  await expect(page.getByText('Nginx → Gunicorn, threads → Flask; 2 worker processes with 8 threads each.')).toBeVisible();
  await expect(page.getByText('Put right, since it cannot be so: Interface, Application server.')).toBeVisible();
  await page.getByText('shop.service').click();
  await expect(page.getByText('ExecStart=/srv/shop/venv/bin/gunicorn')).toBeVisible();
});

test('behind a balancer a container may go without Nginx', async ({ page }) => {
  await begin(page);
  await page.getByLabel('It runs').selectOption('container');
  await page.getByLabel('A load balancer stands in front').check();
  await page.getByLabel('TLS ends at').selectOption('balancer');
  await page.getByLabel('Static files are sent by').selectOption('elsewhere');
  await expect(page.getByText('load balancer → Uvicorn by itself → FastAPI; one worker process.')).toBeVisible();
  await expect(page.locator('[data-files] summary')).toHaveText(['shop.py', 'requirements.txt', 'Containerfile', 'compose.yaml']);
});

test('all files come as one archive, and one can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all as shop.zip' }).click();
  const archive = readFileSync(await (await waiting).path());
  expect(archive.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  for (const path of ['shop/nginx.conf', 'shop/shop.service', 'shop/public/static/shop.css']) expect(archive.includes(path)).toBe(true);
  await page.getByRole('group').filter({ hasText: 'nginx.conf' }).getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await copiedText(page)).toContain('proxy_pass http://shop;');
});

test('the choices are in the address; a broken link says so', async ({ page, context }) => {
  await begin(page);
  await page.getByLabel('Processor cores for the app').fill('8');
  await page.keyboard.press('Tab');
  await expect(page.getByText('8 worker processes')).toBeVisible();
  const other = await context.newPage();
  await other.goto(await linkHolding(page, '"cores":8'));
  await expect(other.getByText('8 worker processes')).toBeVisible();
  await other.goto('about:blank');
  await other.goto(`${address}#state=broken`);
  await expect(other.getByText('could not be read')).toBeVisible();
});

test('on a phone, and for axe', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await begin(page);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the chapter opens it in place', async ({ page }) => {
  await page.goto('/en/choosing-a-stack/');
  const embed = await openInChapter(page, 'stack-builder');
  await embed.getByRole('button', { name: 'Go on without a guess' }).click();
  await expect(embed.getByText('Uvicorn by itself → FastAPI')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the first stack is there with its files', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('Nginx → Uvicorn by itself → FastAPI')).toBeVisible();
    await page.getByText('shop.service').click();
    await expect(page.getByText('ExecStart=')).toBeVisible();
  });
});
