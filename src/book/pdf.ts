import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { parse } from 'node-html-parser';
import { findBrowser } from '../browser/find-browser.ts';
import { withoutBase } from '../lib/paths.ts';
import { plainSpaces, unbrokenTitles } from './pdf-titles.ts';

/** What is to be printed, and from where. */
export interface PdfOptions {
  /** Folder of the built site. */
  readonly site: string;
  /** Base path that it was built for. */
  readonly base: string;
  /** Address of the page with scheme and host, as it will be published: links that leave the book lead there. */
  readonly address: string;
  /** Slugs of the chapters to take; all when left out. */
  readonly only?: readonly string[];
}

/**
 * Prints the page of the whole guide: A4, tagged, with bookmarks. The browser reads the site's files only, without
 * network and scripts.
 */
export async function makePdf({ site, base, address, only }: PdfOptions): Promise<Uint8Array> {
  const found = await findBrowser();
  const env = { ...process.env, ...found.env } as Record<string, string>;
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args], env });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
    const page = await context.newPage();
    await page.route('**', async (route) => {
      const url = new URL(route.request().url());
      const path = decodeURIComponent(withoutBase(url.pathname, base));
      const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
      if (url.origin !== new URL(address).origin || !existsSync(file)) return route.abort();
      if (url.href === address) {
        const html = await readFile(file, 'utf8');
        return route.fulfill({ contentType: 'text/html', body: unbrokenTitles(only ? withChapters(html, only) : html) });
      }
      return route.fulfill({ path: file });
    });
    await page.goto(address, { waitUntil: 'load' });
    return plainSpaces(await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true, printBackground: true }));
  } finally {
    await browser.close();
  }
}

/** The page without its other chapters. */
function withChapters(html: string, only: readonly string[]): string {
  const page = parse(html, { comment: true, blockTextElements: { script: true, style: true } });
  for (const chapter of page.querySelectorAll('[data-book-part="chapter"]')) if (!only.includes(chapter.id)) chapter.remove();
  return page.toString();
}
