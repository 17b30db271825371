import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { whole } from './whole.ts';

/** What axe is asked: everything, or only what a theme can change. */
export type Rules = 'all' | 'colours';

/** WCAG 2.2 AA and good practice; text has the contrast of AAA, 7:1, which is more than the rule of AA asks. */
const options = {
  all: {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
  },
  colours: { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] }, resultTypes: ['violations'] },
} as const;

/** The axe that @axe-core/playwright brings: run in the page itself, many times after one load, it takes an eighth of the time. */
const source = readFileSync(createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeNode {
  readonly html: string;
  readonly any: readonly { readonly message: string }[];
}

interface Axe {
  run(context: object, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[] }>;
}

/**
 * What axe finds in the page as it stands: one line for each rule, with the elements.
 * @param part selector of the part to look at; the whole page without it
 */
export async function axeFindings(page: Page, { rules = 'all', part }: { rules?: Rules; part?: string } = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ({ chosen, selector }) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(selector === undefined ? document : { include: [selector] }, chosen);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`);
    },
    { chosen: options[rules], selector: part },
  );
}

/** A phone, a tablet, a desk. */
export const widths = [1440, 768, 360] as const;

/** The same in both themes, without a load in between: for what a reader has opened, and a change of the window closes. */
export async function axeFindingsInBothThemes(page: Page, part?: string): Promise<readonly string[]> {
  const where = part === undefined ? {} : { part };
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await axeFindings(page, { rules: 'colours', ...where });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await axeFindings(page, where);
  await page.emulateMedia({ reducedMotion: null });
  return [...dark.map((line) => `dark: ${line}`), ...light];
}

/** The same in both themes and at all widths: for what a reader has opened or answered. */
export async function axeFindingsEverywhere(page: Page, part?: string): Promise<readonly string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  await whole(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // What lies under the header that stays on top is no smaller for it.
    await page.evaluate(() => scrollTo(0, 0));
    found.push(...(await axeFindingsInBothThemes(page, part)).map((line) => `${width} px: ${line}`));
  }
  if (before) await page.setViewportSize(before);
  return found;
}
