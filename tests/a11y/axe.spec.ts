import { expect, test } from '@playwright/test';
import { readingPages } from '../site.ts';
import { axeFindings, widths } from './axe.ts';
import { openWhole } from './whole.ts';

/** The whole guide on one page is too long for one run: tests/e2e/print.spec.ts takes pieces of it. */
const tested = readingPages().filter((path) => !path.endsWith('/print/'));

test.use({ reducedMotion: 'reduce' });
// Long chapters have ten thousand elements; a busy machine takes its time.
test.describe.configure({ timeout: 240_000 });

for (const path of tested) {
  test(`${path} passes axe in both themes, at ${widths.toReversed().join(', ')} px`, async ({ page }) => {
    await openWhole(page, path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const [colorScheme, rules] of [['light', 'all'], ['dark', 'colours']] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page, { rules }), `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
  });
}

test('axe finds what is wrong, and text of 6:1 too', async ({ page }) => {
  await page.goto('about:blank');
  await page.setContent('<html lang="en"><title>A page</title><main><h1>Faults</h1><p style="color: #656565">Text</p><input><button></button></main></html>');
  const found = (await axeFindings(page)).map((line) => line.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['button-name', 'label', 'color-contrast-enhanced']));
});
