import { expect, test } from '@playwright/test';
import { misfits, spaceText } from './fit.ts';
import { templates } from './templates.ts';
import { openWhole } from './whole.ts';

/** A window of 1280 × 1024 at 200 and at 400 %, and a phone. */
const windows = { '200 %': [640, 512], '400 %': [320, 256], phone: [360, 740] } as const;

for (const [name, path] of Object.entries(templates)) {
  test(`${name}: enlarged to 200 and 400 %, and with wide spacing, everything fits`, async ({ page }) => {
    await openWhole(page, path);
    await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')));
    const found: string[] = [];
    const look = async (state: string): Promise<void> => {
      for (const fault of await misfits(page)) found.push(`${state}: ${fault}`);
    };
    for (const [state, [width, height]] of Object.entries(windows)) {
      await page.setViewportSize({ width, height });
      await look(state);
    }
    await spaceText(page);
    await look('spaced, phone');
    await page.setViewportSize({ width: 1440, height: 900 });
    await look('spaced, desk');
    expect(found).toEqual([]);
  });
}

test('a page that is too wide, text beyond the edge and text that a box cuts are found', async ({ page }) => {
  await page.goto('about:blank');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.setContent('<title>Faults</title><p style="white-space: nowrap">A line that never breaks is wider than a phone is</p><p style="overflow: hidden; block-size: 1em">Cut<br>here</p>');
  expect(await misfits(page)).toEqual([
    expect.stringMatching(/^the page is \d+ px too wide$/),
    expect.stringMatching(/^beyond the edge by \d+ px: p\. “A line/),
    expect.stringMatching(/^cut: p\. “Cuthere”$/),
  ]);
});
