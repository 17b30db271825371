import { expect, test, type Page } from '@playwright/test';
import { openQuietly } from './open.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { guide } from '../site.ts';

const address = '/en/review/';
const key = 'request-path:progress';
const daysAgo = (n: number): string => new Date(Date.now() - n * 86_400_000).toISOString();

/** A choice question of the guide and the place of its right option, as the quiz keeps answers. */
const wsgi = guide().chapters.find(({ slug }) => slug === 'wsgi');
const questions = (wsgi?.quiz?.data.questions ?? []).filter(({ kind }) => kind === 'choice').slice(0, 2);

async function withAnswers(page: Page, at: string): Promise<void> {
  const answers = Object.fromEntries(
    questions.map(({ id, rev }) => [`wsgi/${id}`, { rev, first: ['0'], firstRight: false, right: true, tries: 2, last: ['1'], sure: true, at }]),
  );
  await page.addInitScript(
    ([name, text]) => localStorage.getItem(name) ?? localStorage.setItem(name, text),
    [key, JSON.stringify({ version: 3, answers, chapters: {}, exercises: {}, exams: {} })] as const,
  );
}

test('nothing is on the list of a new reader, and nothing is fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openQuietly(page, address);
  await expect(page.getByText('Nothing is on the list.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden();
  expect(asked.filter((url) => url.endsWith('questions.json'))).toEqual([]);
});

for (const [what, text, sentence] of [
  ['of a newer site', '{"version":99,"answers":{}}', /written by a newer version of this site/],
  ['that are damaged', '{"version":3,"answers":', /could not be read/],
] as const) {
  test(`the list is not called empty when there are answers ${what}`, async ({ page }) => {
    await page.addInitScript(([name, kept]) => localStorage.setItem(name, kept), [key, text] as const);
    await openQuietly(page, address);
    await expect(page.locator('review-today [data-state]')).toHaveText(sentence);
    await expect(page.getByText('Nothing is on the list.')).toBeHidden();
  });
}

test('what was wrong yesterday waits; its day is said', async ({ page }) => {
  await withAnswers(page, daysAgo(1));
  await page.goto(address);
  await expect(page.getByText(`Nothing is due today. ${questions.length} on the list`)).toBeVisible();
});

test('what was wrong three days ago is asked again, by keyboard, and put off', async ({ page }) => {
  await withAnswers(page, daysAgo(3));
  await page.goto(address);
  await expect(page.getByText(`${questions.length} questions are due today.`)).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).focus();
  await page.keyboard.press('Enter');
  const first = page.locator('[data-question]').first();
  await expect(first.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^1 left\.$/)).toBeVisible();
  const kept = JSON.parse((await page.evaluate((name) => localStorage.getItem(name), key)) ?? '{}') as { version: number; reviews: Record<string, { step: number }>; answers: Record<string, { tries: number }> };
  expect(kept.version).toBe(4);
  expect(Object.keys(kept.reviews)).toHaveLength(1);
  expect(Object.values(kept.answers).map(({ tries }) => tries)).toEqual(questions.map(() => 2));
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.reload();
  await expect(page.getByText('One question is due today.')).toBeVisible();
});

test('without network it says so, and can be tried again', async ({ page, context }) => {
  await withAnswers(page, daysAgo(3));
  await page.goto(address);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('The questions could not be fetched.')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-question]')).toHaveCount(questions.length);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says how it works and where the questions are', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('comes back after 2 days')).toBeVisible();
    await expect(page.getByText('Without scripts, the questions stand at the end of each chapter.')).toBeVisible();
  });
});
