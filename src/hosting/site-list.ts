import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { policyFor } from '../server/policy.ts';

/** Copies that are sent in place of another file, and files that configure a host. */
const notServed = /\.(?:br|gz)$|^\/(?:_headers|_redirects|\.nojekyll)$/;

/** Places of all files that a built site serves, such as `/en/wsgi/index.html`, sorted. */
export function servedFiles(site: string): readonly string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(site, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((path) => !notServed.test(path))
    .sort();
}

/** The Content-Security-Policies of a site. */
export interface Policies {
  /** Of every page: the hashes of the inline scripts and styles of all of them. */
  readonly pages: string;
  /** Of whatever is neither page nor named below. */
  readonly others: string;
  /** Of single files: drawings, workers. */
  readonly files: ReadonlyMap<string, string>;
}

/** One policy for all pages, which share their inline scripts, and those of the few files that have another one. */
export function policiesOf(site: string, paths = servedFiles(site)): Policies {
  const text = (path: string): string => readFileSync(join(site, path), 'utf8');
  const others = policyFor('/file.txt');
  const files = new Map<string, string>();
  for (const path of paths) {
    if (path.endsWith('.html')) continue;
    const policy = policyFor(path, path.endsWith('.svg') ? text(path) : '');
    if (policy !== others) files.set(path, policy);
  }
  const pages = paths.filter((path) => path.endsWith('.html'));
  // All pages of a large guide are more than a string can hold.
  const inline = new Set(pages.flatMap((path) => inlineElements(text(path))));
  return { pages: policyFor('/index.html', [...inline].join('\n')), others, files };
}

/** Scripts and styles that stand in a page, without its comments and without those that name a file. */
function inlineElements(html: string): readonly string[] {
  return html.replace(/<!--[\s\S]*?-->/g, '').match(/<(script|style)\b(?![^>]*\ssrc=)[^>]*>[\s\S]*?<\/\1\s*>/gi) ?? [];
}

/**
 * Folders, each with both slashes, in which every file has a name that never means other bytes, the topmost ones only,
 * and the single files of that kind elsewhere.
 */
export function hashedPlaces(paths: readonly string[], isHashed: (path: string) => boolean): { readonly folders: readonly string[]; readonly files: readonly string[] } {
  const hashed = paths.filter(isHashed);
  const whole = (folder: string): boolean => paths.every((path) => !path.startsWith(folder) || isHashed(path));
  const foldersOf = (path: string): string[] => path.split('/').slice(1, -1).map((_, i, parts) => `/${parts.slice(0, i + 1).join('/')}/`);
  const folders = new Set<string>();
  const files: string[] = [];
  for (const path of hashed) {
    const top = foldersOf(path).find((folder) => folders.has(folder) || whole(folder));
    if (top) folders.add(top);
    else files.push(path);
  }
  return { folders: [...folders], files };
}
