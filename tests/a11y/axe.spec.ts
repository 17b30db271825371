import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readingPages } from '../site.ts';

/** WCAG 2.2 AA on every page, in both themes, at a phone's and a desk's width. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The whole guide on one page is too long for one run: tests/e2e/print.spec.ts takes pieces of it. */
const tested = readingPages().filter((path) => !path.endsWith('/print/'));

for (const path of tested) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} passes axe in ${colorScheme}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL: baseURL ?? '' });
      const page = await context.newPage();
      await page.goto(path, { waitUntil: 'load' });
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        const said = violations.map(({ id, nodes }) => `${width} px: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
        expect(said).toEqual([]);
      }
      await context.close();
    });
  }
}
