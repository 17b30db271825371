import { expect, test } from '@playwright/test';
import { copiedText } from './clipboard.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { guide } from '../site.ts';

/** What readers come to do. Search and quizzes have files of their own. */
const chapter = guide().chapters.find(({ slug }) => slug === 'names-to-addresses') ?? guide().chapters[0];
const path = `/en/${chapter?.slug}/`;

test('the home page offers four ways in, and the first one leads to the first chapter', async ({ page }) => {
  await page.goto('/en/');
  const ways = page.getByRole('navigation', { name: 'Ways in' });
  await expect(ways.getByRole('link')).toHaveCount(4);
  await ways.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('?');
  await page.getByRole('navigation', { name: 'Previous and next chapter' }).getByRole('link').last().click();
  await expect(page).not.toHaveURL(/the-whole-trip/);
});

test('the theme follows the system until a reader chooses, and the choice outlives the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper();
  expect(dark).not.toBe(light);

  const button = page.getByRole('button', { name: /theme/i });
  await button.click();
  expect(await paper()).toBe(light);
  await page.reload();
  expect(await paper(), 'after a reload').toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: /theme/i }).click();
  expect(await paper(), 'the other one, or the system again').toMatch(/rgb/);
});

test('the first Tab skips to the text', async ({ page }) => {
  await page.goto(path);
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText(/skip/i);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').evaluate((element) => Boolean(element.closest('main')))).toBe(true);
});

test('a term shows its card on focus, Escape closes it, and the link leads to the glossary', async ({ page }) => {
  await page.goto(path);
  const term = page.locator('main a.term').first();
  await term.focus();
  const card = page.locator('.gloss-card');
  await expect(card).toBeVisible();
  const id = await term.getAttribute('data-term');
  const definition = guide().terms.find(({ data }) => data.id === id)?.data.definition.slice(0, 12) ?? '?';
  await expect(card).toContainText(definition);
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(term).toHaveAttribute('href', new RegExp(`/glossary/#${id}$`));
});

test('a transcript is copied as it was typed, without what was printed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  const transcript = page.locator('figure[data-plate="transcript"]').first();
  await transcript.getByRole('button', { name: 'Copy' }).click();
  const typed = await transcript.locator('.l.in > span:first-child').evaluateAll((lines) => lines.map((line) => (line.textContent ?? '').trim()));
  await expect.poll(async () => (await copiedText(page)).trim().split('\n').map((line) => line.trim())).toEqual(typed);
});

test('a drawing opens enlarged and closes by Escape, and the focus returns', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  const figure = page.locator('figure[data-plate="figure"]').first();
  const button = figure.getByRole('button', { name: 'Enlarge' });
  await button.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('svg').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('the contents follow the reader', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto(path);
  const sections = chapter?.body.headings.filter(({ depth }) => depth === 2) ?? [];
  const third = sections[2];
  await page.locator(`#${third?.id}`).evaluate((element) => element.scrollIntoView());
  await expect(page.locator('[aria-current="location"]')).toHaveText(third?.text ?? '?');
});

test('on a phone the contents open and close by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  const button = page.getByRole('button', { name: 'Contents' });
  await button.focus();
  await page.keyboard.press('Enter');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(contents).toBeHidden();
});

test('printed, a chapter keeps its text and drops what only a screen needs', async ({ page }) => {
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('figure[data-plate="figure"] svg').first()).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden();
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
});

test('a drawing has the colours of its theme', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    const plain = await page.locator('figure[data-plate="figure"] svg').evaluateAll((drawings) =>
      drawings.flatMap((drawing) =>
        [...drawing.querySelectorAll('rect, path, line, text, polygon')]
          .filter((shape) => {
            const { fill, stroke } = getComputedStyle(shape);
            return fill === 'rgb(0, 0, 0)' && stroke === 'none' && !shape.closest('marker, defs, clipPath');
          })
          .map((shape) => shape.outerHTML.slice(0, 80)),
      ),
    );
    expect(plain, `shapes that no stylesheet knows, ${colorScheme}`).toEqual([]);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a chapter is whole: text, code, predictions, questions with their answers', async ({ page }) => {
    await page.goto(path);
    for (const { id } of chapter?.body.headings ?? []) await expect(page.locator(`#${id}`)).toBeVisible();
    const prediction = page.locator('.predict details').first();
    await prediction.locator('summary').click();
    await expect(prediction.locator('p').first()).toBeVisible();
    const questions = chapter?.quiz?.data.questions ?? [];
    const answers = page.locator('chapter-quiz details');
    await expect(answers).toHaveCount(questions.length);
    await answers.first().locator('summary').click();
    await expect(answers.first()).toContainText(/\w{3}/);
    for (const button of await page.locator('main button').all()) await expect(button).toBeHidden();
  });

  test('a term leads to its entry in the glossary', async ({ page }) => {
    await page.goto(path);
    await page.locator('main a.term').first().click();
    await expect(page).toHaveURL(/\/glossary\/#/);
  });

  test('contents and search are reachable', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    await expect(page.getByRole('navigation', { name: 'Contents' }).getByRole('link').first()).toBeVisible();
    await page.getByRole('link', { name: /search/i }).first().click();
    await expect(page).toHaveURL(/\/search\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('enlarged to 200 and 400 %, nothing is cut off sideways', async ({ page }) => {
  for (const width of [720, 360, 320]) {
    await page.setViewportSize({ width, height: 500 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
