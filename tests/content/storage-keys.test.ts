import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { damagedKey } from '../../src/progress/store.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const keys = (text: string): readonly string[] => [...text.matchAll(/['"`](request-path:[a-z:-]+)/g)].map(([, key = '']) => key);

const sources = globSync('src/**/*.{ts,mjs,astro}', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
const used = new Set([...sources.flatMap((file) => keys(readFileSync(join(root, file), 'utf8'))), damagedKey]);

test('the page about the guide names everything that the site keeps in a browser, and nothing else', () => {
  const named = new Set(keys(readFileSync(join(root, 'content/pages/about.en.mdx'), 'utf8')));
  expect(used.size).toBeGreaterThan(4);
  expect([...named].sort()).toEqual([...used].sort());
});
