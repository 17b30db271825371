import { test, type Page } from '@playwright/test';
import { guide } from '../site.ts';
import { allAlive, expect, kindsOfPages, toQuiz } from './faults.ts';

/** What a reader sees when the browser keeps nothing, or rubbish, when the clock is wrong, or when two tabs write at once. */
const key = 'request-path:progress';

interface Kept {
  readonly version: number;
  readonly answers: Readonly<Record<string, { readonly at: string }>>;
}

const kept = (page: Page): Promise<Kept> => page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? '{"answers":{}}') as Kept, key);

/** Answers the page's questions that have one choice by their own forms, every one or each second; returns how many. */
async function answer(page: Page, first: number, step: number): Promise<number> {
  return page.evaluate(
    async ([from, by]) => {
      const all = [...document.querySelectorAll<HTMLElement>('[data-question]:has([data-controls] input[type="radio"])')];
      const mine = all.filter((_, i) => i % by === from);
      for (const question of mine) {
        question.querySelector<HTMLInputElement>('[data-controls] input[type="radio"]')?.click();
        question.querySelector<HTMLButtonElement>('[data-check]')?.click();
        await Promise.resolve();
      }
      return mine.length;
    },
    [first, step] as const,
  );
}

async function ready(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await allAlive(page);
  await toQuiz(page);
}

test.describe('two tabs that are written in at the same time', () => {
  const ways = [['different questions of two chapters', '/en/wsgi/', '/en/cgi/', 1], ['different questions of one chapter', '/en/wsgi/', '/en/wsgi/', 2]] as const;
  for (const [name, one, other, step] of ways) {
    test(`lose no answer: ${name}`, async ({ context }) => {
      test.slow();
      const [left, right] = [await context.newPage(), await context.newPage()];
      for (let round = 0; round < 5; round++) {
        await Promise.all([ready(left, one), ready(right, other)]);
        const counts = await Promise.all([answer(left, 0, step), answer(right, step - 1, step)]);
        expect(Math.min(...counts)).toBeGreaterThan(1);
        for (const page of [left, right]) await expect.poll(async () => Object.keys((await kept(page)).answers).length).toBe(counts[0] + counts[1]);
        await left.evaluate((storage) => localStorage.removeItem(storage), key);
        await expect.poll(async () => Object.keys((await kept(right)).answers).length).toBe(0);
      }
    });
  }
});

test.describe('storage', () => {
  const states: readonly (readonly [name: string, script: () => void, sentence: RegExp])[] = [
    ['forbidden', () => {
      const forbid = (): never => { throw new DOMException('no', 'SecurityError'); };
      for (const name of ['localStorage', 'sessionStorage'] as const) Object.defineProperty(window, name, { get: forbid });
    }, /does not let the page keep anything/],
    ['full', () => {
      Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };
    }, /no room left/],
    ['of wrong types', () => {
      for (const name of ['progress', 'theme', 'searches', 'shortcut']) localStorage.setItem(`request-path:${name}`, name === 'progress' ? '{"version":4,"answers":[],"chapters":7}' : '[{"a":');
    }, /could not be read/],
    ['of a future version', () => localStorage.setItem('request-path:progress', '{"version":99,"answers":{}}'), /newer version/],
  ];
  for (const [name, script, sentence] of states) {
    test(`${name}: every kind of page works, and it is said what that means`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.addInitScript(script);
      for (const { path, element } of kindsOfPages) {
        await page.goto(path);
        await page.waitForFunction((tag) => customElements.get(tag) !== undefined, element);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      }
      // That there is no room is known when something is to be kept.
      await ready(page, '/en/wsgi/');
      await answer(page, 0, 1);
      await expect(page.locator('chapter-quiz [data-problem]')).toContainText(sentence);
      if (name !== 'full') {
        for (const path of ['/en/progress/', '/en/exam/']) {
          await page.goto(path);
          await expect(page.getByText(sentence).first()).toBeVisible();
        }
      }
      expect(errors).toEqual([]);
      if (name === 'of a future version') expect(await page.evaluate((storage) => localStorage.getItem(storage), key)).toBe('{"version":99,"answers":{}}');
    });
  }
});

test.describe('a clock that was wrong', () => {
  const question = guide().chapters.find(({ slug }) => slug === 'wsgi')?.quiz?.data.questions.find(({ kind }) => kind === 'choice');
  for (const [name, then] of [['years ahead', '2041-05-05T10:00:00Z'], ['years back', '1999-01-01T10:00:00Z']] as const) {
    test(`${name}: what was answered then is asked today, once, and then on a day that can be waited for`, async ({ page }) => {
      await page.clock.setFixedTime(then);
      await page.addInitScript(([storage, id, rev, at]) => {
        if (localStorage.getItem(storage)) return;
        localStorage.setItem(storage, JSON.stringify({ version: 4, answers: { [`wsgi/${id}`]: { rev, first: ['0'], firstRight: false, right: true, tries: 2, at } }, chapters: {}, exercises: {}, exams: {}, reviews: {} }));
      }, [key, question?.id ?? '', question?.rev ?? 1, new Date(then).toISOString()] as const);
      await page.clock.setFixedTime('2026-11-21T10:00:00Z');
      await page.goto('/en/review/');
      await expect(page.getByText('One question is due today.')).toBeVisible();
      await page.getByRole('button', { name: 'Begin' }).click();
      const first = page.locator('[data-question]').first();
      await first.locator('[data-controls] input').first().check();
      await first.locator('[data-check]').click();
      await page.reload();
      await expect(page.getByText(/Nothing is due today\..*November (?:23|28), 2026/)).toBeVisible();
      expect(Object.keys((await kept(page)).answers)).toEqual([`wsgi/${question?.id}`]);
    });
  }
});
