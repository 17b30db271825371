import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { limits } from '../../src/hosting/headers-file.ts';
import { readRedirects } from '../../src/hosting/redirects.ts';
import { servedFiles } from '../../src/hosting/site-list.ts';
import { headersFor, isCompressible } from '../../src/server/headers.ts';
import { metaPolicy, policyFor } from '../../src/server/policy.ts';
import { dist, pages, readPage } from '../site.ts';

const base = process.env['BASE_PATH'] ?? '/';

/** The rules of `_headers`: place and fields. */
function rules(): readonly { readonly place: string; readonly fields: readonly (readonly [string, string])[] }[] {
  const found: { place: string; fields: [string, string][] }[] = [];
  for (const line of readFileSync(join(dist, '_headers'), 'utf8').trimEnd().split('\n')) {
    if (!line.startsWith(' ')) found.push({ place: line, fields: [] });
    else found.at(-1)?.fields.push([line.slice(2, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  }
  return found;
}

/** What a host sends for an address: the fields of every rule that fits, a field that comes twice joined by a comma. */
function fieldsFor(address: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const { place, fields: own } of rules()) {
    const fits = place.endsWith('*') ? address.startsWith(place.slice(0, -1)) : place === address;
    if (fits) for (const [name, value] of own) fields[name] = name in fields ? `${fields[name] ?? ''}, ${value}` : value;
  }
  return fields;
}

test('a host that reads _headers sends for each file what our own server sends', () => {
  const wrong: string[] = [];
  for (const path of servedFiles(dist)) {
    const isPage = path.endsWith('.html');
    const text = isPage || path.endsWith('.svg') ? readFileSync(join(dist, path), 'utf8') : '';
    const policy = policyFor(path, text);
    const ours = headersFor(path, policy);
    const sent = fieldsFor(base + path.slice(1).replace(/index\.html$/, ''));
    for (const name of ['X-Content-Type-Options', 'Referrer-Policy', 'Cross-Origin-Opener-Policy', 'Cross-Origin-Resource-Policy', 'Permissions-Policy']) {
      // What is no page may say what pages say: it means nothing there.
      if (name === 'Permissions-Policy' && !isPage) continue;
      if (sent[name] !== ours[name]) wrong.push(`${path}: ${name} is ${String(sent[name])}`);
    }
    const cache = sent['Cache-Control'];
    if (ours['Cache-Control'] === 'no-cache' ? cache !== undefined : cache !== ours['Cache-Control']) wrong.push(`${path}: Cache-Control is ${String(cache)}`);
    // A policy counts for pages, drawings and workers; the pages share theirs, so that it may allow no more than they hold.
    const [directives, allowed] = [sources(policy), sources(sent['Content-Security-Policy'] ?? '')];
    const matters = isPage || path.endsWith('.svg') || policy !== policyFor('/file.txt');
    if (matters && !isPage && sent['Content-Security-Policy'] !== policy) wrong.push(`${path}: policy ${String(sent['Content-Security-Policy'])}`);
    if (isPage && directives.some((source) => !allowed.includes(source))) wrong.push(`${path}: policy lacks a hash`);
    if (isPage && allowed.some((source) => !directives.includes(source) && !source.includes("'sha256-"))) wrong.push(`${path}: policy allows more`);
  }
  expect(wrong).toEqual([]);
});

function sources(policy: string): readonly string[] {
  return policy.split('; ').flatMap((directive) => directive.split(' ').slice(1).map((source) => `${directive.split(' ')[0] ?? ''} ${source}`));
}

test('_headers stays below what hosts read', () => {
  const all = rules();
  expect(all.length).toBeGreaterThan(5);
  expect(all.length).toBeLessThanOrEqual(limits.rules);
  for (const { place, fields } of all) for (const field of fields) expect(field.join(': ').length, place).toBeLessThan(limits.line);
});

for (const path of pages()) {
  test(`${path} brings its policy along, for hosts that send no headers`, () => {
    const html = readPage(path);
    const head = parse(html).querySelectorAll('head > *');
    const said = head.findIndex((element) => element.getAttribute('http-equiv') === 'content-security-policy');
    expect(head[said]?.getAttribute('content')).toBe(metaPolicy(policyFor('/page.html', html)));
    if (said === 1 && !html.includes('http-equiv="refresh"')) expect(html).toContain('<meta name="referrer" content="same-origin">');
    // What comes before it is not under it.
    expect(head.slice(0, said).map(({ rawTagName }) => rawTagName)).toEqual(['meta']);
  });
}

test('the root leads to the default edition, and Jekyll is told to keep away', async ({ request }) => {
  expect(readRedirects(readFileSync(join(dist, '_redirects'), 'utf8'))).toContainEqual({ from: base, to: `${base}en/`, status: 302 });
  const answer = await request.get(base, { maxRedirects: 0 });
  expect([answer.status(), answer.headers()['location']]).toEqual([302, `${base}en/`]);
  expect(existsSync(join(dist, '.nojekyll'))).toBe(true);
});

test('every text has copies by brotli and gzip that hold the same, where they are smaller', () => {
  const faults: string[] = [];
  let copies = 0;
  for (const path of servedFiles(dist).filter(isCompressible)) {
    const bytes = readFileSync(join(dist, path));
    for (const [extension, unpack] of [['br', brotliDecompressSync], ['gz', gunzipSync]] as const) {
      const copy = join(dist, `${path}.${extension}`);
      if (!existsSync(copy)) {
        if (bytes.length > 300 && !path.endsWith('.ico')) faults.push(`${path} has no .${extension}`);
        continue;
      }
      copies += 1;
      const packed = readFileSync(copy);
      if (!unpack(packed).equals(bytes)) faults.push(`${path}.${extension} holds something else`);
    }
  }
  expect(copies).toBeGreaterThan(100);
  expect(faults).toEqual([]);
});
