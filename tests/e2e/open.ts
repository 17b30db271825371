import { expect, type Locator, type Page } from '@playwright/test';
import { decodeState } from '../../src/explorers/state-text.ts';

/**
 * Opens a page and waits until it asks for nothing more. `networkidle` alone does not do: it is half a second without
 * a request, which on a busy machine comes before the scripts have run, and until then an element does nothing.
 */
export async function openQuietly(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

/** Opens a chapter's explorer in place. Until the script of `explorer-embed` has run, its link leads to the explorer's own page. */
export async function openInChapter(page: Page, name: string): Promise<Locator> {
  const embed = page.locator(`#explorer-${name}:defined`);
  await embed.getByRole('link', { name: 'Open the explorer' }).click();
  await expect(embed.locator(`${name}:defined`)).toBeVisible();
  return embed;
}

/** The link to an explorer's state, once the state holds `words`: it is written a moment after each change. */
export async function linkHolding(page: Page, words: string): Promise<string> {
  const link = page.locator('a[data-share]');
  const address = async (): Promise<string> => (await link.getAttribute('href')) ?? '';
  await expect.poll(async () => {
    const [, text] = (await address()).split('#state=');
    return text ? JSON.stringify(await decodeState(text)) : 'no state';
  }).toContain(words);
  return address();
}
