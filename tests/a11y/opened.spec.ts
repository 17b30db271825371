import { expect, test } from '@playwright/test';
import { guide } from '../site.ts';
import { axeFindingsEverywhere, axeFindingsInBothThemes } from './axe.ts';
import { openWhole } from './whole.ts';

/**
 * Menus, cards and filters that a reader opens on any page, in both themes. Quiz, exam, review, exercises, puzzles,
 * explorers and the search ask the same in tests/e2e, in the states that are reached there.
 */
const chapter = '/en/names-to-addresses/';
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const;

for (const [name, viewport] of Object.entries(sizes)) {
  test(`the card of a term passes axe, ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openWhole(page, chapter);
    await page.waitForFunction(() => customElements.get('glossary-cards'));
    await page.keyboard.press('Tab');
    await page.locator('main a.term').first().focus();
    await expect(page.locator('.gloss-card')).toBeVisible();
    expect(await axeFindingsInBothThemes(page, '.gloss-card')).toEqual([]);
  });
}

test('failures that were narrowed, and none found, pass axe', async ({ page }) => {
  await page.goto('/en/failures/?q=connection+refused');
  await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+ failures$/);
  expect(await page.locator('.fault:visible').count()).toBeLessThan(guide().failures.length);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await page.goto('/en/failures/?q=zzzz');
  await expect(page.getByRole('status')).toContainText('Try fewer words');
  expect(await axeFindingsEverywhere(page)).toEqual([]);
});

for (const width of [360, 768]) {
  test(`the contents, opened at ${width} px, pass axe`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openWhole(page, chapter);
    await page.getByRole('button', { name: 'Contents' }).click();
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await expect(contents).toBeVisible();
    await contents.evaluate((nav) => nav.querySelectorAll('details').forEach((part) => { part.open = true; }));
    expect(await axeFindingsInBothThemes(page, '#side')).toEqual([]);
  });
}

test('an enlarged drawing passes axe', async ({ page }) => {
  await page.setViewportSize(sizes.phone);
  await openWhole(page, chapter);
  await page.locator('figure[data-plate="figure"]').first().getByRole('button', { name: 'Enlarge' }).click();
  await expect(page.getByRole('dialog').locator('svg').first()).toBeVisible();
  expect(await axeFindingsEverywhere(page, 'dialog[open]')).toEqual([]);
});

test('a chapter with everything unfolded, and a prediction answered, passes axe', async ({ page }) => {
  await openWhole(page, chapter);
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('main details')) part.setAttribute('open', '');
    for (const choice of document.querySelectorAll<HTMLInputElement>('.predict label:first-child input')) choice.click();
  });
  expect(await axeFindingsEverywhere(page)).toEqual([]);
});
