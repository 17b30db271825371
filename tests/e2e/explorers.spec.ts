import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { explorers } from '../../src/explorers/explorers.ts';
import { openQuietly } from './open.ts';
import { dist, guide, pages, readingPages, readPage } from '../site.ts';

/** Files of scripts that a page loads at once, with everything that they import at once. */
function scriptsOf(page: string): ReadonlySet<string> {
  const files = new Set([...readPage(page).matchAll(/<script type="module" src="[^"]*\/(_astro\/[^"]+\.js)"/g)].map(([, file = '']) => file));
  for (const file of files) {
    for (const [, name = ''] of readFileSync(join(dist, file), 'utf8').matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) files.add(`_astro/${name}`);
  }
  return files;
}

const common = scriptsOf('/en/about/');
const ownScripts = (page: string): readonly string[] => [...scriptsOf(page)].filter((file) => !common.has(file));

test('every explorer has its page, and every page its explorer', () => {
  const built = pages().filter((page) => /^\/en\/explore\/[^/]+\/$/.test(page));
  expect([...built].sort()).toEqual(explorers.map(({ name }) => `/en/explore/${name}/`).sort());
  expect(built.length).toBeGreaterThan(3);
});

for (const { name, chapter, alsoIn = [] } of explorers) {
  test(`${name}: its script takes at most 20 kB on the way, and no other page loads it`, () => {
    const own = ownScripts(`/en/explore/${name}/`);
    const bytes = own.reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(dist, file))).length, 0);
    console.log(`${name}: ${bytes} bytes of brotli in ${own.length} files`);
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

test('a page without an explorer asks for nothing of one', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const withExplorers = new Set(explorers.flatMap(({ chapter, alsoIn = [] }) => [chapter, ...alsoIn]).map((slug) => `/en/${slug}/`));
  const without = readingPages().filter((path) => /^\/en\/[^/]+\/$/.test(path) && !withExplorers.has(path));
  const own = new Set(explorers.flatMap(({ name }) => ownScripts(`/en/explore/${name}/`)).map((file) => `/${file}`));
  const shared = new Set(without.flatMap((path) => [...scriptsOf(path)]).map((file) => `/${file}`));
  for (const path of without.slice(0, 8)) await openQuietly(page, path);
  expect(asked.filter((path) => path.includes('/explore/') || (own.has(path) && !shared.has(path)))).toEqual([]);
});
