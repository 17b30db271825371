import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readGuide, type Guide } from '../src/content/read-guide.ts';

/** The project's folder and the built site. */
export const root = fileURLToPath(new URL('..', import.meta.url));
export const dist = join(root, 'dist');

/** Addresses of all pages of the built site, the 404 page included; a new page is here without a new line of test. */
export function pages(): readonly string[] {
  return htmlFiles(dist).map((file) => `/${relative(dist, file).replace(/index\.html$/, '')}`);
}

/** Pages that a reader lands on: not the redirects, which have no content of their own. */
export function readingPages(): readonly string[] {
  return pages().filter((page) => !/<meta http-equiv="refresh"/i.test(readPage(page)));
}

/** HTML of a page as it was built. */
export function readPage(page: string): string {
  const path = join(dist, page.endsWith('/') ? `${page}index.html` : page);
  return readFileSync(path, 'utf8');
}

/** The content that the site was built from. */
export function guide(): Guide {
  return readGuide(root, 'en');
}

function htmlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !name.startsWith('pagefind/'))
    .sort()
    .map((name) => join(folder, name));
}
