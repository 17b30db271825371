import { expect, test, type Locator, type Page } from '@playwright/test';
import type { ExerciseFile } from '../../src/content/read-exercises.ts';
import type { Framework } from '../../src/schemas/exercise.ts';
import { emptyProgress } from '../../src/progress/model.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { guide } from '../site.ts';

/** The exercise that shows a framework. */
function exerciseWith(name: Framework): { slug: string; exercise: ExerciseFile } {
  const [found] = guide().chapters.flatMap(({ slug, exercises }) => exercises.filter(({ data }) => data.framework?.name === name).map((exercise) => ({ slug, exercise })));
  if (!found) throw new Error(`no exercise shows ${name}`);
  return found;
}

/** That exercise, opened, with the panel of the framework; what is fetched of Python is noted. */
async function open(page: Page, name: Framework): Promise<{ widget: Locator; panel: Locator; button: Locator; says: Locator; fetched: string[]; solution: string; requests: number }> {
  const { slug, exercise: { id, data, solution } } = exerciseWith(name);
  const fetched: string[] = [];
  page.on('request', (request) => new URL(request.url()).pathname.startsWith('/python/') && fetched.push(new URL(request.url()).pathname.slice('/python/'.length)));
  // Somebody who has tried may look.
  const kept = JSON.stringify({ ...emptyProgress, exercises: { [`${slug}/${id}`]: { tries: 1, hints: 0, at: '2026-01-01T00:00:00.000Z' } } });
  await page.addInitScript((text) => localStorage.setItem('request-path:progress', text), kept);
  await page.goto(`/en/${slug}/`);
  const widget = page.locator(`#exercise-${id} python-exercise`);
  await widget.scrollIntoViewIfNeeded();
  const panel = widget.locator('details[data-framework]');
  await panel.locator('summary').first().click();
  return { widget, panel, button: panel.locator('.x-framework .btn'), says: panel.locator('.x-framework > .x-says'), fetched, solution, requests: data.requests.length };
}

test('a reader runs the Flask program, then sees beside it what their own does', async ({ page }) => {
  const { widget, panel, button, says, fetched, solution, requests } = await open(page, 'flask');
  await expect(button).toHaveText(/^Run it with Flask \(\d{3} kB, and Python, 3\.\d MB\)$/);
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);

  const said: string[] = [];
  await page.exposeFunction('heard', (sentence: string) => said.push(sentence));
  await says.evaluate((output) => new MutationObserver(() => void (window as unknown as { heard(text: string): void }).heard(output.textContent ?? '')).observe(output, { childList: true }));
  await button.click();
  await expect(says).toContainText(`All ${requests} requests pass.`, { timeout: 40_000 });
  expect(fetched.filter((name) => name.startsWith('flask.'))).toHaveLength(1);
  expect(fetched.filter((name) => name.startsWith('starlette.'))).toEqual([]);
  expect(said.map((sentence) => sentence.replace(/[\d.]+ ([kM]B)/, 'N $1'))).toEqual(expect.arrayContaining(['Loading Python, N MB.', 'Loading Flask, N kB.', 'Importing Flask, which takes some seconds.', 'Running; it is stopped after 5 seconds.']));
  await expect(button).toHaveText('Run it with Flask');
  await expect(panel).toContainText('your own program can import Flask, too. Run it to see both side by side.');
  await expect(button).toBeFocused();
  await expect(panel.locator('.tests > .right')).toHaveCount(requests);

  await widget.getByRole('textbox', { name: 'Your program' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await widget.locator('.cm-content').evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, `import flask\n${solution}`);
  await panel.getByText('What arrived and what went out').first().click();
  await widget.locator('.x-run .btn.solid').click();
  const pair = panel.locator('.x-pair').first();
  await expect(pair.getByRole('group', { name: 'With Flask' })).toContainText('start_response');
  await expect(pair.getByRole('group', { name: 'Your program' })).toContainText('start_response');
  await expect(panel).not.toContainText('Run it to see');
  await expect(widget.locator('.x-says').first()).toContainText('Solved.');
  expect(await axeFindingsEverywhere(page, 'details[data-framework]')).toEqual([]);
});

test('Starlette that does not come is said; the button tries again, and then its program passes', async ({ page }) => {
  const { panel, button, says, fetched, requests } = await open(page, 'starlette');
  let answers = 0;
  await page.route(/\/python\/starlette\./, (route) => (++answers === 1 ? route.fulfill({ status: 503, body: 'no' }) : route.continue()));
  await button.click();
  await expect(says).toHaveText('Starlette could not be loaded: the connection failed, or broke off. The button tries again.', { timeout: 30_000 });
  await expect(button).toHaveText(/^Run it with Starlette \(\d{3} kB\)$/);
  await button.click();
  await expect(says).toContainText(`All ${requests} requests pass.`, { timeout: 40_000 });
  expect(answers).toBe(2);
  expect(fetched.filter((name) => name.startsWith('flask.'))).toEqual([]);
  await panel.getByText('What arrived and what went out').first().click();
  await expect(panel.locator('.x-exchange').first()).toContainText('lifespan.shutdown.complete');
});

for (const name of ['flask', 'starlette'] as const) {
  test(`the program with ${name} stands in its panel once the exercise works, and names itself`, async ({ page }) => {
    const { exercise } = exerciseWith(name);
    const { panel } = await open(page, name);
    const code = panel.getByRole('group', { name: (await panel.locator('summary').first().textContent()) ?? '' });
    await expect(code).toBeVisible();
    expect((await code.textContent())?.trim()).toBe(exercise.framework?.trim());
    await expect(panel.locator('[data-program]')).toHaveCount(0);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test(`what ${name} makes of an exercise can be read, and its program is a link away`, async ({ page }) => {
      const { slug, exercise } = exerciseWith(name);
      await page.goto(`/en/${slug}/`);
      const panel = page.locator(`#exercise-${exercise.id} details[data-framework]`);
      await panel.locator('summary').click();
      await expect(panel.locator('.x-text')).toBeVisible();
      await panel.getByRole('link', { name: 'The program as text' }).click();
      await expect(page.locator('body')).toContainText(exercise.framework?.trim().split('\n').at(-1) ?? 'nothing');
      const answer = await page.request.get(page.url());
      expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
      expect(await answer.text()).toBe(exercise.framework);
    });
  });
}
