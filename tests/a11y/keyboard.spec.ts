import { expect, test, type Page } from '@playwright/test';
import { readingPages } from '../site.ts';
import { templates } from './templates.ts';
import { walk, type Stop } from './walk.ts';
import { openWhole } from './whole.ts';

/** The whole guide on one page is for paper: it has nothing but links. */
const tested = readingPages().filter((path) => !path.endsWith('/print/'));

const wrong = (stops: readonly Stop[]): readonly Stop[] => stops.filter(({ faults }) => faults.length > 0);

// Some pages have four hundred stops; a busy machine takes its time.
test.describe.configure({ timeout: 240_000 });

/** Quizzes and exercises wait until the reader comes near, and a test is there sooner than a reader. */
async function open(page: Page, path: string): Promise<void> {
  await openWhole(page, path);
  for (const exercise of await page.locator('python-exercise').all()) {
    await exercise.scrollIntoViewIfNeeded();
    await exercise.locator('.x-run .btn.solid').first().waitFor();
  }
  for (const quiz of await page.locator('chapter-quiz').all()) {
    await quiz.scrollIntoViewIfNeeded();
    await quiz.locator('[data-check]').first().waitFor();
  }
  await page.evaluate(() => scrollTo(0, 0));
}

test.describe('Tab goes through the page in order, in sight, and out again', () => {
  test.use({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  for (const path of tested) {
    test(path, async ({ page }) => {
      await open(page, path);
      const stops = await walk(page);
      expect(wrong(stops)).toEqual([]);
      expect(stops.length).toBeGreaterThan(20);
    });
  }
});

test.describe('on a phone, backwards too', () => {
  test.use({ reducedMotion: 'reduce', viewport: { width: 360, height: 740 } });
  for (const [name, path] of Object.entries(templates)) {
    test(name, async ({ page }) => {
      await open(page, path);
      expect(wrong(await walk(page))).toEqual([]);
      await open(page, path);
      expect(wrong(await walk(page, 'Shift+Tab'))).toEqual([]);
    });
  }
});

test('Escape closes the contents of a phone, and the focus is on their button again', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openWhole(page, templates.chapter);
  const button = page.getByRole('button', { name: 'Contents' });
  await button.press('Enter');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(contents.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(contents).toBeHidden();
  await expect(button).toBeFocused();
});

test('a walk finds what is covered, unmarked, out of order, out of the window and out of reach', async ({ page }) => {
  await page.goto('about:blank');
  await page.setContent(`<html lang="en"><title>Faults</title>
    <style>
      a, button { display: block; block-size: 44px }
      :focus { outline: 3px solid black }
      .plain:focus { outline: 0 }
      .pale:focus { outline-color: #ddd }
      .above { position: absolute; inset-block-start: 0 }
      .away { position: fixed; inset-inline-start: -900px }
    </style>
    <main style="padding-block-start: 60px">
      <a href="#x">good</a> <a href="#x" class="plain">plain</a> <a href="#x" class="pale">pale</a>
      <a href="#x" class="above">above</a> <a href="#x" class="away">away</a>
      <div style="position: relative"><a href="#x">covered</a><div style="position: absolute; inset: 0; background: white"></div></div>
      <a href="#x" id="skipped" onfocus="this.blur(); last.focus()">skipped</a> <a href="#x" id="last">last</a>
    </main>`);
  const said = (await walk(page)).map(({ name, faults }) => `${/“(.*)”/.exec(name)?.[1]}: ${faults.join(', ')}`);
  expect(said).toEqual([
    'good: ',
    'plain: nothing shows the focus',
    expect.stringMatching(/^pale: the outline has 1\.\d:1$/),
    expect.stringMatching(/^above: stands above/),
    expect.stringMatching(/^away: is not in the window/),
    expect.stringMatching(/^covered: is covered by div/),
    'last: ',
    'skipped: was never reached',
  ]);
});
