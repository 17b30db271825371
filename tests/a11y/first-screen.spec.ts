import { expect, test } from '@playwright/test';
import { templates } from './templates.ts';
import { openWhole } from './whole.ts';

/**
 * What a screen reader meets first on each template: roles, names and states in their order, in first-screen.spec.ts-snapshots.
 * When a page is meant to read otherwise, `--update-snapshots` writes them again, and the change is read before it is committed.
 */
test.use({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });

/** Lines of the tree that are about a screen; which pixels they take depends on the system's fonts. */
const screen = 90;

for (const [name, path] of Object.entries(templates)) {
  test(`${name} begins as it should be read aloud`, async ({ page }) => {
    await openWhole(page, path);
    // The contents are the same on all pages: one of them tells them.
    if (name !== 'chapter') await page.evaluate(() => document.querySelector('#side .route')?.setAttribute('hidden', ''));
    expect(readAloud(await page.locator('body').ariaSnapshot())).toMatchSnapshot(`${name.replaceAll(' ', '-')}.txt`);
  });
}

/** Addresses and empty texts are not read aloud, and numbers are counted by the build. */
function readAloud(tree: string): string {
  const lines = tree.split('\n').filter((line) => !/^\s*- (\/url: .*|text: "")$/.test(line));
  return `${lines.slice(0, screen).join('\n').replace(/(?<!level=)\d+([.,]\d+)*/g, '9')}\n`;
}
