import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { decodeState } from '../../src/explorers/state-text.ts';
import { dist, pages, readPage } from '../site.ts';

const base = (process.env['BASE_PATH'] ?? '/').replace(/\/$/, '');

/** Ids of a page, read once. */
const idsOf = new Map<string, ReadonlySet<string>>();
function ids(page: string): ReadonlySet<string> {
  const known = idsOf.get(page);
  if (known) return known;
  const list = parse(readPage(page)).querySelectorAll('[id]').map((element) => element.getAttribute('id') ?? '');
  const found = new Set(list);
  idsOf.set(page, found);
  return found;
}

for (const page of pages()) {
  test(`every link and id of ${page} lives`, async () => {
    const document = parse(readPage(page));
    const own = document.querySelectorAll('[id]').map((element) => element.getAttribute('id') ?? '');
    expect(own.filter((id, i) => own.indexOf(id) !== i), 'ids used twice').toEqual([]);

    const dead: string[] = [];
    for (const element of document.querySelectorAll('a[href], link[href], script[src], img[src], use[href]')) {
      const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      const url = new URL(address, `https://request-path.example${base}${page}`);
      if (url.host !== 'request-path.example' || !url.protocol.startsWith('http')) continue;
      const path = decodeURIComponent(url.pathname);
      if (!path.startsWith(`${base}/`)) {
        dead.push(`${address} leaves the base path`);
        continue;
      }
      const file = path.slice(base.length);
      const target = file.endsWith('/') ? `${file}index.html` : file;
      if (!existsSync(join(dist, target))) dead.push(address);
      else if (url.hash.startsWith('#state=') && file.includes('/explore/')) await decodeState(url.hash.slice('#state='.length));
      else if (url.hash && target.endsWith('.html') && !ids(file).has(decodeURIComponent(url.hash.slice(1)))) {
        dead.push(`${address} (no such id)`);
      }
    }
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'popovertarget']) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        for (const id of (element.getAttribute(attribute) ?? '').split(/\s+/)) {
          if (!own.includes(id)) dead.push(`${attribute}="${id}" names nothing`);
        }
      }
    }
    expect(dead).toEqual([]);
  });
}
