import type { Page } from '@playwright/test';

/** Waits until nothing of the page is put off any more (src/layouts/lay-out-rest.ts): until then, what is far down has no places. */
export async function whole(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['top'] === undefined);
}

/** Opens a page and waits until all of it is laid out. */
export async function openWhole(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  await whole(page);
}
