import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { parse } from 'node-html-parser';
import type { AnswerKey } from '../../src/widgets/chapter-quiz/answer.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { dist, readingPages, readPage } from '../site.ts';

const storageKey = 'request-path:progress';
const kinds = ['choice', 'several', 'order', 'match', 'short', 'point', 'output'] as const;
const quizzes = readingPages().filter((path) => readPage(path).includes('<chapter-quiz'));
const [firstQuiz = ''] = quizzes;

/** Page and id of the first question of a kind in the whole guide. */
function firstOf(kind: string): { readonly path: string; readonly id: string } | undefined {
  for (const path of quizzes) {
    for (const question of parse(readPage(path)).querySelectorAll('[data-question]')) {
      const key = JSON.parse(question.getAttribute('data-key') ?? '') as AnswerKey;
      if (key.kind === kind) return { path, id: question.getAttribute('data-question') ?? '' };
    }
  }
  return undefined;
}

/** Opens a page and goes to its quiz, whose script comes then. */
async function openQuiz(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await toQuiz(page);
}

async function toQuiz(page: Page): Promise<void> {
  await page.locator('chapter-quiz').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('chapter-quiz'));
}

const questionOf = (page: Page, id: string): Locator => page.locator(`[data-question="${id}"]`);
const says = (question: Locator): Locator => question.getByRole('status');
const main = (question: Locator): Locator => question.locator('[data-check]');

async function keyOf(question: Locator): Promise<AnswerKey> {
  return JSON.parse((await question.getAttribute('data-key')) ?? '') as AnswerKey;
}

/** Gives an answer by keys only, from wherever focus is. */
async function answer(page: Page, question: Locator, isRight: boolean): Promise<void> {
  const { kind, right } = await keyOf(question);
  const inputs = question.locator('[data-controls] input');
  const values = await inputs.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  if (kind === 'short') {
    await inputs.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(isRight ? ` ${right[0]?.toUpperCase()} ` : 'certainly not this');
  } else if (kind === 'several') {
    const wanted = isRight ? right : values.filter((value) => !right.includes(value)).slice(0, 1);
    for (const [i, value] of values.entries()) {
      await inputs.nth(i).focus();
      if ((await inputs.nth(i).isChecked()) !== wanted.includes(value)) await page.keyboard.press('Space');
    }
  } else if (kind === 'match') {
    const selects = question.locator('select');
    for (const [i, value] of right.entries()) {
      await selects.nth(i).focus();
      const wanted = isRight ? value : right[(i + 1) % right.length];
      for (let n = 0; n < 12; n++) await page.keyboard.press('ArrowUp');
      while ((await selects.nth(i).inputValue()) !== wanted) await page.keyboard.press('ArrowDown');
    }
  } else if (kind === 'order') {
    // As it is shown, the order is never right.
    if (!isRight) return;
    for (const [place, value] of right.entries()) {
      const item = question.locator(`[data-controls] [data-option="${value}"]`);
      while ((await placeOf(question, value)) > place) {
        await item.getByRole('button').first().focus();
        await page.keyboard.press('Enter');
      }
    }
  } else {
    const value = isRight ? right[0] : values.find((candidate) => !right.includes(candidate));
    await inputs.first().focus();
    await page.keyboard.press('Space');
    for (let i = 0; i < values.indexOf(value ?? ''); i++) await page.keyboard.press('ArrowDown');
  }
}

async function placeOf(question: Locator, value: string): Promise<number> {
  const options = await question.locator('[data-controls] [data-option]').evaluateAll((all) => all.map((item) => item.getAttribute('data-option')));
  return options.indexOf(value);
}

async function check(page: Page, question: Locator): Promise<void> {
  await main(question).focus();
  await page.keyboard.press('Enter');
}

/** Answers every question of the page: those whose number is in `wrong` wrongly, with the solution asked for. */
async function finish(page: Page, wrong: readonly number[]): Promise<void> {
  const questions = page.locator('[data-question]');
  for (let i = 0; i < (await questions.count()); i++) {
    const question = questions.nth(i);
    await answer(page, question, !wrong.includes(i + 1));
    await check(page, question);
    if (wrong.includes(i + 1)) await question.getByRole('button', { name: 'Show the solution' }).click();
  }
}

test('there are quizzes to try, with at least four kinds of question', () => {
  expect(quizzes.length).toBeGreaterThan(0);
  expect(kinds.filter(firstOf).length).toBeGreaterThanOrEqual(4);
});

for (const kind of kinds) {
  const found = firstOf(kind);
  if (!found) continue;

  test(`the kind “${kind}” is answered by keyboard: wrong, again, right`, async ({ page }) => {
    await openQuiz(page, found.path);
    const question = questionOf(page, found.id);
    await question.focus();
    await page.keyboard.press('Tab');
    await expect(question.locator(':focus')).toHaveCount(1);

    await answer(page, question, false);
    await check(page, question);
    await expect(says(question)).toContainText(/\w{3,}/);
    await expect(question).toHaveAttribute('data-phase', 'again');
    await expect(question.locator('[data-solution]')).toBeHidden();
    await expect(main(question)).toBeFocused();

    await answer(page, question, true);
    await check(page, question);
    await expect(says(question)).toContainText('Right.');
    await expect(question.locator('[data-solution]')).toBeVisible();
    await expect(main(question)).toBeFocused();
  });

  test(`the same wrong answer to the kind “${kind}” does not count twice; the solution is a button away`, async ({ page }) => {
    await openQuiz(page, found.path);
    const question = questionOf(page, found.id);
    await answer(page, question, false);
    await check(page, question);
    await check(page, question);
    await expect(says(question)).toContainText('You have tried this answer');
    await question.getByRole('button', { name: 'Show the solution' }).click();
    await expect(question.locator('[data-solution] .why').first()).toBeVisible();
    await expect(main(question)).toBeFocused();
  });
}

test('an answer without a choice is not counted', async ({ page }) => {
  const found = firstOf('choice');
  await openQuiz(page, found?.path ?? '');
  const question = questionOf(page, found?.id ?? '');
  await check(page, question);
  await expect(says(question)).toHaveText('Choose an answer first.');
  // The place may be kept by now, for whoever stays some seconds.
  expect(await page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{"answers":{}}').answers, storageKey)).toEqual({});
});

test('a reader finds everything as it was after a reload, and the chapter is read at the end', async ({ page }) => {
  await openQuiz(page, firstQuiz);
  await page.locator('[data-question]').nth(2).getByLabel('not sure').check();
  await finish(page, [1]);
  const result = page.getByRole('region', { name: 'Result' });
  const of = await page.locator('[data-question]').count();
  await expect(result).toContainText(`${of - 1} of ${of} right at the first answer`);
  await expect(result).toContainText('question 1: not right at first');
  await expect(result).toContainText('right, but you were not sure');
  await expect(page.locator('chapter-done').first()).toContainText('Read.');

  await page.reload();
  await toQuiz(page);
  await expect(result).toContainText(`${of - 1} of ${of} right at the first answer`);
  await expect(page.locator('[data-question]').first()).toHaveAttribute('data-phase', 'shown');

  await result.getByRole('button', { name: 'Repeat the question that went wrong' }).click();
  const first = page.locator('[data-question]').first();
  await expect(first).toHaveAttribute('data-phase', 'open');
  await answer(page, first, true);
  await check(page, first);
  await expect(result).toContainText(`${of - 1} of ${of} right at the first answer. By now ${of} of ${of} are right.`);
  await expect(result.getByRole('button', { name: /^Repeat/ })).toBeHidden();
});

test('two tabs know of each other', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  for (const page of [one, two]) await openQuiz(page, firstQuiz);
  const [first, second] = [0, 1].map((i) => (page: Page): Locator => page.locator('[data-question]').nth(i));
  for (const [page, question] of [[one, first], [two, second]] as const) {
    if (!question) throw new Error('a quiz has two questions');
    await page.bringToFront();
    await answer(page, question(page), true);
    await check(page, question(page));
  }
  for (const page of [one, two]) {
    await expect(first!(page)).toHaveAttribute('data-phase', 'right');
    await expect(second!(page)).toHaveAttribute('data-phase', 'right');
  }
});

const troubles: readonly (readonly [name: string, says: RegExp, script: () => void])[] = [
  ['forbidden', /does not let the page keep anything/, () => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('Denied', 'SecurityError'); } });
  }],
  ['full', /no room left/, () => {
    Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError'); };
  }],
  ['full of rubbish', /could not be read/, () => {
    if (!localStorage.getItem('request-path:progress:damaged')) localStorage.setItem('request-path:progress', '{"version":1,"answers":');
  }],
  ['written by a newer version', /newer version of this site/, () => localStorage.setItem('request-path:progress', '{"version":99}')],
];

for (const [name, sentence, script] of troubles) {
  test(`a quiz works, and says why it keeps nothing, when storage is ${name}`, async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.addInitScript(script);
    await openQuiz(page, firstQuiz);
    await finish(page, [2]);
    await expect(page.locator('[data-problem]')).toContainText(sentence);
    await expect(page.getByRole('region', { name: 'Result' })).toContainText('right at the first answer');
    expect(errors).toEqual([]);
    if (name.startsWith('written')) expect(await page.evaluate((key) => localStorage.getItem(key), storageKey)).toBe('{"version":99}');
    if (name.endsWith('rubbish')) expect(await page.evaluate((key) => localStorage.getItem(`${key}:damaged`), storageKey)).toBe('{"version":1,"answers":');
  });
}

test('progress is saved as a file, cleared, brought back; a wrong file changes nothing', async ({ page }) => {
  await openQuiz(page, firstQuiz);
  const question = page.locator('[data-question]').first();
  await answer(page, question, true);
  await check(page, question);

  await page.goto(firstQuiz.replace(/[^/]+\/$/, 'progress/'));
  // On leaving, the chapter has kept the place as well.
  const kept = await page.evaluate((key) => localStorage.getItem(key), storageKey);
  const data = page.locator('progress-data');
  await expect(data).toContainText('1 question answered');
  const [download] = await Promise.all([page.waitForEvent('download'), data.getByRole('button', { name: 'Save as a file' }).first().click()]);
  const file = await download.path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(JSON.parse(kept ?? '') as Record<string, unknown>);

  await data.getByRole('button', { name: 'Clear everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Clear everything?' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await page.evaluate((key) => localStorage.getItem(key), storageKey)).toBe(kept);
  await data.getByRole('button', { name: 'Clear everything' }).click();
  await dialog.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(data).toContainText('Nothing has been read or answered');
  await data.getByRole('button', { name: 'Undo' }).click();
  await expect(data).toContainText('1 question answered');
  await data.getByRole('button', { name: 'Clear everything' }).click();
  await dialog.getByRole('button', { name: 'Clear', exact: true }).click();

  const wrong = { name: 'x.json', mimeType: 'application/json' };
  await data.getByLabel('Progress file').setInputFiles({ ...wrong, buffer: Buffer.from('{"version":7}') });
  await expect(data.locator('[data-says]')).toContainText('newer version of the site (format 7)');
  await data.getByLabel('Progress file').setInputFiles({ ...wrong, buffer: Buffer.from('hello') });
  await expect(data.locator('[data-says]')).toContainText('Nothing was changed.');
  await expect(data).toContainText('Nothing has been read or answered');

  await data.getByLabel('Progress file').setInputFiles(file);
  await expect(data.locator('[data-says]')).toContainText('Joined: 1 answer, 0 chapters and 0 exercises from the file.');
  await expect(data).toContainText('1 question answered');
});

test('a file from a newer version, one that is cut off and one of another site are refused with the reason; nothing is overwritten', async ({ page }) => {
  await openQuiz(page, firstQuiz);
  const question = page.locator('[data-question]').first();
  await answer(page, question, true);
  await check(page, question);
  await page.goto(firstQuiz.replace(/[^/]+\/$/, 'progress/'));
  const data = page.locator('progress-data');
  await expect(data).toContainText('1 question answered');
  const kept = await page.evaluate((key) => localStorage.getItem(key), storageKey);
  for (const [text, reason] of [
    ['{"version":999,"answers":{}}', 'newer version of the site (format 999)'],
    [kept?.slice(0, -20) ?? '', 'This file is not JSON.'],
    ['{"progress":{"lessons":[1,2,3]},"site":"https://other.example"}', 'Nothing was changed.'],
    ['[]', 'Nothing was changed.'],
    ['', 'Nothing was changed.'],
  ] as const) {
    await data.getByLabel('Progress file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(data.locator('[data-says]')).toContainText(reason);
    await expect(data.locator('[data-says]')).toContainText('Nothing was changed.');
    expect(await page.evaluate((key) => localStorage.getItem(key), storageKey)).toBe(kept);
  }
});

/** Pages that together have every kind. */
const withEveryKind = new Set(kinds.flatMap((kind) => firstOf(kind)?.path ?? []));

for (const path of withEveryKind) {
  test(`the quiz of ${path} passes axe before and after the solutions in both themes`, async ({ page }) => {
    await openQuiz(page, path);
    const look = async (): Promise<void> => expect(await axeFindingsEverywhere(page, 'chapter-quiz')).toEqual([]);
    const questions = await page.locator('[data-question]').all();
    for (const question of questions) {
      await answer(page, question, false);
      await check(page, question);
    }
    await look();
    for (const question of questions) await question.getByRole('button', { name: 'Show the solution' }).press('Enter');
    await look();
  });
}

test('a question has a link to itself, which opens at it', async ({ page, context }) => {
  await page.addInitScript(() => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text: string) => void copied.push(text) } });
    Object.assign(window, { copied });
  });
  await openQuiz(page, firstQuiz);
  const question = page.locator('[data-question]').nth(1);
  await question.getByRole('link', { name: 'Link to question 2' }).press('Enter');
  await expect(page.locator('chapter-quiz [data-said]')).toHaveText('Link copied');
  const [link = ''] = await page.evaluate(() => (window as unknown as { readonly copied: readonly string[] }).copied);
  expect(link).toBe(page.url());
  expect(new URL(link).hash).toBe(`#quiz-${await question.getAttribute('data-question')}`);

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('[data-question]').nth(1).getByRole('heading')).toBeInViewport();
});

test('the result is printed alone, under the title of its chapter, on one sheet', async ({ page }) => {
  await page.addInitScript(() => (window.print = () => undefined));
  await openQuiz(page, firstQuiz);
  await finish(page, [1]);
  const result = page.locator('chapter-quiz .q-result');
  await result.getByRole('button', { name: 'Print the result' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(result.locator('.q-score')).toBeVisible();
  await expect(result.getByText(/^Answered on /)).toBeVisible();
  await expect(result.locator('.q-again li')).not.toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[data-question], .q-key, article > .sec:not(:has(chapter-quiz)), .lead .answer, .goals, .strip').filter({ visible: true })).toHaveCount(0);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, 'sheets of paper').toBe(1);
  // The chapter itself is printed as before, afterwards.
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(result).toBeHidden();
  await expect(page.locator('.q-key')).toBeVisible();
});

test('on paper the questions have their options, and the answers follow at the end', async ({ page }) => {
  await openQuiz(page, firstQuiz);
  const questions = page.locator('[data-question]');
  await answer(page, questions.first(), true);
  await check(page, questions.first());
  const key = page.locator('.q-key');
  await expect(key).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(key).toBeVisible();
  await expect(key.getByRole('listitem')).toHaveCount(await questions.count());
  for (let i = 0; i < (await questions.count()); i++) {
    await expect(questions.nth(i).locator('[data-controls]').first()).toBeVisible();
    await expect(questions.nth(i).locator('[data-solution]')).toBeHidden();
  }
});

test('below a question stand what is said about it, check, how sure, the solution, and where to read again', async ({ page }) => {
  await openQuiz(page, firstQuiz);
  const question = page.locator('[data-question]').first();
  await expect(main(question)).toBeVisible();
  const below = question.locator('form > :is(details, output, .acts), .acts > *');
  expect(await below.evaluateAll((all) => all.map(({ tagName, className }) => `${tagName.toLowerCase()}.${className.replaceAll(' ', '.')}`))).toEqual(
    ['details.q-solution', 'output.q-says', 'div.acts.q-acts', 'button.btn.solid', 'fieldset.q-sure', 'button.btn.line', 'a.btn.text'],
  );
  await expect(question.getByRole('radio', { name: 'not sure', exact: true })).toBeVisible();
  const described = await question.locator('form > fieldset').first().getAttribute('aria-describedby');
  expect(described).toBe(await says(question).getAttribute('id'));
  await expect(question.locator('[data-read]')).toBeHidden();
  expect(await question.locator('[data-read]').getAttribute('href')).toBe(await question.locator('.q-see a').getAttribute('href'));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing stands below a question that would need a script', async ({ page }) => {
    await page.goto(firstQuiz);
    await expect(page.locator('[data-question]').first()).toBeVisible();
    await expect(page.locator('[data-question] :is(button, output, [data-acts])')).toHaveCount(0);
  });

  for (const kind of kinds) {
    const found = firstOf(kind);
    if (!found) continue;
    test(`the kind “${kind}” shows what can be answered, and the answer on demand`, async ({ page }) => {
      await page.goto(found.path);
      const question = questionOf(page, found.id);
      await expect(question.locator('[data-controls]').first()).toBeVisible();
      const why = question.locator('[data-solution] .why').first();
      await expect(why).toBeHidden();
      await question.getByText('Answer and explanations').click();
      await expect(why).toBeVisible();
      await expect(question.getByRole('button', { name: 'Check' })).toBeHidden();
      if (kind === 'match') await expect(question.locator('.q-rights li').first()).toBeVisible();
    });
  }
});

test('the script of a quiz takes at most 15 kB on the way, and comes only when the reader comes near it', async ({ page }) => {
  const entry = readdirSync(join(dist, '_astro')).find((name) => name.endsWith('.js') && /define\(["'`]chapter-quiz["'`]/.test(readFileSync(join(dist, '_astro', name), 'utf8'))) ?? '';
  const files = new Set([entry]);
  for (const file of files) {
    for (const [, name = ''] of readFileSync(join(dist, '_astro', file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) files.add(name);
  }
  const bytes = [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(dist, '_astro', file))).length, 0);
  console.log(`quiz script: ${bytes} bytes of brotli in ${files.size} files`);
  expect(files.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(15_000);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(firstQuiz);
  await page.waitForFunction(() => customElements.get('page-contents'));
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes(entry))).toEqual([]);
  await page.locator('chapter-quiz').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('chapter-quiz'));
  expect(asked.filter((url) => url.includes(entry))).toHaveLength(1);
});

test('what only scripts show has no style in the first sheets of a chapter', () => {
  const names = (html: string): readonly string[] => [...html.matchAll(/<link rel="stylesheet" href="[^"]*\/(_astro\/[^"]+)"/g)].map(([, name = '']) => name);
  const sheets = new Set(quizzes.flatMap((path) => names(readPage(path))));
  expect(sheets.size).toBeGreaterThan(1);
  const only = ['[data-phase', '[data-dragged', '[data-prints', 'aria-invalid', '.verdict', '.picked', '.q-sure', '.q-score', '.q-again', '.q-part', '.pz-part', '.pz-says'];
  for (const sheet of sheets) expect(only.filter((selector) => readFileSync(join(dist, sheet), 'utf8').includes(selector)), sheet).toEqual([]);
});

test('a quiz shows nothing of its state before the style of that has come', async ({ page }) => {
  const isSheet = /\/quiz-live\.[^/]*\.css$/;
  let come = (): void => undefined;
  const held = new Promise<void>((resolve) => (come = resolve));
  const asked: string[] = [];
  await page.route(isSheet, async (route) => {
    asked.push(route.request().url());
    await held;
    await route.fallback();
  });
  await page.goto(firstQuiz);
  await page.waitForLoadState('networkidle');
  expect(asked, 'not before the reader comes near').toEqual([]);
  const quiz = page.locator('chapter-quiz');
  await quiz.scrollIntoViewIfNeeded();
  await expect.poll(() => asked.length).toBe(1);
  await expect(quiz.locator('[data-phase]')).toHaveCount(0);
  await expect(quiz.locator('[data-acts]').first()).toBeHidden();
  come();
  await expect(quiz.locator('[data-acts]').first()).toBeVisible();
  await expect(quiz.locator('[data-sure]').first()).toHaveCSS('display', 'flex');
  expect(asked).toHaveLength(1);
});
