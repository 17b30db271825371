import { expect, test } from '@playwright/test';
import { findFirefox, noFirefox } from '../../src/browser/find-firefox.ts';
import { serve, type Running } from '../../src/server/serve.ts';
import { templates } from '../a11y/templates.ts';
import { dist, guide, readingPages } from '../site.ts';
import { Firefox, keys } from './firefox.ts';

/** What readers come to do, once more in Firefox; tests/e2e asks the details in Chromium. */
const found = await findFirefox();
const chapter = '/en/names-to-addresses/';
const wsgi = guide().chapters.find(({ slug }) => slug === 'wsgi');
const exercise = wsgi?.exercises.find(({ id }) => id === 'hello');

/** Runs in the page: the text of an element, or nothing. */
const textOf = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? '';
const isDefined = (tag: string): boolean => customElements.get(tag) !== undefined;

test.describe(`in Firefox ${found?.version ?? ''}`, () => {
  test.skip(found === undefined, noFirefox);
  test.describe.configure({ mode: 'serial', timeout: 240_000 });
  let firefox: Firefox;
  let site: Running;
  const open = (path: string): Promise<void> => firefox.goto(`http://127.0.0.1:${site.port}${path}`);

  test.beforeAll(async () => {
    site = await serve({ folder: dist, port: 0, host: '127.0.0.1', base: process.env['BASE_PATH'] ?? '/' });
    firefox = await Firefox.start(found?.executablePath ?? '');
  });
  test.afterAll(async () => {
    await firefox?.stop();
    await site?.stop();
  });
  test.afterEach(async () => {
    expect(await firefox.allFaults(), 'errors, warnings, failed requests, reports of the policy').toEqual([]);
  });

  for (const [name, path] of Object.entries(templates)) {
    test(`${name} is whole, and fits a phone`, async () => {
      await open(path);
      expect(await firefox.run(() => document.querySelectorAll('h1').length)).toBe(1);
      await firefox.resize(360, 740);
      expect(await firefox.run(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await firefox.resize(1280, 900);
    });
  }

  test('a chapter is read: a term is explained beside it, and the contents follow', async () => {
    await open(chapter);
    await firefox.until(isDefined, 'glossary-cards');
    await firefox.type(keys.tab);
    await firefox.run(() => document.querySelector<HTMLElement>('main a.term')?.focus());
    const card = await firefox.until(() => {
      const box = document.querySelector('.gloss-card')?.getBoundingClientRect();
      return box && { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
    });
    const { left, right, top, bottom } = card ?? { left: -1, right: 9999, top: -1, bottom: 9999 };
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(1280);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(900);
    await firefox.type(keys.escape);
    await firefox.until(() => !document.querySelector('.gloss-card'));
    await firefox.run(() => document.querySelector('#hosts')?.scrollIntoView());
    await firefox.until(() => document.querySelector('[aria-current="location"]')?.getAttribute('href') === '#hosts');
  });

  test('the contents open on a phone, and Escape closes them', async () => {
    await firefox.resize(360, 740);
    await open(chapter);
    await firefox.click('.book-b');
    await firefox.until(() => document.querySelector('#side')?.matches(':popover-open'));
    await firefox.type(keys.escape);
    await firefox.until(() => !document.querySelector('#side')?.matches(':popover-open'));
    await firefox.resize(1280, 900);
  });

  test('the theme is chosen, and outlives the page', async () => {
    await open(chapter);
    await firefox.until(isDefined, 'theme-switch');
    const paper = (): string => getComputedStyle(document.body).backgroundColor;
    const before = await firefox.run(paper);
    for (let n = 0; n < 2 && (await firefox.run(paper)) === before; n++) await firefox.click('theme-switch button');
    const after = await firefox.run(paper);
    expect(after).not.toBe(before);
    await firefox.reload();
    expect(await firefox.run(paper)).toBe(after);
    await firefox.run(() => localStorage.clear());
  });

  test('the search is opened by a key, and Enter opens the best result', async () => {
    await open('/en/');
    await firefox.until(isDefined, 'site-search');
    await firefox.type('/');
    await firefox.until(() => document.querySelector('dialog.search')?.matches('[open]'));
    await firefox.type('start_response');
    await firefox.until(() => document.querySelector('dialog.search .s-list a'));
    await firefox.type(keys.enter);
    await firefox.until(() => location.pathname.endsWith('/glossary/') && location.hash === '#start-response');
  });

  test('a question is answered wrong, then right', async () => {
    await open(chapter);
    await firefox.run(() => document.querySelector('chapter-quiz')?.scrollIntoView());
    await firefox.until(() => document.querySelector('[data-question] [data-check]:not([hidden])'));
    const question = '[data-question]:has([data-controls] input[type="radio"])';
    const { wrong, right } = (await firefox.run((selector) => {
      const key = JSON.parse(document.querySelector(selector)?.getAttribute('data-key') ?? '{}') as { right: string[] };
      const values = [...document.querySelectorAll<HTMLInputElement>(`${selector} [data-controls] input`)].map(({ value }) => value);
      return { right: key.right[0] ?? '', wrong: values.find((value) => !key.right.includes(value)) ?? '' };
    }, question)) as { wrong: string; right: string };
    for (const [value, mark] of [[wrong, '.wrong'], [right, '.right']] as const) {
      await firefox.click(`${question} [data-controls] input[value="${value}"]`);
      await firefox.click(`${question} [data-check]`);
      await firefox.until((selector) => document.querySelector(selector), `${question} ${mark}`);
    }
    expect(await firefox.run(() => Object.keys(JSON.parse(localStorage.getItem('request-path:progress') ?? '{}').answers ?? {}).length)).toBe(1);
  });

  test('an explorer begins with a guess and answers what is typed', async () => {
    await open(templates.explorer);
    await firefox.until(isDefined, 'url-anatomy');
    await firefox.click('[data-skip]');
    const field = 'url-anatomy input.in-t, url-anatomy textarea.in-t';
    await firefox.click(field);
    await firefox.run((selector) => document.querySelector<HTMLInputElement>(selector)?.select(), field);
    await firefox.type('http://127.1/');
    await firefox.until(() => document.querySelector('url-anatomy')?.textContent?.includes('it becomes an IPv4 address'));
  });

  test('an exercise runs: Python is loaded, the worked solution passes', async () => {
    await open('/en/wsgi/');
    const widget = `#exercise-${exercise?.id} python-exercise`;
    await firefox.run((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }), widget);
    await firefox.click(`${widget} .x-run .btn.solid`);
    await firefox.until((selector) => document.querySelector(selector)?.textContent === 'Run the tests', `${widget} .x-run .btn.solid`);
    await firefox.run((selector, source) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector);
      if (!field) return;
      field.value = source;
      field.setSelectionRange(source.length, source.length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    }, `${widget} .edit textarea`, exercise?.solution ?? '');
    // The field has become an editor, in a shadow tree, with text and caret; Escape, then Tab, leaves it.
    const editor = (selector: string): string => document.querySelector(`${selector} .edit-host`)?.shadowRoot?.querySelector('.cm-content:focus')?.textContent ?? '';
    await firefox.until(editor, widget);
    await firefox.type('# typed');
    await firefox.until((selector) => document.querySelector(`${selector} .edit-host`)?.shadowRoot?.querySelector('.cm-content')?.textContent?.endsWith('# typed'), widget);
    await firefox.type(keys.escape, keys.tab);
    expect(await firefox.run(editor, widget)).toBe('');
    await firefox.click(`${widget} .x-run .btn.solid`);
    await firefox.until((selector) => document.querySelector(selector)?.textContent?.includes('requests pass. Solved.'), `${widget} .x-says`);
  });

  test('the guide is saved, and read when the server is gone', async () => {
    await open(templates.offline);
    await firefox.until(isDefined, 'offline-copy');
    await firefox.click('offline-copy button:not([hidden])');
    await firefox.until(() => document.body.innerText.includes('It can be read without a network.'));
    await site.stop();
    await open('/en/wsgi/');
    expect(await firefox.run(textOf, 'h1')).toContain('How does a server call Python?');
  });

  test('every page was there', () => {
    expect(readingPages()).toEqual(expect.arrayContaining(Object.values(templates)));
  });
});
