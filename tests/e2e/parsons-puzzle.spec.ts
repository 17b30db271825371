import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { solution, type Arrangement, type PuzzleKey } from '../../src/widgets/parsons-puzzle/model.ts';
import { openQuietly } from './open.ts';
import { axeFindings } from '../a11y/axe.ts';
import type { ExerciseData, ExerciseFileData } from '../../src/widgets/python-exercise/exercise-data.ts';
import { dist, readingPages, readPage } from '../site.ts';

const [path = ''] = readingPages().filter((page) => readPage(page).includes('<parsons-puzzle'));
const storageKey = 'request-path:progress';

const puzzleOf = (page: Page): Locator => page.locator('parsons-puzzle').first();
const says = (puzzle: Locator): Locator => puzzle.getByRole('status');
const main = (puzzle: Locator): Locator => puzzle.locator('[data-main]');
const rows = (puzzle: Locator): Locator => puzzle.locator('[data-list] > [data-block]');

async function open(page: Page): Promise<Locator> {
  await page.goto(path);
  const puzzle = puzzleOf(page);
  await puzzle.scrollIntoViewIfNeeded();
  await expect(puzzle).toHaveAttribute('data-phase', /.+/);
  return puzzle;
}

/** What the script of the puzzle works with. */
async function dataOn(puzzle: Locator): Promise<ExerciseData & { puzzle: PuzzleKey }> {
  const exercise = await puzzle.getAttribute('data-exercise');
  const { exercises } = JSON.parse(readFileSync(join(dist, path, 'exercises.json'), 'utf8')) as ExerciseFileData;
  const data = exercises.find(({ id }) => id === exercise);
  if (!data?.puzzle) throw new Error(`${path} tells nothing of the puzzle of ${exercise}.`);
  return { ...data, puzzle: data.puzzle };
}

const keyOn = async (puzzle: Locator): Promise<PuzzleKey> => (await dataOn(puzzle)).puzzle;

async function orderOf(puzzle: Locator): Promise<readonly number[]> {
  return rows(puzzle).evaluateAll((all) => all.map((row) => Number(row.getAttribute('data-block'))));
}

/** Goes on by Tab until something inside `target` has focus; no mouse, no script. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

/** Makes an arrangement by keys only: each block up to its place, each pair by its arrows. */
async function arrange(page: Page, puzzle: Locator, wanted: Arrangement): Promise<void> {
  for (const [place, { block, choice }] of wanted.entries()) {
    const row = puzzle.locator(`[data-block="${block}"]`);
    await row.getByRole('button').first().focus();
    for (let at = (await orderOf(puzzle)).indexOf(block); at > place; at--) await page.keyboard.press('Enter');
    if (!choice) continue;
    await row.locator('input').first().focus();
    await page.keyboard.press('Space');
    if (!(await row.locator(`input[value="${choice}"]`).isChecked())) await page.keyboard.press('ArrowDown');
  }
}

async function check(page: Page, puzzle: Locator): Promise<void> {
  await main(puzzle).focus();
  await page.keyboard.press('Enter');
}

test('there is a puzzle to try', () => {
  expect(path).not.toBe('');
});

test('by keyboard only: a pair without a choice is asked for, a wrong line is explained, the right program is announced', async ({ page }) => {
  const puzzle = await open(page);
  const right = solution(await keyOn(puzzle));
  await rows(puzzle).first().getByRole('button').first().focus();
  await tabTo(page, main(puzzle));
  await page.keyboard.press('Enter');
  await expect(says(puzzle)).toContainText('no choice yet');
  // The place may be kept by now, for whoever stays some seconds.
  expect(await page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{"answers":{}}').answers, storageKey), 'no try is kept').toEqual({});

  const pair = right.findIndex(({ choice }) => choice);
  await arrange(page, puzzle, right.with(pair, { block: pair, choice: 'instead' }));
  await check(page, puzzle);
  const why = (await puzzle.locator(`[data-distractor="${pair}"] [data-why]`).textContent()) ?? '';
  expect(why).toMatch(/\w{3,}/);
  await expect(says(puzzle)).toContainText('The order is right.');
  await expect(says(puzzle)).toContainText(why);
  await expect(rows(puzzle).nth(pair)).toContainText('not this line');
  await expect(puzzle.locator('[data-solution]')).toBeHidden();

  await check(page, puzzle);
  await expect(says(puzzle)).toContainText('You have checked this already');

  await arrange(page, puzzle, right);
  await expect(puzzle.locator('[data-mark]'), 'a mark does not outlive a change').toHaveCount(0);
  await check(page, puzzle);
  await expect(says(puzzle)).toContainText('Right: this is the program.');
  await expect(puzzle.locator('[data-solution]')).toBeVisible();
  await expect(main(puzzle)).toBeFocused();
});

test('a move is said, with the new place and the comment above, and focus stays on the button', async ({ page }) => {
  const puzzle = await open(page);
  const [first, second] = await orderOf(puzzle);
  const comments = async (): Promise<readonly string[]> => puzzle.locator('[data-list] > li').evaluateAll((all) => all.map((item, i) => (item.hasAttribute('data-fixed') ? `${i}: ${item.textContent}` : '')).filter(Boolean));
  const before = await comments();
  const down = puzzle.locator(`[data-block="${first}"]`).getByRole('button', { name: 'Move down' });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(says(puzzle)).toContainText(`now line 2 of ${await rows(puzzle).count()}.`);
  await expect(down).toBeFocused();
  expect((await orderOf(puzzle)).slice(0, 2)).toEqual([second, first]);
  expect(await comments(), 'comments stay').toEqual(before);

  const last = rows(puzzle).last();
  const up = last.getByRole('button', { name: 'Move up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(says(puzzle)).toContainText(/It stands below the comment “.+”\./);
});

test('a mouse drags a line by its number, past comments and other lines; its text can be selected', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  const puzzle = await open(page);
  const before = await orderOf(puzzle);
  const edge = async (row: Locator): Promise<readonly [number, number]> => {
    const box = await row.boundingBox();
    return [(box?.x ?? 0) + 8, (box?.y ?? 0) + (box?.height ?? 0) - 4];
  };
  const comments = await puzzle.locator('[data-fixed]').allTextContents();
  await page.mouse.move(...(await edge(rows(puzzle).first())));
  await page.mouse.down();
  await page.mouse.move(...(await edge(rows(puzzle).last())), { steps: 12 });
  await page.mouse.up();
  expect(await orderOf(puzzle)).toEqual([...before.slice(1), before[0]]);
  expect(await puzzle.locator('[data-fixed]').allTextContents()).toEqual(comments);
  await expect(says(puzzle)).toContainText(`now line ${before.length} of ${before.length}.`);
  await expect(rows(puzzle).last().getByRole('button', { name: 'Move down' })).toHaveAttribute('aria-disabled', 'true');

  await rows(puzzle).filter({ hasNot: page.locator('label') }).first().locator('code').dblclick();
  expect(await page.evaluate(() => getSelection()?.toString().trim())).not.toBe('');
});

test('the first line out of place is named, and the third wrong try opens the solution', async ({ page }) => {
  await page.clock.install();
  const puzzle = await open(page);
  const right = solution(await keyOn(puzzle));
  const count = right.length;
  for (let n = 1; n <= 3; n++) {
    const [moved] = right.slice(-1);
    if (!moved) throw new Error('a puzzle has blocks');
    await arrange(page, puzzle, right.toSpliced(-1, 1).toSpliced(count - 1 - n, 0, moved));
    await check(page, puzzle);
    if (n < 3) await expect(says(puzzle)).toContainText(`Line ${count - n} is the first that stands in a wrong place`);
  }
  await expect(says(puzzle)).toContainText('That was the third try; the solution is above.');
  await expect(puzzle).toHaveAttribute('data-phase', 'shown');
  await expect(puzzle.locator('[data-solution]')).toBeVisible();

  // A press within half a second after the button's new name does nothing; the clock of the page waits for it.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.reload();
  await puzzle.scrollIntoViewIfNeeded();
  await expect(puzzle).toHaveAttribute('data-phase', 'shown');
  await puzzle.getByRole('button', { name: 'Start again' }).click();
  await expect(puzzle).toHaveAttribute('data-phase', 'shown');
  await page.clock.runFor(600);
  await puzzle.getByRole('button', { name: 'Start again' }).click();
  await expect(puzzle).toHaveAttribute('data-phase', 'open');
  await expect(puzzle.locator('input:checked')).toHaveCount(0);
});

test('the solution is a button away after a try', async ({ page }) => {
  const puzzle = await open(page);
  const show = puzzle.getByRole('button', { name: 'Show the solution' });
  await expect(show).toBeHidden();
  await arrange(page, puzzle, solution(await keyOn(puzzle)).toReversed());
  await check(page, puzzle);
  await show.focus();
  await page.keyboard.press('Enter');
  await expect(puzzle.locator('[data-solution]')).toBeVisible();
  await expect(main(puzzle)).toBeFocused();
});

test('a reload keeps what is checked and what is not', async ({ page }) => {
  const puzzle = await open(page);
  const right = solution(await keyOn(puzzle));
  await arrange(page, puzzle, right.slice(0, 2));
  const half = await orderOf(puzzle);
  const chosen = await puzzle.locator('input:checked').count();
  await page.reload();
  await puzzle.scrollIntoViewIfNeeded();
  await expect(puzzle).toHaveAttribute('data-phase', 'open');
  expect(await orderOf(puzzle)).toEqual(half);
  await expect(puzzle.locator('input:checked')).toHaveCount(chosen);
  await arrange(page, puzzle, right);
  await check(page, puzzle);
  await page.reload();
  await puzzle.scrollIntoViewIfNeeded();
  await expect(puzzle).toHaveAttribute('data-phase', 'right');
});

test('what is kept of another puzzle, or is rubbish, starts it anew', async ({ page }) => {
  const puzzle = await open(page);
  const { rev } = await keyOn(puzzle);
  const start = await orderOf(puzzle);
  const { chapter, id: exercise } = await dataOn(puzzle);
  const name = `${chapter}/puzzle-${exercise}`;
  const record = { rev, first: ['7', 'code', '__proto__'], firstRight: true, right: true, tries: 1, at: '2026-11-21T10:00:00.000Z' };
  for (const answer of [record, { ...record, rev: rev + 1, first: start.map(String) }]) {
    await page.evaluate(([key, progress, draft]) => {
      localStorage.setItem(key ?? '', progress ?? '');
      sessionStorage.setItem(draft ?? '', '{"rev":1,"words":[');
    }, [storageKey, JSON.stringify({ version: 2, answers: { [name]: answer }, chapters: {}, exercises: {} }), `request-path:puzzle:${chapter}/${exercise}`]);
    await page.reload();
    await puzzle.scrollIntoViewIfNeeded();
    await expect(puzzle).toHaveAttribute('data-phase', 'open');
    expect(await orderOf(puzzle)).toEqual(start);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no fault that axe finds, at 360 px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 800 });
    const puzzle = await open(page);
    const faults = async (): Promise<unknown> => {
      // What lies under the header that stays on top is no smaller for it.
      await page.evaluate(() => scrollTo(0, 0));
      return axeFindings(page, { part: 'parsons-puzzle' });
    };
    expect(await faults()).toEqual([]);
    await arrange(page, puzzle, solution(await keyOn(puzzle)).toReversed());
    await check(page, puzzle);
    expect(await faults()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'no sideways scroll').toBeLessThanOrEqual(360);
    for (const button of await puzzle.locator('.mv button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), 'targets of 44 px').toBeGreaterThanOrEqual(44);
    }
    await puzzle.getByRole('button', { name: 'Show the solution' }).click();
    expect(await faults()).toEqual([]);
  });
}

test('its script is not loaded before the reader comes near', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.url().includes('puzzle-view') && scripts.push(request.url()));
  await openQuietly(page, path);
  expect(scripts).toEqual([]);
  await puzzleOf(page).scrollIntoViewIfNeeded();
  await expect(puzzleOf(page)).toHaveAttribute('data-phase', 'open');
  expect(scripts).toHaveLength(1);
});

test('where what is right does not come, a puzzle can be read as without scripts, and the exercise after it asks again', async ({ page }) => {
  let isBroken = true;
  let asked = 0;
  await page.route('**/exercises.json', (route) => (asked++, isBroken ? route.abort() : route.continue()));
  await page.goto(path);
  const puzzle = puzzleOf(page);
  await puzzle.scrollIntoViewIfNeeded();
  await expect.poll(() => asked).toBeGreaterThan(0);
  await expect(rows(puzzle).first()).toBeVisible();
  await puzzle.getByText('The program in order', { exact: true }).click();
  await expect(puzzle.getByRole('group', { name: 'The program in order, as code' })).toBeVisible();
  const before = asked;
  isBroken = false;
  await page.locator('python-exercise').last().scrollIntoViewIfNeeded();
  await expect(page.locator('python-exercise').last()).toHaveAttribute('data-open', '');
  expect(asked).toBeGreaterThan(before);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the mixed lines stand there with their pairs, and the program on demand', async ({ page }) => {
    await page.goto(path);
    const puzzle = puzzleOf(page);
    expect(await orderOf(puzzle)).not.toEqual((await orderOf(puzzle)).toSorted((a, b) => a - b));
    expect(await puzzle.locator('[data-list] fieldset').count()).toBeGreaterThan(0);
    await expect(puzzle.locator('[data-list] fieldset').first().getByRole('radio')).toHaveCount(2);
    await expect(main(puzzle)).toBeHidden();
    await expect(puzzle.locator(':is(button, output)'), 'nothing that would need a script').toHaveCount(0);
    const program = puzzle.getByRole('group', { name: 'The program in order, as code' });
    await expect(program).toBeHidden();
    await puzzle.getByText('The program in order', { exact: true }).click();
    await expect(program).toBeVisible();
    await expect(puzzle.locator('[data-why]').first()).toBeVisible();

    await page.emulateMedia({ media: 'print' });
    await expect(puzzle.locator('[data-list]'), 'on paper there is the task').toBeVisible();
    await expect(program, 'and not its answer below it').toBeHidden();
  });
});

test('a page with several puzzles or exercises links each style once', () => {
  const pages = readingPages().map((page) => readPage(page)).filter((html) => html.split('<parsons-puzzle').length > 2);
  expect(pages.length).toBeGreaterThan(0);
  for (const html of pages) {
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href);
    expect(sheets.filter((href) => href?.includes('exercise'))).toHaveLength(1);
    expect(new Set(sheets).size).toBe(sheets.length);
  }
});
