import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { RuntimeManifest } from '../../src/widgets/python-exercise/runtime/protocol.ts';
import type { ExerciseFileData } from '../../src/widgets/python-exercise/exercise-data.ts';
import { axeFindingsEverywhere } from '../a11y/axe.ts';
import { dist, guide } from '../site.ts';

const storageKey = 'request-path:progress';

const chapter = guide().chapters.find(({ slug }) => slug === 'wsgi');
const exercise = chapter?.exercises.find(({ id }) => id === 'hello');
if (!chapter || !exercise) throw new Error('The guide has no exercise `hello` of WSGI.');
const path = `/en/${chapter.slug}/`;
const key = `${chapter.slug}/${exercise.id}`;
const [near] = exercise.data.wrong.filter(({ rule }) => rule !== 'task');
const nearMiss = { rule: near?.rule ?? '', source: exercise.wrong.get(near?.file ?? '') ?? '' };

const widget = (page: Page): Locator => page.locator(`#exercise-${exercise.id} python-exercise`);
const says = (page: Page): Locator => widget(page).locator('.x-says').first();
const main = (page: Page): Locator => widget(page).locator('.x-run .btn.solid');
const content = (page: Page): Locator => widget(page).locator('.cm-content');
/** Whether an address belongs to the interpreter or the editor. */
const isHeavy = (url: string): boolean => /\/python\/|\/editor\.|python-worker/.test(new URL(url).pathname);

async function open(page: Page): Promise<void> {
  await page.goto(path);
  await widget(page).scrollIntoViewIfNeeded();
  await expect(main(page)).toBeAttached();
}

async function load(page: Page): Promise<void> {
  await main(page).click();
  await expect(main(page)).toHaveText('Run the tests', { timeout: 30_000 });
}

/** Pastes a program over what stands in the editor. */
async function write(page: Page, source: string): Promise<void> {
  if (!(await content(page).isVisible())) await widget(page).getByRole('textbox', { name: 'Your program' }).click();
  await content(page).press('ControlOrMeta+a');
  await content(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, source);
}

async function run(page: Page, source: string): Promise<void> {
  await write(page, source);
  await expect(main(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 30_000 });
  await main(page).click();
}

const kept = (page: Page): Promise<{ text?: string; passed?: string; tries: number } | undefined> =>
  page.evaluate(([storage, name]) => JSON.parse(localStorage.getItem(storage ?? '') ?? '{"exercises":{}}').exercises[name ?? ''], [storageKey, key]);

test.describe('an exercise in a page', () => {
  test.describe.configure({ mode: 'serial', timeout: 90_000 });
  let page: Page;
  const heavy: string[] = [];
  const faults: string[] = [];

  test.beforeAll(async ({ browser, baseURL }) => {
    page = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
    page.on('request', (request) => isHeavy(request.url()) && heavy.push(new URL(request.url()).pathname));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(`${test.info().title}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(error.message));
    await open(page);
  });
  test.afterAll(() => page.context().close());

  test('no byte of Python or of the editor travels before the reader asks', async () => {
    await page.waitForLoadState('networkidle');
    expect(heavy).toEqual([]);
    await expect(main(page)).toHaveText(/^Load Python, 3\.\d MB$/);
  });

  test('the field becomes an editor where the reader goes in, caret and text included', async () => {
    const field = widget(page).locator('textarea').first();
    await field.evaluate((element: HTMLTextAreaElement) => {
      element.value = 'abcdef';
      element.setSelectionRange(3, 3);
      element.focus();
    });
    await expect(content(page)).toBeFocused();
    await page.keyboard.type('-');
    await expect(content(page)).toHaveText('abc-def');
    expect(heavy.filter((name) => !name.includes('/editor.'))).toEqual([]);
  });

  test('loading is announced, then that Python is ready', async () => {
    const said: string[] = [];
    await page.exposeFunction('heard', (sentence: string) => said.push(sentence));
    await says(page).evaluate((output) => new MutationObserver(() => void (window as unknown as { heard(text: string): void }).heard(output.textContent ?? '')).observe(output, { childList: true }));
    await load(page);
    await expect(says(page)).toContainText(/^Python 3\.\d+\.\d+ is ready\.$/);
    expect(said[0]).toMatch(/^Loading Python, 3\.\d MB\.$/);
  });

  test('a solution passes, and that is kept', async () => {
    await run(page, exercise.solution);
    await expect(says(page)).toContainText(`All ${exercise.data.requests.length} requests pass. Solved.`);
    await expect(widget(page).locator('.tests > .right')).toHaveCount(exercise.data.requests.length);
    expect((await kept(page))?.passed).toMatch(/^20/);
    expect(await axeFindingsEverywhere(page, 'python-exercise')).toEqual([]);
  });

  test('a near miss fails, and the rule that it breaks is named', async () => {
    await run(page, nearMiss.source);
    await expect(says(page)).toContainText(/^\d of \d requests? pass(es)?\./);
    const failure = widget(page).locator('.tests > .wrong').first();
    await expect(failure).toHaveAttribute('data-rule', nearMiss.rule);
    await expect(failure).toContainText('Rule broken:');
    await expect(failure.getByRole('link', { name: 'Explained in the guide' })).toHaveAttribute('href', /^\/en\/[a-z-]+\/#/);
    await failure.getByText('What arrived and what went out').click();
    await expect(failure.locator('.x-exchange')).toContainText('REQUEST_METHOD');
    expect(await axeFindingsEverywhere(page, 'python-exercise')).toEqual([]);
  });

  test('an error of syntax is shown in the reader’s line', async () => {
    await run(page, 'def app(environ, start_response):\n    return [\n');
    await expect(says(page)).toContainText('Error in line 2 of your program: SyntaxError');
    await expect(content(page).locator('.marked')).toHaveText('    return [');
  });

  test('an error while it runs is shown in the reader’s line', async () => {
    await run(page, 'def app(environ, start_response):\n\n    return missing_name\n');
    await expect(says(page)).toContainText('Error in line 3 of your program: NameError');
    await expect(content(page).locator('.marked')).toContainText('missing_name');
  });

  test('a module that is not there is said to be not there', async () => {
    await run(page, 'import requests\n');
    await expect(says(page)).toContainText('import requests: this module is not part of the exercise');
  });

  test('endless memory is refused, and the page lives', async () => {
    await run(page, 'hog = []\nwhile True:\n    hog.append(bytearray(50_000_000))\n');
    await expect(says(page)).toContainText('MemoryError', { timeout: 30_000 });
  });

  test('an endless loop is cut after five seconds and is no pass', async () => {
    const before = await kept(page);
    await run(page, `${exercise.solution}\nwhile True:\n    pass\n`);
    await expect(says(page)).toContainText('Not graded: stopped after 5 s.', { timeout: 30_000 });
    expect(await kept(page)).toMatchObject({ tries: (before?.tries ?? 0) + 1 });
    await expect(widget(page).locator('.tests')).toHaveCount(0);
  });

  test('after a cut the next run works, from the browser’s cache', async () => {
    await run(page, exercise.solution);
    await expect(says(page)).toContainText('requests pass', { timeout: 30_000 });
  });

  test('the reader can stop a run', async () => {
    await run(page, 'while True:\n    pass\n');
    await widget(page).getByRole('button', { name: 'Stop' }).click();
    await expect(says(page)).toContainText('Not graded: you stopped it.');
    await expect(main(page)).toBeFocused();
  });

  test('endless output is cut, and that is said', async () => {
    await run(page, `print("spam\\n" * 100_000)\n${exercise.solution}`);
    await expect(says(page)).toContainText('requests pass', { timeout: 30_000 });
    await widget(page).locator('.tests').getByText('Printed').first().click();
    const printed = widget(page).locator('.tests .x-out').first();
    await expect(printed).toContainText('spam');
    await expect(printed).toContainText(/cut/i);
    expect((await printed.textContent())?.length).toBeLessThan(60_000);
  });

  test('a request of one’s own shows what arrives and what goes out', async () => {
    await widget(page).getByText('Send a request of your own').click();
    await widget(page).getByLabel('Path and query').fill('books');
    await widget(page).getByRole('button', { name: 'Send it' }).click();
    await expect(widget(page).locator('.x-own output')).toContainText('A path begins with a slash');
    await widget(page).getByLabel('Path and query').fill('/own/way?lamp=on');
    await widget(page).getByRole('button', { name: 'Send it' }).click();
    const exchange = widget(page).locator('.x-own ~ .x-result .x-exchange');
    await expect(exchange).toContainText('/own/way');
    await expect(exchange).toContainText('lamp=on');
    await expect(exchange).toContainText('200');
  });

  test('hints open one after the other, the solution after a try', async () => {
    const hints = widget(page).locator('[data-hint]');
    await expect(hints.nth(1)).toBeHidden();
    await hints.nth(0).locator('summary').click();
    await expect(hints.nth(1)).toBeVisible();
    await expect(widget(page).locator('[data-solution]')).toBeVisible();
  });

  test('Tab indents; Escape, then Tab, leaves, and both are said', async () => {
    await write(page, 'x = 1');
    await content(page).press('ControlOrMeta+Home');
    await page.keyboard.press('Tab');
    await expect(content(page)).toHaveText('    x = 1');
    await expect(content(page)).toBeFocused();
    await expect(content(page)).toHaveAccessibleDescription('Tab indents. Escape, then Tab, leaves the editor.');
    await page.keyboard.press('Escape');
    await expect(says(page)).toHaveText('Tab now leaves the editor.');
    await page.keyboard.press('Tab');
    await expect(main(page)).toBeFocused();
  });

  test('the start can be had again, and the program after it', async () => {
    await write(page, 'mine = 1');
    await widget(page).getByRole('button', { name: 'Start again' }).click();
    await expect(content(page)).not.toHaveText('mine = 1');
    await widget(page).getByRole('button', { name: 'Undo' }).click();
    await expect(content(page)).toHaveText('mine = 1');
  });

  test('a reload keeps the program', async () => {
    await write(page, 'kept = "yes"\n');
    await page.reload();
    await widget(page).scrollIntoViewIfNeeded();
    await expect(widget(page).locator('textarea').first()).toHaveValue('kept = "yes"\n');
    await expect(widget(page).locator('[data-solution]')).toBeVisible();
  });

  test('nothing of this broke a policy or threw', () => {
    expect(faults).toEqual([]);
  });
});

test('a download that breaks off is said, the program stays, and another try works', async ({ page }) => {
  await open(page);
  await write(page, 'typed = True\n');
  let answer = 0;
  await page.route(/pyodide\.asm\.wasm$/, (route) => {
    answer += 1;
    if (answer === 1) return route.fulfill({ status: 404, body: 'no' });
    if (answer === 2) return route.fulfill({ contentType: 'application/wasm', body: readFileSync(join(dist, new URL(route.request().url()).pathname)).subarray(0, 100_000) });
    return route.continue();
  });
  await main(page).click();
  await expect(says(page)).toContainText('Python could not be loaded: the connection failed, or broke off.');
  await expect(widget(page).locator('[data-solution]')).toBeVisible();
  await expect(main(page)).toHaveText('Try again');
  await main(page).click();
  await expect(main(page)).toHaveText('Try again');
  await expect.poll(() => answer).toBe(2);
  await expect(says(page)).toContainText('broke off');
  await main(page).click();
  await expect(says(page)).toContainText('is ready.', { timeout: 30_000 });
  await expect(content(page)).toContainText('typed = True');
});

test('without WebAssembly nothing is fetched, and the reader is told', async ({ page }) => {
  await page.addInitScript(() => void delete (globalThis as { WebAssembly?: unknown }).WebAssembly);
  await page.goto(path);
  await widget(page).scrollIntoViewIfNeeded();
  await expect(widget(page)).toContainText('This browser has no WebAssembly');
  await expect(main(page)).toBeHidden();
  await expect(widget(page).locator('[data-solution]')).toBeVisible();
});

test('a script that does not arrive leaves everything readable, and says so', async ({ page }) => {
  await page.route(/\/exercise-view\./, (route) => route.abort());
  await page.goto(path);
  await widget(page).scrollIntoViewIfNeeded();
  await expect(widget(page).locator('.x-without')).toBeVisible();
  await expect(widget(page).locator('[data-solution]')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('start and solution can be read, and why nothing runs', async ({ page }) => {
    await page.goto(path);
    await expect(widget(page).locator('.x-without')).toBeVisible();
    await expect(widget(page).locator('[data-start]')).toContainText(exercise.starter.trim().split('\n').at(-1)?.trim() ?? '');
    await expect(widget(page).locator('[data-solution]')).toBeAttached();
  });
});

test('Python is at most 3.8 MB on its way, and the button says how much', () => {
  const { exercises } = JSON.parse(readFileSync(join(dist, path, 'exercises.json'), 'utf8')) as ExerciseFileData;
  const [data] = exercises;
  if (!data) throw new Error('The chapter has no exercise.');
  const name = data.manifest.replace(/^.*\/python\//, '');
  const manifest = JSON.parse(readFileSync(join(dist, 'python', name), 'utf8')) as RuntimeManifest;
  const files = [name, manifest.grader.name, ...manifest.files.map((file) => manifest.folder + file.name)];
  const sum = files.reduce((total, file) => total + statSync(join(dist, 'python', `${file}.br`)).size, 0);
  expect(sum).toBe(data.bytes);
  expect(sum).toBeGreaterThan(3_000_000);
  expect(sum).toBeLessThanOrEqual(3_800_000);
});
