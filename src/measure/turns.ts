import { readObserved } from './observe.ts';
import { rest, visit, type Place } from './visit.ts';
import type { Sent } from './sent.ts';

/** Follows the link to the next chapter as somebody does who has read to the end: milliseconds from the click to the first paint there, and what was fetched ahead. */
export async function nextChapter(place: Place, path: string): Promise<{ readonly milliseconds: number; readonly ahead: readonly Sent[] }> {
  return visit(place, path, async ({ page }) => {
    const link = page.locator('.pager a[rel="next"]');
    await link.scrollIntoViewIfNeeded();
    await rest(page);
    await link.hover();
    // The eye needs longer than this from the title of the next chapter to the click.
    await page.waitForTimeout(600);
    const ahead = place.server.take().filter(({ kind }) => kind === 'html');
    await Promise.all([page.waitForEvent('domcontentloaded'), link.click()]);
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    const { sinceClick } = await page.evaluate(readObserved);
    if (sinceClick === undefined) throw new Error(`${path} has no link to the next chapter that can be followed.`);
    return { milliseconds: sinceClick, ahead };
  });
}

/** What is fetched when the reader turns to a part of a page. */
export async function turnTo(place: Place, path: string, selector: string, isReady: string): Promise<readonly Sent[]> {
  return visit(place, path, async ({ page }) => {
    await page.locator(selector).first().scrollIntoViewIfNeeded();
    await page.locator(isReady).first().waitFor({ state: 'attached' });
    await rest(page);
    return place.server.take();
  });
}

/** Opens the search and types: what the first query fetches, and how long after the last key the first result of others stands, on the slow processor and with their parts of the index at hand. */
export async function search(place: Place, path: string, first: string, others: readonly string[]): Promise<{ readonly sent: readonly Sent[]; readonly milliseconds: readonly number[] }> {
  return visit(place, path, async ({ page, quicken }) => {
    await page.keyboard.press('/');
    const field = page.locator('dialog.search input[type="search"]');
    await field.fill(first);
    await page.locator('dialog.search li[data-result]').first().waitFor();
    await rest(page);
    const sent = place.server.take();
    await quicken();
    const milliseconds: number[] = [];
    for (const query of others) {
      milliseconds.push(await page.evaluate(firstResult, query));
      await rest(page);
    }
    return { sent, milliseconds };
  });
}

/** Runs in the page: types into the open search and waits for the list that answers it. @returns milliseconds */
export async function firstResult(typed: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('dialog.search input[type="search"]');
  const list = document.querySelector('dialog.search .s-list');
  if (!input || !list) throw new Error('The dialog of the search is not open.');
  const shown = new Promise<number>((resolve) => {
    new MutationObserver((_, observer) => {
      if (!list.querySelector('li[data-result]')) return;
      observer.disconnect();
      resolve(performance.now());
    }).observe(list, { childList: true });
  });
  input.value = typed;
  const started = performance.now();
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return (await shown) - started;
}
