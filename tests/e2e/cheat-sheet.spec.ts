import { expect, test } from '@playwright/test';
import { guide } from '../site.ts';

test('the cheat sheet has a row for each component and is one sheet of paper', async ({ page }) => {
  await page.goto('/en/cheat-sheet/');
  await expect(page.locator('.sheet tbody tr')).toHaveCount(guide().components.length);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
