import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutBase } from '../lib/paths.ts';
import type { MovedPage } from './moved.ts';
import { servedFiles } from './site-list.ts';

/** Where the addresses of the last release stand, below the project's folder. */
export const releasedFile = 'content/released.txt';

/** Pages whose parts nobody keeps: they repeat what stands elsewhere, or are drawn anew. */
const withoutParts = /^\/[a-z]{2}\/(?:print|exam)\/$/;

/** Where the link leads that skips what all pages have. */
const skipTarget = 'main';

/** Files that other programs ask for by name. */
const feeds = /\.xml$|^\/llms[^/]*\.txt$|^\/robots\.txt$/;

/**
 * Addresses of a built site that others may have kept, without the base path, sorted: of pages, of feeds, and of the
 * parts of pages that have a heading or that a link of the site names, such as `/en/wsgi/#environ`.
 */
export function addressesOf(site: string, base: string): readonly string[] {
  const files = servedFiles(site);
  const pages = new Map(files.filter((path) => path.endsWith('/index.html')).map((path) => [path.replace(/index\.html$/, ''), readFileSync(join(site, path), 'utf8')]));
  const linked = new Set([...pages].flatMap(([page, html]) => linkedParts(page, html, base)));
  const own = [...pages].filter(([, html]) => !forwards(html)).flatMap(([page, html]) => {
    if (withoutParts.test(page)) return [page];
    const ids = idsOf(html);
    const headings = new Set(found(html, /<h[23]\b[^>]*?\sid="([^"]+)"/g).filter((id) => !ids.has(id.replace(/-[a-z]$/, '')) || !/-[a-z]$/.test(id)));
    return [page, ...[...ids].filter((id) => headings.has(id) || linked.has(`${page}#${id}`)).filter((id) => id !== skipTarget).map((id) => `${page}#${id}`)];
  });
  return [...own, ...files.filter((path) => feeds.test(path))].sort();
}

/** The lines of {@link releasedFile}: addresses, and what begins with `# `. */
export function readReleased(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('/'));
}

/** The text of {@link releasedFile}. */
export function releasedText(addresses: readonly string[], version: string): string {
  return `# Addresses of release ${version}, which readers may have kept; written by npm run release:addresses. A test\n# fails when one of them leads nowhere any more, and says what to write in moved.yaml.\n${addresses.join('\n')}\n`;
}

/**
 * What became of the addresses of a release: a sentence for each that leads nowhere in the built site.
 * @param moved content/moved.yaml
 */
export function lostAddresses(released: readonly string[], site: string, moved: readonly MovedPage[]): readonly string[] {
  const pages = new Map<string, { readonly ids: ReadonlySet<string>; readonly isForward: boolean } | undefined>();
  const pageAt = (path: string): ReturnType<typeof pages.get> => {
    if (!pages.has(path)) pages.set(path, readPage(site, path));
    return pages.get(path);
  };
  const entryOf = (from: string): MovedPage | undefined => moved.find((entry) => entry.from === from);

  return released.flatMap((address) => {
    const [path = '', id] = address.split('#');
    if (!path.endsWith('/')) return existsSync(join(site, path)) ? [] : [`${address} was released and is gone: programs ask for it by this name, so let the build write it again.`];
    const page = pageAt(path);
    if (page && !page.isForward) {
      if (id === undefined || page.ids.has(id) || entryOf(address)) return [];
      return [`${address} was released, but nothing on that page has this id: give the heading its id back, or write where it is told now, in content/moved.yaml: - { from: "${address}", to: "${path}#…" }`];
    }
    const entry = entryOf(path);
    if (!entry) return [`${path} was released and leads nowhere: write where it is now, in content/moved.yaml: - { from: ${path}, to: /…/ }${id ? ` (for its part #${id}, too)` : ''}`];
    const [to = '', part] = entry.to.split('#');
    const target = pageAt(to);
    if (!target || target.isForward) return [`${path} is sent on to ${to}, where there is no page: correct \`to\` in content/moved.yaml.`];
    // A browser takes the part along, unless the redirect names one.
    const wanted = part ?? id;
    if (wanted && !target.ids.has(wanted)) return [`${address} is sent on to ${to}#${wanted}, but nothing there has this id: give a heading of it this id, or name a part in \`to\` in content/moved.yaml.`];
    return [];
  }).filter((sentence, i, all) => all.indexOf(sentence) === i);
}

function readPage(site: string, path: string): { readonly ids: ReadonlySet<string>; readonly isForward: boolean } | undefined {
  const file = join(site, path, 'index.html');
  if (!existsSync(file)) return undefined;
  const html = readFileSync(file, 'utf8');
  return { ids: idsOf(html), isForward: forwards(html) };
}

const found = (html: string, pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map(([, what = '']) => what);
const idsOf = (html: string): ReadonlySet<string> => new Set(found(html, /\sid="([^"]+)"/g));
const forwards = (html: string): boolean => html.includes('<meta http-equiv="refresh"');

/** Parts of pages that a page links, such as `/en/wsgi/#environ`. */
function linkedParts(page: string, html: string, base: string): readonly string[] {
  return found(html, /<a\b[^>]*?\shref="([^"]*#[^"]+)"/g).map((href) => (href.startsWith('#') ? page + href : withoutBase(href, base)));
}
