import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ContentError } from '../content/problem.ts';
import { defaultLocale } from '../i18n/locales.ts';
import { pagePath, withBase } from '../lib/paths.ts';
import { metaPolicy, policyFor } from '../server/policy.ts';
import { normalBase } from '../server/address.ts';
import { site as deployment } from '../site.ts';
import { headersFile } from './headers-file.ts';
import { movedPages } from './moved.ts';
import { forwardingPage, redirectsText, type Redirect } from './redirects.ts';

/** Writes into a built site what static hosts need: `_headers`, `_redirects`, `.nojekyll`, and a page for each that moved. */
export function writeHostFiles(site: string, root: string): void {
  const base = normalBase(deployment.base);
  const to = (path: string): string => withBase(path, base);
  const redirects: Redirect[] = [{ from: base, to: to(pagePath(defaultLocale, '')), status: 302 }];
  for (const { from, to: target } of movedPages(root)) {
    redirects.push({ from: to(from), to: to(target), status: 301 });
    const file = join(site, from, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) throw new ContentError([{ file: 'content/moved.yaml', message: `${from} is the address of a page; remove the entry that says it has moved` }]);
    writeFileSync(file, forwardingPage(to(target), deployment.name, metaPolicy(policyFor('/index.html'))));
  }
  writeFileSync(join(site, '_redirects'), redirectsText(redirects));
  writeFileSync(join(site, '_headers'), headersFile(site, base));
  // GitHub Pages would leave out folders such as _astro.
  writeFileSync(join(site, '.nojekyll'), '');
}
