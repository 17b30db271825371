import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { cachePrefix } from '../../src/offline/names.ts';
import { damagedKey } from '../../src/progress/store.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const keys = (text: string): readonly string[] => [...text.matchAll(/['"`](request-path:[a-z:-]+)/g)].map(([, key = '']) => key);

const sources = globSync('src/**/*.{ts,mjs,astro}', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
const used = new Set([...sources.flatMap((file) => keys(readFileSync(join(root, file), 'utf8'))), damagedKey]);

test('the page about privacy names everything that the site keeps in a browser, and nothing else', () => {
  const page = readFileSync(join(root, 'content/pages/privacy.en.mdx'), 'utf8');
  const named = new Set(keys(page));
  expect(page).toContain(`\`${cachePrefix}\``);
  expect(used.size).toBeGreaterThan(4);
  expect([...named].sort()).toEqual([...used].sort());
});
