import { expect, test, type Page } from '@playwright/test';
import { guide } from '../site.ts';

const [first, second] = guide().chapters;
const path = `/en/${first?.slug}/`;
const next = `/en/${second?.slug}/`;

/** Addresses of pages that the browser has fetched ahead. */
async function fetchedAhead(page: Page): Promise<readonly string[]> {
  const fetched: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Preload.prefetchStatusUpdated', ({ status, prefetchUrl }) => ['Ready', 'Success'].includes(status) && fetched.push(new URL(prefetchUrl).pathname));
  await session.send('Preload.enable');
  return fetched;
}

test('the next chapter is fetched when the reader comes to its link, not before, and is there on the click', async ({ page }) => {
  const fetched = await fetchedAhead(page);
  await page.goto(path);
  await page.waitForFunction(() => customElements.get('chapter-done'));
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);
  const link = page.locator('.pager a[rel="next"]');
  await expect(link).toHaveAttribute('href', next);
  await link.scrollIntoViewIfNeeded();
  await expect.poll(() => fetched, { timeout: 30_000 }).toContain(next);
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${next}$`));
  expect(await page.evaluate(() => (performance.getEntriesByType('navigation')[0] as PerformanceEntry & { deliveryType?: string }).deliveryType)).toBe('navigational-prefetch');
});

for (const [who, connection] of [['whose data is saved', { saveData: true }], ['on a slow line', { saveData: false, effectiveType: '2g' }]] as const) {
  test(`for a reader ${who} nothing is fetched ahead, and the link works`, async ({ page }) => {
    const fetched = await fetchedAhead(page);
    await page.addInitScript((value) => Object.defineProperty(navigator, 'connection', { value }), connection);
    await page.goto(path);
    await page.waitForFunction(() => customElements.get('chapter-done'));
    const link = page.locator('.pager a[rel="next"]');
    await link.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => customElements.get('chapter-quiz'));
    await page.waitForLoadState('networkidle');
    await expect(link).not.toHaveAttribute('data-near');
    expect(fetched).toEqual([]);
    await link.click();
    await expect(page).toHaveURL(new RegExp(`${next}$`));
  });
}
