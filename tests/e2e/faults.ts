import { expect as impatient, type Locator, type Page, type Route } from '@playwright/test';

/** What fails is seen at once; what works may take its time on a busy machine. */
export const expect = impatient.configure({ timeout: 30_000 });

/** The sentence of MissingPart.astro. */
const missingPart = 'A part of this page could not be loaded';

/** Pages of each kind, with what is defined on them when their scripts have run. */
export const kindsOfPages = [
  { path: '/en/wsgi/', element: 'python-exercise' },
  { path: '/en/the-whole-trip/', element: 'explorer-embed' },
  { path: '/en/explore/request-path/', element: 'request-path' },
  { path: '/en/explore/request-views/', element: 'request-views' },
  { path: '/en/exam/', element: 'final-exam' },
  { path: '/en/search/?q=upstream', element: 'search-page' },
  { path: '/en/review/', element: 'review-today' },
  { path: '/en/offline/', element: 'offline-copy' },
  { path: '/en/', element: 'site-search' },
] as const;

/** Characters of what `<main>` shows. */
export const lengthOf = (page: Page): Promise<number> => page.locator('main').evaluate((main) => (main as HTMLElement).innerText.length);

/** The page can be read, and says of nothing that it is still on its way. */
export async function expectReadable(page: Page, length: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What is far down counts as soon as it is laid out.
  await expect.poll(() => lengthOf(page)).toBeGreaterThan(length * 0.6);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByText(/^(?:Loading|Fetching|Opening|Searching|Saving)\b.*…$/).filter({ visible: true })).toHaveCount(0);
}

/** Every element of the page that a script makes alive is so; the quiz's comes when one goes near it. */
export async function allAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll(':not(:defined, chapter-quiz)').length === 0);
}

/** Goes to the quiz of a chapter, whose script comes then. */
export async function toQuiz(page: Page): Promise<void> {
  await page.locator('chapter-quiz').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('chapter-quiz'));
}

/** What is said when a part of the page did not come. */
export const notice = (page: Page): Locator => page.getByRole('alert').filter({ hasText: missingPart });

/** Takes the way on that the notice offers, and waits for the page to be there anew. */
export async function reloadByNotice(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await notice(page).getByRole('link', { name: 'Reload the page' }).click();
  await loaded;
  await allAlive(page);
  await expect(notice(page)).toBeHidden();
}

/** A network that lets some requests through and not others, as it is told. */
export class Network {
  /** Which addresses do not answer. */
  isBroken: (url: string) => boolean = () => false;

  static async of(page: Page): Promise<Network> {
    const network = new Network();
    await page.route('**/*', (route: Route) => (network.isBroken(route.request().url()) ? route.abort() : route.fallback()));
    return network;
  }
}

/**
 * A copy for offline use that is saved in a moment: the list of files is cut to a chapter and what it is made of.
 * @param text offline.json
 */
export function shortList(text: string): string {
  const list = JSON.parse(text) as { readonly site: readonly (readonly [path: string, bytes: number])[] };
  const site = list.site.filter(([path]) => /^\/(?:404\.html|en\/(?:offline|wsgi)\/|_astro\/.*\.(?:js|css|woff2))$/.test(path));
  return JSON.stringify({ ...list, site });
}

/** The page's own list of files, cut short. */
export async function saveLittle(page: Page): Promise<void> {
  await page.route('**/offline.json', async (route) => {
    const response = await route.fetch({ maxRetries: 5 });
    await route.fulfill({ response, body: shortList(await response.text()) });
  });
}
