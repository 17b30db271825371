import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { servedFiles } from '../../src/hosting/site-list.ts';
import { dist, pages, readPage } from '../site.ts';

/** Attributes by which a browser fetches something without being asked to, or sends what was typed. */
const fetched = 'script[src], img[src], img[srcset], source[src], source[srcset], video[src], audio[src], iframe[src], embed[src], object[data], track[src], form[action], button[formaction], link[href], use[href], image[href]';
/** Links of the head that name a page and fetch nothing. */
const named = /^(?:canonical|alternate|author|license|next|prev)$/;
const elsewhere = /^(?:[a-z]+:)?\/\//i;

test('no page fetches from another host, prepares to, or sends what was typed there', () => {
  const faults = pages().flatMap((path) =>
    parse(readPage(path))
      .querySelectorAll(fetched)
      .filter((element) => !(element.rawTagName === 'link' && named.test(element.getAttribute('rel') ?? '')))
      .filter((element) => ['src', 'srcset', 'data', 'action', 'formaction', 'href'].some((name) => (element.getAttribute(name) ?? '').split(/,\s+/).some((address) => elsewhere.test(address))))
      .map((element) => `${path}: ${element.toString().slice(0, 120)}`),
  );
  expect(faults).toEqual([]);
});

test('no style fetches from another host, and no script of ours knows of cookies or beacons', () => {
  const faults = servedFiles(dist).flatMap((path) => {
    const text = /\.(?:css|js|mjs|html)$/.test(path) && !path.startsWith('/python/') ? readFileSync(join(dist, path), 'utf8') : '';
    const styles = path.endsWith('.css') ? [...text.matchAll(/(?:@import\s*|url\(\s*)["']?((?:https?:)?\/\/[^"')\s]+)/gi)].map(([, address = '']) => address) : [];
    const scripts = /\.m?js$/.test(path) ? (text.match(/document\.cookie|cookieStore|sendBeacon/g) ?? []) : [];
    return [...styles, ...scripts].map((what) => `${path}: ${what}`);
  });
  expect(faults).toEqual([]);
});

test('the page about privacy is linked from every page that has a footer', () => {
  const lacking = pages().filter((path) => readPage(path).includes('<footer') && !/href="[^"]*\/privacy\/"/.test(readPage(path)));
  expect(lacking).toEqual([]);
});
