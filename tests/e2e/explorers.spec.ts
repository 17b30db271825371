import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { explorers } from '../../src/explorers/explorers.ts';
import { withImports, withLaterImports, type ReadFile } from '../../src/measure/page-files.ts';
import { openQuietly } from './open.ts';
import { dist, guide, pages, readingPages, readPage } from '../site.ts';

const readScript: ReadFile = (path) => readFileSync(join(dist, path), 'utf8');
const entriesOf = (page: string): readonly string[] => [...readPage(page).matchAll(/<script type="module" src="[^"]*\/(_astro\/[^"]+\.js)"/g)].map(([, file = '']) => file);
/** What every page loads at once. */
const common = withImports(entriesOf('/en/about/'), readScript);
const ownScripts = (page: string, imports = withImports): readonly string[] =>
  imports(entriesOf(page).filter((file) => !common.includes(file)), readScript).filter((file) => !common.includes(file));

test('every explorer has its page, and every page its explorer', () => {
  const built = pages().filter((page) => /^\/en\/explore\/[^/]+\/$/.test(page));
  expect([...built].sort()).toEqual(explorers.map(({ name }) => `/en/explore/${name}/`).sort());
  expect(built.length).toBeGreaterThan(3);
});

for (const { name, chapter, alsoIn = [] } of explorers) {
  test(`${name}: all that it ever loads as scripts takes at most 20 kB on the way, and no other page loads it`, () => {
    const own = ownScripts(`/en/explore/${name}/`);
    const all = ownScripts(`/en/explore/${name}/`, withLaterImports);
    // The models of this one come after the guess, and count.
    if (name === 'request-views') expect(all.length).toBeGreaterThan(own.length);
    const size = (files: readonly string[], compress: (text: Buffer) => Buffer): number => files.reduce((sum, file) => sum + compress(readFileSync(join(dist, file))).length, 0);
    const bytes = size(all, brotliCompressSync);
    console.log(`${name}: ${bytes} bytes of brotli (${size(own, brotliCompressSync)} at once), ${size(all, gzipSync)} of gzip, in ${all.length} files`);
    expect(bytes).toBeGreaterThan(500);
    expect(bytes).toBeLessThanOrEqual(20_000);
    const entry = own.filter((file) => readPage(`/en/explore/${name}/`).includes(`/${file}"`));
    expect(entry.length).toBeGreaterThan(0);
    for (const page of readingPages().filter((other) => other !== `/en/explore/${name}/`)) {
      for (const file of entry) expect(readPage(page), page).not.toContain(`${file}"`);
    }
  });

  test(`${name}: its chapter embeds it, and it says how far to trust it`, () => {
    for (const embedding of [chapter, ...alsoIn]) expect(guide().chapters.find(({ slug }) => slug === embedding)?.body.components.some((component) => component.name === 'Explorer' && component.attributes['name'] === name)).toBe(true);
    const page = readPage(`/en/explore/${name}/`);
    for (const needed of ['data-prediction', 'data-locked', 'data-share', 'data-broken-link', 'id="leaves-out"']) expect(page).toContain(needed);
    // Ids of an explorer never meet those of the chapter that opens it.
    const view = /<div class="explorer wide"[\s\S]*?<section class="sec prose" aria-labelledby="trust"/.exec(page)?.[0] ?? '';
    const ids = [...view.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids.filter((id) => !id.startsWith(`${name}-`))).toEqual([]);
  });
}

test('no explorer gives its answer away before its script has come; when it never comes, all is there after a while', async ({ page }) => {
  await page.route(/\/NameResolution[^/]*\.js$/, (route) => route.abort());
  await page.goto('/en/explore/name-resolution/');
  for (const part of await page.locator('name-resolution :is([data-locked], [data-answer])').all()) {
    const isShownAfter = (ms: number): Promise<boolean> =>
      part.evaluate((element, time) => {
        for (const animation of element.getAnimations()) Object.assign(animation, { currentTime: time });
        return getComputedStyle(element).display !== 'none';
      }, ms);
    expect(await isShownAfter(10)).toBe(false);
    expect(await isShownAfter(4000)).toBe(true);
  }
  await expect(page.locator('name-resolution .result')).toBeVisible();
});

test('a page without an explorer asks for nothing of one', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const withExplorers = new Set(explorers.flatMap(({ chapter, alsoIn = [] }) => [chapter, ...alsoIn]).map((slug) => `/en/${slug}/`));
  const without = readingPages().filter((path) => /^\/en\/[^/]+\/$/.test(path) && !withExplorers.has(path));
  const own = new Set(explorers.flatMap(({ name }) => ownScripts(`/en/explore/${name}/`)).map((file) => `/${file}`));
  const shared = new Set(without.flatMap((path) => withImports(entriesOf(path), readScript)).map((file) => `/${file}`));
  for (const path of without.slice(0, 8)) await openQuietly(page, path);
  expect(asked.filter((path) => path.includes('/explore/') || (own.has(path) && !shared.has(path)))).toEqual([]);
});
