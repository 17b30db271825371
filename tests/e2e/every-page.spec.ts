import { expect, test } from '@playwright/test';
import { openQuietly } from './open.ts';
import { readingPages } from '../site.ts';

// The whole guide on one page takes a busy machine its time.
test.describe.configure({ timeout: 180_000 });

for (const path of readingPages()) {
  test(`${path} is whole, asks nobody else and sets no cookie`, async ({ page, context, baseURL }) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && origin !== baseURL) faults.push(`other host: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
      if ('set-cookie' in response.headers()) faults.push(`cookie: ${response.url()}`);
    });

    await openQuietly(page, path);

    expect(await page.title(), 'title').toMatch(/\S.+ Request Path$|^Request Path: \S.+/);
    await expect(page.locator('h1'), 'one h1').toHaveCount(1);
    const description = await page.locator('meta[name="description"]').getAttribute('content');
    expect(description?.length ?? 0, 'description').toBeGreaterThan(30);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scroll, `no sideways scroll at ${width} px`).toBeLessThanOrEqual(width);
    }
    expect(faults).toEqual([]);
    expect(await context.cookies(), 'cookies').toEqual([]);
  });
}
