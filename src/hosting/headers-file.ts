import { always, cacheControl, contentType, forOthers, ownHeaders, pageHeaders } from '../server/headers.ts';
import { hashedPlaces, policiesOf, servedFiles } from './site-list.ts';

/** What these hosts allow: more rules, or longer lines, are passed over without a word. */
export const limits = { rules: 100, line: 2000 } as const;

/**
 * The text of `_headers`, as Cloudflare Pages and Netlify read it. A field that two rules give to one address is joined
 * by a comma there, so each address gets each field from one rule only; what no rule says is the host's default, which
 * for caching means the same as ours: asked for again each time.
 * @param site folder of the built site
 * @param base base path with both slashes
 */
export function headersFile(site: string, base: string): string {
  const paths = servedFiles(site);
  const { pages, files } = policiesOf(site, paths);
  const policy = (value: string): readonly [string, string] => ['Content-Security-Policy', value];
  const forGood = hashedPlaces(paths, isHashed);

  const rules = new Map<string, (readonly [string, string])[]>();
  const add = (place: string, ...fields: (readonly [string, string])[]): void => void rules.set(place, [...(rules.get(place) ?? []), ...fields]);
  // The page for an address that does not exist brings its policy along; a page cannot say itself that nobody may frame it.
  add('/*', ...Object.entries(always), ['X-Frame-Options', 'DENY']);
  for (const place of pagePlaces(paths)) add(place, policy(pages), ...Object.entries(pageHeaders));
  for (const place of ownPlaces(paths)) add(place, ...Object.entries(ownHeaders));
  for (const [path, value] of files) add(path, policy(value));
  for (const path of forGood.folders) add(`${path}*`, ['Cache-Control', cacheControl(forGoodExample)]);
  for (const path of forGood.files) add(path, ['Cache-Control', cacheControl(path)]);
  for (const path of paths.filter((name) => name.endsWith('.md'))) add(path, ['Content-Type', contentType(path)]);

  return [...rules].map(([place, fields]) => [base + place.slice(1), ...fields.map(([name, value]) => `  ${name}: ${value}`)].join('\n') + '\n').join('');
}

/** Any file whose name has a hash. */
const forGoodExample = '/_astro/file.00000000.js';

const isHashed = (path: string): boolean => cacheControl(path) === cacheControl(forGoodExample);

/** What other sites need not show: folders below the root, and files of the root by each of their addresses. */
function ownPlaces(paths: readonly string[]): readonly string[] {
  const own = paths.filter((path) => !forOthers.test(path));
  const folders = own.flatMap((path) => /^\/[^/]+\//.exec(path) ?? []).map((folder) => `${folder}*`);
  return [...new Set([...folders, ...pagePlaces(paths), ...own.filter((path) => path.lastIndexOf('/') === 0)])];
}

/** Where pages are: the folders below the root that hold one, and the single pages of the root by each of their addresses. */
function pagePlaces(paths: readonly string[]): readonly string[] {
  const pages = paths.filter((path) => path.endsWith('.html'));
  const places = pages.flatMap((path) => {
    const [, folder = ''] = path.split('/');
    if (folder !== path.slice(1)) return [`/${folder}/*`];
    return path === '/index.html' ? ['/', path] : [path.replace(/\.html$/, ''), path];
  });
  return [...new Set(places)];
}
