import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as expectNow, test, type Page } from '@playwright/test';
import { explorers } from '../../src/explorers/explorers.ts';
import { servedFiles } from '../../src/hosting/site-list.ts';
import { closedFeatures } from '../../src/server/permissions.ts';
import { checkedMarkup } from '../../src/widgets/shared/trusted.ts';
import { dist } from '../site.ts';
import { openInChapter } from './open.ts';

/** A busy machine may take its time. */
const expect = expectNow.configure({ timeout: 30_000 });

/** What the browser reported about a page: violations of its policy, warnings, errors. */
async function watch(page: Page): Promise<string[]> {
  const reports: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => reports.push(text));
  await page.addInitScript(() => {
    const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation;
    addEventListener('securitypolicyviolation', (event) => report(`${event.violatedDirective} at ${event.sourceFile}:${event.lineNumber}: ${event.blockedURI} ${event.sample}`));
  });
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && reports.push(message.text()));
  page.on('pageerror', (error) => reports.push(error.message));
  return reports;
}

/** Takes the policy away from the headers of pages and workers, as a host does that sends none: the page's own `meta` is left. */
async function withoutHeader(page: Page): Promise<void> {
  await page.route(/(?:\/|\.html|worker[^/]*\.js)(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': policy, 'permissions-policy': _, ...headers } = response.headers();
    expect(policy).toContain("default-src 'none'");
    // A page that has been left takes nothing more.
    await route.fulfill({ response, headers }).catch(() => undefined);
  });
}

/** Uses what makes markup, starts a script or draws. That a copy for offline can be saved is in offline.spec.ts. */
const uses: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the menu and the theme': async (page) => {
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto('/en/wsgi/');
    await page.waitForFunction(() => customElements.get('theme-switch'));
    await page.locator('button[aria-controls]:visible, summary:visible').first().click();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: /theme/i }).first().click();
  },
  'the search': async (page) => {
    await page.goto('/en/search/?q=upstream');
    await expect(page.locator('[data-result]').first()).toBeVisible({ timeout: 30_000 });
    await page.goto('/en/wsgi/');
    await page.waitForFunction(() => customElements.get('site-search'));
    await page.keyboard.press('/');
    await page.keyboard.type('environ');
    await expect(page.getByRole('dialog').locator('[data-result]').first()).toBeVisible({ timeout: 30_000 });
  },
  'a quiz': async (page) => {
    await page.goto('/en/wsgi/');
    await page.locator('chapter-quiz').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => customElements.get('chapter-quiz'));
    const question = page.locator('chapter-quiz [data-question]').filter({ has: page.locator('[data-controls] input[type="radio"]') }).first();
    await question.locator('[data-controls] label').first().click();
    await question.locator('[data-check]').click();
    await expect(question.locator('[data-says]')).not.toBeEmpty();
  },
  'a draw of the exam': async (page) => {
    await page.goto('/en/exam/?draw=7');
    await expect(page.getByRole('region', { name: 'Draw 7' })).toBeVisible();
    await expect(page.locator('final-exam [data-question]')).toHaveCount(40);
    await expect(page.locator('final-exam [role="alert"], final-exam [data-retry]:visible')).toHaveCount(0);
  },
  'a question that comes back': async (page) => {
    const at = '2026-01-01T00:00:00Z';
    const [question] = (JSON.parse(readFileSync(join(dist, 'en/exam/questions.json'), 'utf8')) as { questions: readonly { key: string; html: string }[] }).questions;
    const rev = Number(/data-rev="(\d+)"/.exec(question?.html ?? '')?.[1]);
    await page.addInitScript(([key, text]) => localStorage.setItem(key ?? '', text ?? ''), [
      'request-path:progress',
      JSON.stringify({ version: 4, answers: { [question?.key ?? '']: { rev, first: ['9'], firstRight: false, right: false, tries: 1, at } }, chapters: {}, exercises: {}, exams: {}, reviews: {} }),
    ]);
    await page.goto('/en/review/');
    await page.locator('review-today [data-start]').click();
    await expect(page.locator('review-today [data-question]')).toHaveCount(1);
  },
  'an explorer in a chapter': async (page) => {
    await page.goto(`/en/${explorers.find(({ name }) => name === 'worker-simulator')?.chapter ?? ''}/`);
    const simulator = await openInChapter(page, 'worker-simulator');
    await simulator.getByRole('button', { name: 'Go on without a guess' }).click();
    const first = await simulator.locator('[data-lanes]').innerHTML();
    await simulator.locator('[name="preset"]').selectOption({ index: 2 });
    await expect.poll(() => simulator.locator('[data-lanes]').innerHTML()).not.toBe(first);
    await expect(simulator.locator('svg.axis text').first()).toBeVisible();
  },
  'an exercise': async (page) => {
    test.slow();
    await page.goto('/en/wsgi/');
    const exercise = page.locator('#exercise-hello python-exercise');
    await exercise.scrollIntoViewIfNeeded();
    await exercise.locator('.x-run .btn.solid').click();
    await expect(exercise.locator('.x-run .btn.solid')).toHaveText('Run the tests', { timeout: 60_000 });
    await exercise.getByRole('textbox', { name: 'Your program' }).click();
    await expect(exercise.locator('.cm-content')).toBeVisible({ timeout: 30_000 });
    await page.keyboard.type('print(1)');
    await exercise.locator('.x-run .btn.solid').click();
    await expect(exercise.locator('.x-says').first()).not.toBeEmpty({ timeout: 60_000 });
  },
};

for (const [what, use] of Object.entries(uses).filter(([name]) => name !== 'an exercise')) {
  test(`${what}: nothing of it breaks the policy`, async ({ page }) => {
    const reports = await watch(page);
    await use(page);
    expect(reports).toEqual([]);
  });
}

// python-exercise.spec.ts fails on any report of an exercise under the headers.
for (const what of ['the search', 'a draw of the exam', 'an exercise']) {
  test(`${what}, where the host sends no headers and the page alone says its policy`, async ({ page }) => {
    const reports = await watch(page);
    await withoutHeader(page);
    await uses[what]?.(page);
    expect(reports).toEqual([]);
    await page.unrouteAll({ behavior: 'wait' });
    // The policy is there: what it forbids does not happen.
    expect(await page.evaluate(() => {
      try {
        document.createElement('p').innerHTML = '<b>x</b>';
        return 'became markup';
      } catch (error) {
        return (error as Error).name;
      }
    })).toBe('TypeError');
    expect(reports.join()).toContain('TrustedHTML');
  });
}

test('a text becomes neither markup nor script in any page, by whatever way', async ({ page }) => {
  await page.goto('/en/wsgi/');
  const ways = await page.evaluate(async () => {
    // What the test itself evaluates may do more than a page; what runs later may not.
    await new Promise((resolve) => setTimeout(resolve));
    const became: string[] = [];
    const attempt = (name: string, act: () => unknown): void => {
      try {
        act();
        became.push(name);
      } catch {
        // Refused, as it should be.
      }
    };
    const place = document.createElement('p');
    attempt('innerHTML', () => (place.innerHTML = '<b>x</b>'));
    attempt('outerHTML', () => (document.createElement('p').appendChild(place).outerHTML = '<b>x</b>'));
    attempt('insertAdjacentHTML', () => place.insertAdjacentHTML('beforeend', '<b>x</b>'));
    attempt('DOMParser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html'));
    attempt('a fragment', () => document.createRange().createContextualFragment('<b>x</b>'));
    attempt('srcdoc', () => (document.createElement('iframe').srcdoc = '<b>x</b>'));
    attempt('the text of a script', () => (document.createElement('script').text = '1'));
    attempt('the address of a script', () => (document.createElement('script').src = '/a.js'));
    attempt('a worker', () => new Worker('/sw.js'));
    attempt('eval', () => (0, eval)('1'));
    attempt('Function', () => new Function('1'));
    attempt('another policy', () => (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy('other', {}));
    return became;
  });
  expect(ways).toEqual([]);
});

test('every question of the exam passes what is checked before it becomes markup', () => {
  const { questions } = JSON.parse(readFileSync(join(dist, 'en/exam/questions.json'), 'utf8')) as { questions: readonly { html: string; answer: string }[] };
  expect(questions.length).toBeGreaterThan(100);
  for (const { html, answer } of questions) expect(checkedMarkup(html) + checkedMarkup(answer)).toBe(html + answer);
});

test('every feature that this Chromium names is closed to the pages, but for copying and client hints', async ({ page, browser }) => {
  await page.goto('/en/');
  const { all, allowed } = await page.evaluate(() => {
    const policy = (document as unknown as { featurePolicy: { features(): string[]; allowedFeatures(): string[] } }).featurePolicy;
    return { all: policy.features(), allowed: policy.allowedFeatures() };
  });
  expect(all.length).toBeGreaterThan(40);
  const known = allowed.filter((name) => (closedFeatures as readonly string[]).includes(name));
  expect(known, 'closed, and yet allowed').toEqual([]);
  // A newer browser names features that were not there when the list was written.
  const isOfList = Number.parseInt(browser.version(), 10) <= 153;
  if (isOfList) expect(allowed.filter((name) => !name.startsWith('ch-')), 'to be added to src/server/permissions.ts').toEqual(['clipboard-write']);
});

test('no script of ours makes markup or starts a script but by way of shared/trusted.ts', () => {
  const scripts = servedFiles(dist).filter((path) => /^\/_astro\/.*\.js$/.test(path));
  const holding = (sink: RegExp): readonly string[] => scripts.filter((path) => sink.test(readFileSync(join(dist, path), 'utf8')));
  expect(holding(/innerHTML|createPolicy/)).toEqual([expect.stringMatching(/^\/_astro\/trusted\./)]);
  expect(holding(/outerHTML|insertAdjacentHTML|DOMParser|createContextualFragment|document\.write|srcdoc=|\beval\(|new Function/)).toEqual([]);
});
