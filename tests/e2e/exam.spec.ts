import { expect, test, type Locator, type Page } from '@playwright/test';
import { parse } from 'node-html-parser';
import { examPool } from '../../src/content/exam-pool.ts';
import type { AnswerKey } from '../../src/widgets/chapter-quiz/answer.ts';
import { drawExam, examSize } from '../../src/widgets/final-exam/model.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { guide, readPage } from '../site.ts';

const exam = '/en/exam/';
const pool = examPool(guide());
const keysOf = (draw: number): readonly string[] => drawExam(pool, draw).map(({ key }) => key);
const chapters = guide().chapters.map(({ slug }) => slug);

const questions = (page: Page): Locator => page.locator('final-exam [data-question]');
const shownKeys = (page: Page): Promise<readonly (string | null)[]> => questions(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-question')));
const now = (page: Page): Locator => page.getByRole('region', { name: /^Draw \d+$/ });
const result = (page: Page): Locator => page.locator('#exam-result');
const main = (question: Locator): Locator => question.locator('[data-check]');

/** Gives an answer through the page's own controls, and checks it. */
async function give(question: Locator, isRight: boolean): Promise<void> {
  const { kind, right } = JSON.parse((await question.getAttribute('data-key')) ?? '') as AnswerKey;
  await question.evaluate((root, { kind, right, isRight }) => {
    const all = <T extends Element>(selector: string): T[] => [...root.querySelectorAll<T>(`[data-controls] ${selector}`)];
    const inputs = all<HTMLInputElement>('input');
    const wrong = inputs.find(({ value }) => !right.includes(value))?.value ?? '';
    if (kind === 'order' && isRight) for (const value of right) root.querySelector('.order')?.append(root.querySelector(`[data-controls] [data-option="${value}"]`)!);
    else if (kind === 'match') for (const [i, select] of all<HTMLSelectElement>('select').entries()) select.value = right[isRight ? i : (i + 1) % right.length] ?? '';
    else if (kind === 'short') inputs[0]!.value = isRight ? (right[0] ?? '') : 'certainly not this';
    else for (const input of inputs) input.checked = isRight ? right.includes(input.value) : input.value === wrong;
  }, { kind, right, isRight });
  await main(question).press('Enter');
}

/** Answers every question; those whose number is in `wrong` wrongly, with the solution asked for. */
async function finish(page: Page, wrong: readonly number[]): Promise<void> {
  for (const [i, question] of (await questions(page).all()).entries()) {
    const isWrong = wrong.includes(i + 1);
    await give(question, !isWrong);
    if (isWrong) await question.getByRole('button', { name: 'Show the solution' }).press('Enter');
  }
}

test('the page holds the first draw: forty questions of all chapters', () => {
  const held = parse(readPage(exam)).querySelectorAll('[data-question]').map((question) => question.getAttribute('data-question'));
  expect(held).toEqual(keysOf(1));
  expect(held).toHaveLength(examSize);
  expect(new Set(held.map((key) => key?.split('/')[0])).size).toBe(chapters.length);
});

test('a reader answers by keyboard, sees where it stands only afterwards, and finds the answer after a reload', async ({ page }) => {
  await page.goto(exam);
  await expect(now(page)).toContainText('40 questions, none answered yet.');
  await page.getByRole('link', { name: 'Begin with question 1' }).press('Enter');
  const first = page.getByRole('region', { name: 'Question 1 of 40', exact: true });
  await expect(first.locator(':focus')).toHaveCount(1);
  await expect(first.getByRole('link', { name: /^Read again/ })).toHaveCount(0);
  await expect(first.getByRole('link', { name: 'This question in its chapter' })).toHaveCount(0);

  const radio = questions(page).filter({ has: page.locator('input[type="radio"][name="answer"]') }).first();
  const { right } = JSON.parse((await radio.getAttribute('data-key')) ?? '') as AnswerKey;
  const inputs = radio.locator('[data-controls] input');
  const values = await inputs.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  await inputs.first().focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < values.indexOf(right[0] ?? ''); i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(radio.getByRole('status')).toContainText('Right.');
  const [chapter = '', id = ''] = ((await radio.getAttribute('data-question')) ?? '').split('/');
  await expect(radio.getByRole('link', { name: 'This question in its chapter' })).toHaveAttribute('href', `/en/${chapter}/#quiz-${id}`);
  await expect(radio.getByRole('link', { name: /^Read again/ })).toHaveAttribute('href', new RegExp(`^/en/${chapter}/#`));
  await expect(now(page)).toContainText('1 of 40 answered.');

  await page.reload();
  await expect(now(page)).toContainText('1 of 40 answered.');
  await expect(radio).toHaveAttribute('data-phase', 'right');
  await expect(page.getByRole('navigation', { name: 'Questions' }).getByRole('link', { name: /right$/ })).toHaveCount(1);

  // The chapter's own quiz knows nothing of it.
  await page.goto(`/en/${chapter}/#quiz-${id}`);
  await expect(page.locator(`#quiz-${id}`)).toHaveAttribute('data-phase', 'open');
});

test('the result says by part and chapter how many were right, and what to read again', async ({ page }) => {
  await page.goto(exam);
  await expect(result(page)).toBeHidden();
  await finish(page, [1, 40]);
  await expect(result(page).getByRole('heading')).toHaveText('Result of draw 1: 38 of 40 right at the first answer');
  await expect(page.locator('final-exam [data-said]')).toContainText('That was the last question: 38 of 40 right');

  const drawn = keysOf(1);
  for (const slug of chapters) {
    const of = drawn.filter((key) => key.startsWith(`${slug}/`)).length;
    const wrong = [drawn[0], drawn[39]].filter((key) => key?.startsWith(`${slug}/`)).length;
    const row = result(page).locator(`[data-topic="${slug}"]`);
    await expect(row.locator('[data-right]')).toHaveText(new RegExp(`^${of - wrong} of ${of}\\s*$`));
    await expect(row.locator('[data-again] a')).toHaveCount(wrong);
  }
  const last = result(page).locator(`[data-topic="${drawn[39]?.split('/')[0]}"]`);
  await expect(last).toContainText('question 40: not right at first');
  const [, slug = '', see = ''] = /^\/en\/([^/]+)\/#(.+)$/.exec((await last.locator('[data-again] a').getAttribute('href')) ?? '') ?? [];
  expect(parse(readPage(`/en/${slug}/`)).querySelector(`[id="${see}"]`), 'the section exists').not.toBeNull();
  const sums = await result(page).locator('.exam-sum [data-right]').allTextContents();
  const numbers = sums.map((sum) => Number.parseInt(sum, 10));
  expect(numbers.at(-1)).toBe(38);
  expect(numbers.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(38);
  expect(await axeFindingsEverywhere(page, 'final-exam')).toEqual([]);

  await main(questions(page).last()).press('Enter');
  await expect(result(page).getByRole('heading')).toBeFocused();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.emulateMedia({ media: 'print' });
  await expect(result(page).getByRole('table')).toBeVisible();
  await expect(questions(page).first()).toBeHidden();
  await expect(page.locator('.q-key')).toBeHidden();
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, 'sheets of paper').toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'screen' });

  await page.goto('/en/progress/');
  await expect(page.locator('progress-data')).toContainText('1 draw of the final exam begun');
});

test('what went wrong can be repeated; starting over can be undone', async ({ page }) => {
  await page.goto(exam);
  await give(questions(page).nth(0), false);
  await questions(page).nth(0).getByRole('button', { name: 'Show the solution' }).click();
  await give(questions(page).nth(1), true);
  await expect(result(page).getByRole('heading')).toHaveText('Result so far: 2 of 40 answered');

  await result(page).getByRole('button', { name: 'Repeat the question that went wrong' }).click();
  await expect(questions(page).nth(0)).toHaveAttribute('data-phase', 'open');
  await give(questions(page).nth(0), true);
  await expect(result(page)).toContainText('By now 2 of 40 are right.');

  await result(page).getByRole('button', { name: 'Start over, without these 2 answers' }).click();
  await expect(page.locator('[data-trouble]')).toContainText('Draw 1 begins anew; 2 answers were put away.');
  await expect(now(page)).toContainText('none answered yet');
  await expect(result(page)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(now(page)).toContainText('2 of 40 answered.');
  await page.reload();
  await expect(now(page)).toContainText('2 of 40 answered.');
});

test('a new draw has other questions, an address to share, and leads back', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('questions.json')) fetched.push(request.url());
  });
  await page.goto(exam);
  await give(questions(page).first(), true);
  expect(fetched, 'the first draw needs no more than its page').toEqual([]);
  await now(page).getByRole('button', { name: 'New draw' }).click();
  await expect(page).toHaveURL(/\/en\/exam\/\?draw=2$/);
  await expect(page.getByRole('region', { name: 'Draw 2' })).toContainText('40 questions, none answered yet.');
  await expect(page).toHaveTitle(/Final exam, draw 2/);
  expect(await shownKeys(page)).toEqual(keysOf(2));
  expect((await shownKeys(page)).filter((key) => keysOf(1).includes(key ?? ''))).toEqual([]);
  await expect(page.getByRole('region', { name: 'Question 40 of 40', exact: true })).toBeVisible();

  await give(questions(page).nth(3), true);
  await page.reload();
  await expect(now(page)).toContainText('1 of 40 answered.');
  await expect(result(page).locator('[data-link]')).toHaveAttribute('href', /\/en\/exam\/\?draw=2$/);
  await now(page).getByRole('link', { name: 'Draw 1: 1 of 40 answered' }).click();
  await expect(page.getByRole('region', { name: 'Draw 1' })).toContainText('1 of 40 answered.');
  expect(await shownKeys(page)).toEqual(keysOf(1));
});

test('a draw that was begun keeps its questions when the site deals others by its number', async ({ page }) => {
  const [first, second] = [keysOf(5).slice(0, 3), keysOf(1)];
  await page.addInitScript((questions) => {
    localStorage.setItem('request-path:progress', JSON.stringify({ version: 3, answers: {}, chapters: {}, exercises: {}, exams: { '1': { round: 1, questions, answers: {} } } }));
  }, first);
  await page.goto(exam);
  await expect(now(page)).toContainText('3 questions, none answered yet.');
  expect(await shownKeys(page)).toEqual(first);
  expect(second).not.toEqual(first);
});

for (const written of ['zwei', '0', '10000', '<b>1']) {
  test(`the address ?draw=${written} gives the first draw, with a sentence`, async ({ page }) => {
    await page.goto(`${exam}?draw=${encodeURIComponent(written)}`);
    await expect(page.locator('[data-trouble]')).toHaveText(`There is no draw “${written}”: draws are whole numbers from 1 to 9999. Below is draw 1.`);
    expect(await shownKeys(page)).toEqual(keysOf(1));
  });
}

test('without a connection a draw that must be fetched says so, and the first one stays', async ({ page }) => {
  await page.route('**/questions.json', (route) => route.abort());
  await page.goto(`${exam}?draw=9`);
  await expect(page.locator('[data-trouble]')).toContainText('The questions of draw 9 could not be fetched. Those below are of draw 1.');
  expect(await shownKeys(page)).toEqual(keysOf(1));
  await now(page).getByRole('button', { name: 'New draw' }).click();
  await expect(page.locator('[data-trouble]')).toContainText('could not be fetched. Try again when you are connected.');
  await page.unroute('**/questions.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Draw 9' })).toContainText('none answered yet');
  expect(await shownKeys(page)).toEqual(keysOf(9));
});

test('a fetched draw with answers of every state passes axe at 360 px in both themes', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${exam}?draw=3`);
  await expect(now(page)).toContainText('none answered yet');
  await give(questions(page).nth(0), true);
  await give(questions(page).nth(1), false);
  await give(questions(page).nth(2), false);
  await questions(page).nth(2).getByRole('button', { name: 'Show the solution' }).click();
  expect(await axeFindingsEverywhere(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('on paper an exam that is not finished has its questions, and the answers at the end', async ({ page }) => {
  await page.goto(`${exam}?draw=2`);
  await expect(now(page)).toContainText('none answered yet');
  await page.emulateMedia({ media: 'print' });
  await expect(questions(page).first()).toBeVisible();
  await expect(page.locator('.q-key').getByRole('listitem')).toHaveCount(examSize);
});

test('the exam is found from home, from the chapters, after the last chapter and in the search', async ({ page }) => {
  for (const [from, place] of [['/en/', 'main'], ['/en/chapters/', 'main'], [`/en/${chapters.at(-1)}/`, '.pager'], ['/en/wsgi/', 'footer']] as const) {
    const links = parse(readPage(from)).querySelectorAll(`${place} a[href="${exam}"]`);
    expect(links.map(({ text }) => text.trim()).join(), from).toContain('Final exam');
  }
  await page.goto('/en/search/?q=final+exam');
  await expect(page.locator(`li[data-result] a[href="${exam}"]`).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('forty questions can be read, each with its answer and where it is explained', async ({ page }) => {
    await page.goto(`${exam}?draw=7`);
    await expect(questions(page)).toHaveCount(examSize);
    await expect(page.getByText('Without scripts nothing is checked or kept')).toBeVisible();
    await expect(page.getByRole('button', { name: 'New draw' })).toHaveCount(0);
    const first = questions(page).first();
    await first.getByText('Answer and explanations').click();
    await expect(first.locator('[data-solution] .why').first()).toBeVisible();
    await expect(first.getByRole('link', { name: /^Read again/ })).toHaveAttribute('href', /^\/en\/[a-z-]+\/#/);
    await page.getByRole('navigation', { name: 'Questions' }).getByRole('link', { name: '17' }).click();
    await expect(questions(page).nth(16)).toBeInViewport();
  });
});
