import { expect as expectNow, test, type Page } from '@playwright/test';
import { encodeState } from '../../src/explorers/state-text.ts';
import { groups, payloads } from '../payloads/corpus.ts';
import { explorers } from '../payloads/explorers.ts';
import { watchPage } from '../payloads/watch-page.ts';
import { guide } from '../site.ts';

/** A busy machine may take its time. */
const expect = expectNow.configure({ timeout: 30_000 });

/** Each test gives one page the whole corpus, one text after the other. */
test.describe.configure({ timeout: 240_000 });

const defined = (page: Page, name: string): Promise<unknown> => page.waitForFunction((tag) => customElements.get(tag), name);

/**
 * Gives each text to an element by the search part of the page's address: the element is put into the page anew, which is
 * when it reads the address.
 * @param said parts of the element of which one says something then
 * @returns texts with a letter or a number after which it said nothing
 */
function byAddress(page: Page, element: string, parameter: string, said: string): Promise<readonly string[]> {
  return page.evaluate(
    async ([texts, element, parameter, said]) => {
      const silent: string[] = [];
      const root = document.querySelector<HTMLElement>(element)!;
      const parts = [...root.querySelectorAll<HTMLElement>(said)];
      const saysNothing = (): boolean => parts.every(({ textContent }) => !textContent);
      for (const [i, text] of texts.entries()) {
        const place = document.createComment('');
        root.replaceWith(place);
        for (const field of root.querySelectorAll('input')) field.value = '';
        for (const part of parts) part.replaceChildren();
        // Every other one is written as somebody would write it by hand.
        const asked = text.slice(0, 20_000);
        history.replaceState(null, '', i % 2 ? `?${new URLSearchParams({ [parameter]: asked }).toString()}` : `?${parameter}=${asked.replaceAll('#', '%23')}`);
        place.replaceWith(root);
        // The search waits for a pause in typing, unless it is sent.
        if (root.localName === 'search-page') root.querySelector('form')?.requestSubmit();
        if (!/[\p{L}\p{N}]/u.test(new URLSearchParams(location.search).get(parameter) ?? '')) continue;
        for (let turn = 0; turn < 1_000 && saysNothing(); turn += 1) await new Promise((resolve) => setTimeout(resolve));
        if (saysNothing()) silent.push(text.slice(0, 50));
        // Enough to know that something is wrong.
        if (silent.length > 5) break;
      }
      return silent;
    },
    [payloads, element, parameter, said] as const,
  );
}

test('the search, asked by the address of its page', async ({ page }) => {
  const watched = await watchPage(page);
  await page.goto('/en/search/?q=request');
  await expect(page.locator('[data-result]').first()).toBeVisible({ timeout: 30_000 });
  expect(await byAddress(page, 'search-page', 'q', '.s-count, [data-after]')).toEqual([]);
  await watched.check();
});

test('the dialog of the search, and the searches that it remembers', async ({ page }) => {
  const watched = await watchPage(page);
  await page.goto('/en/wsgi/');
  await defined(page, 'site-search');
  await page.keyboard.press('/');
  await expect(page.locator('dialog.search input')).toBeFocused();
  await page.keyboard.type('request');
  await expect(page.locator('dialog.search [data-result]').first()).toBeVisible({ timeout: 30_000 });
  const shown = await page.evaluate(
    async ([texts, asked]) => {
      const field = document.querySelector<HTMLInputElement>('dialog.search input')!;
      const list = document.querySelector<HTMLElement>('dialog.search .s-list')!;
      /** Types, and waits until the list has changed, if it does. */
      const type = (text: string): Promise<void> =>
        new Promise((resolve) => {
          const observer = new MutationObserver(() => done());
          const timer = setTimeout(() => done(), 300);
          const done = (): void => (observer.disconnect(), clearTimeout(timer), resolve());
          observer.observe(list, { childList: true });
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        });
      for (const text of asked) await type(text);
      let shown = 0;
      for (let i = 0; i < texts.length; i += 6) {
        localStorage.setItem('request-path:recent-searches', JSON.stringify({ version: 1, queries: texts.slice(i, i + 6) }));
        await type('');
        shown += list.querySelectorAll('button').length;
      }
      return shown;
    },
    // Its list is made by what the page of the search uses; so the pauses of typing are spent on some groups only.
    [payloads, [...groups.attributes, ...groups['SVG and MathML'], ...groups.unicode, ...groups.objects]] as const,
  );
  expect(shown).toBeGreaterThan(300);
  await watched.check();
});

test('the draw of an exam that an address names', async ({ page }) => {
  const watched = await watchPage(page);
  await page.goto('/en/exam/');
  await defined(page, 'final-exam');
  // One question does: what an address names is said above all of them.
  await page.evaluate(() => [...document.querySelectorAll('final-exam [data-question]')].slice(1).forEach((question) => question.remove()));
  expect(await byAddress(page, 'final-exam', 'draw', '[data-trouble]')).toEqual([]);
  await watched.check();
});

test('the filter of failures, asked by its address, its field and a fragment', async ({ page }) => {
  const watched = await watchPage(page);
  await page.goto('/en/failures/');
  await defined(page, 'failure-filter');
  expect(await byAddress(page, 'failure-filter', 'q', 'output')).toEqual([]);
  await page.evaluate(async (texts) => {
    for (const text of texts) {
      location.hash = text.slice(0, 2_000);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, payloads);
  await watched.check();
});

test('the address of a page that is not there', async ({ page }) => {
  const watched = await watchPage(page);
  await page.goto('/en/nothing-here/');
  await defined(page, 'missing-page');
  await page.evaluate((texts) => {
    const element = document.querySelector('missing-page')!;
    for (const text of texts) {
      const whole = text.slice(0, 5_000).toWellFormed();
      for (const path of [encodeURIComponent(whole), whole.replace(/[?#\\]/g, '')]) {
        history.replaceState(null, '', `/en/x-${path}`);
        const place = document.createComment('');
        element.replaceWith(place);
        place.replaceWith(element);
      }
    }
  }, payloads);
  await watched.check();
});

test('files that are imported, and what the browser kept', async ({ page }) => {
  const watched = await watchPage(page);
  await page.goto('/en/progress/');
  await defined(page, 'progress-data');
  const silent = await page.evaluate(async (texts) => {
    const input = document.querySelector<HTMLInputElement>('input[data-import]')!;
    const says = document.querySelector<HTMLElement>('progress-data [data-says]')!;
    const silent: string[] = [];
    const whole = (text: string): string => JSON.stringify({ version: 4, answers: { [text]: {} }, chapters: { [text]: {} }, exercises: {}, exams: { [text]: {} }, reviews: {} });
    for (const text of texts.flatMap((one) => [one, whole(one)])) {
      says.replaceChildren();
      const files = new DataTransfer();
      files.items.add(new File([text], `${text.slice(0, 20)}.json`, { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
      for (let turn = 0; turn < 400 && !says.textContent; turn += 1) await new Promise((resolve) => setTimeout(resolve, turn < 5 ? 0 : 5));
      if (!says.textContent) silent.push(text.slice(0, 50));
    }
    for (const text of texts) {
      localStorage.setItem('request-path:progress', text);
      dispatchEvent(new StorageEvent('storage', { key: 'request-path:progress' }));
      localStorage.setItem('request-path:theme', text);
    }
    return silent;
  }, payloads);
  expect(silent).toEqual([]);
  await watched.check();
});

for (const path of ['/en/', '/en/chapters/', '/en/review/']) {
  test(`what the browser kept, read by ${path}`, async ({ page }) => {
    const watched = await watchPage(page);
    await page.goto(path);
    await page.waitForFunction(() => ['progress-marks', 'review-today', 'progress-done'].some((tag) => document.querySelector(`${tag}:defined`)));
    await page.evaluate((texts) => {
      const at = '2026-01-01T00:00:00Z';
      const answer = (text: string): object => ({ rev: 1, first: [text.slice(0, 300)], firstRight: false, right: false, tries: 1, at });
      for (const text of texts) {
        const whole = { version: 4, answers: { [text]: answer(text), 'wsgi/x': answer(text) }, chapters: { wsgi: { place: { section: text, at } }, asgi: { read: text } }, exercises: {}, exams: { 2: { round: 1, questions: [text], answers: {} } }, reviews: { 'wsgi/x': { rev: 1, step: 0, due: text, at } } };
        for (const kept of [text, JSON.stringify(whole)]) {
          localStorage.setItem('request-path:progress', kept);
          dispatchEvent(new StorageEvent('storage', { key: 'request-path:progress' }));
        }
      }
    }, payloads);
    await watched.check();
    // The last of them is still there when the page is opened again.
    await page.reload();
    await watched.check();
  });
}

test('what comes alive would be seen', async ({ page }) => {
  const watched = await watchPage(page);
  await page.goto('/en/about/');
  await watched.check();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.setAttribute('href', 'javascript:alive()');
    const place = document.createElement('p');
    place.setAttribute('style', 'position: fixed');
    try {
      place.setAttribute('onclick', 'alive()');
    } catch {
      // Refused by the policy, which reports it.
    }
    place.append(document.createElement('img'), link);
    document.body.append(place);
    void Promise.reject(new Error('nobody caught this'));
  });
  const failure = await watched.check().then(() => '', String);
  for (const seen of ['element: <img>', 'attribute: style', 'policy: require-trusted-types-for', 'address: href=', 'nobody caught this']) expect(failure).toContain(seen);
});

const wsgi = guide().chapters.find(({ slug }) => slug === 'wsgi');

test('answers and programs that the browser kept, in their chapter', async ({ page }) => {
  const watched = await watchPage(page);
  const quiz = page.locator('chapter-quiz');
  await page.goto('/en/wsgi/');
  await quiz.scrollIntoViewIfNeeded();
  await defined(page, 'chapter-quiz');
  const exercise = page.locator('#exercise-hello python-exercise');
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.locator('.x-run .btn.solid')).toBeAttached({ timeout: 30_000 });
  const field = exercise.getByRole('textbox', { name: 'Your program' });
  await field.click();
  await expect(exercise.locator('.cm-content')).toBeVisible({ timeout: 30_000 });
  // All at once in the editor, as far as it keeps a program.
  const program = payloads.filter((text) => text.length < 200).join('\n').slice(0, 19_000);
  await exercise.locator('.cm-content').evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    clipboardData.setData('text/html', `<img src=x onerror=alive()>${text}`);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, program);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('request-path:progress') ?? '')).toContain('alive()');
  const keys = wsgi?.quiz?.data.questions.map(({ id, rev }) => [`wsgi/${id}`, rev] as const) ?? [];
  expect(keys.length).toBeGreaterThan(5);
  await page.evaluate(
    async ([texts, keys]) => {
      const at = '2026-01-01T00:00:00Z';
      for (const text of texts.map((one) => one.slice(0, 300))) {
        const answer = (rev: number): object => ({ rev, first: [text], firstRight: false, right: false, tries: 2, last: [text, text], shown: true, at });
        const answers = Object.fromEntries(keys.map(([key, rev]) => [key, answer(rev)]));
        localStorage.setItem('request-path:progress', JSON.stringify({ version: 4, answers, chapters: { wsgi: { place: { section: 'call', at } } }, exercises: { 'wsgi/hello': { text, tries: 3, hints: 1, shown: true, at } }, exams: {}, reviews: {} }));
        dispatchEvent(new StorageEvent('storage', { key: 'request-path:progress' }));
      }
    },
    [payloads, keys] as const,
  );
  await watched.check();
  // Kept programs are put into their fields when the page is opened.
  await page.reload();
  await quiz.scrollIntoViewIfNeeded();
  await defined(page, 'chapter-quiz');
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.locator('.x-run .btn.solid')).toBeAttached({ timeout: 30_000 });
  await watched.check();
});

/** Texts in a state, by their places. */
function textPlaces(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [at];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => textPlaces(inner, [...at, key])) : [];
}

for (const { name, state } of explorers) {
  test(`links to the explorer ${name}, and its fields`, async ({ page }) => {
    const places = textPlaces(state);
    /** The state with a text at one of its places, each place in turn. How a state is written, and texts that are none, are the same for all. */
    const links = await Promise.all(
      payloads.flatMap((text, i) => {
        const changed = structuredClone(state) as Record<string, unknown>;
        const place = places[i % Math.max(1, places.length)] ?? Object.keys(changed).slice(0, 1);
        const inner = place.slice(0, -1).reduce<Record<string, unknown>>((one, key) => one[key] as Record<string, unknown>, changed);
        inner[place.at(-1) ?? ''] = text.slice(0, 2_000);
        return [encodeState(changed), ...(name === 'url-anatomy' ? [encodeState(text), text.slice(0, 2_000)] : [])];
      }),
    );
    const watched = await watchPage(page);
    await page.goto(`/en/explore/${name}/`);
    await defined(page, name);
    await page.evaluate(
      async ([links, texts]) => {
        for (const link of links) {
          location.hash = `state=${link}`;
          await new Promise((resolve) => setTimeout(resolve));
        }
        // The fields themselves, as somebody types.
        const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-explorer] form:not([data-prediction]) :is(input:not([type]), input[type="text"], input[type="url"], textarea)')];
        for (const [i, text] of texts.entries()) {
          const field = fields[i % Math.max(1, fields.length)];
          if (!field) break;
          field.value = text.slice(0, 4_000);
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.form?.requestSubmit();
          if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
        }
        location.hash = 'state=broken';
      },
      [links, payloads] as const,
    );
    await expect(page.locator('[data-broken-link]')).toBeVisible();
    await expect(page.locator('[data-broken-link]')).not.toBeEmpty();
    await watched.check();
  });
}
