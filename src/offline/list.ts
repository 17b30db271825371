import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What `offline.json` of a built site holds: everything that a copy in a browser is made of. */
export interface OfflineList {
  /** Changes when any of the files does. */
  readonly version: string;
  /** Pages, drawings and search: path without the base path, and size in bytes. */
  readonly site: readonly OfflineFile[];
  /** The Python runtime of the exercises. */
  readonly python: readonly OfflineFile[];
}

export type OfflineFile = readonly [path: string, bytes: number];

/** Files for other machines than the reader's (search engines, social cards, feeds, hosts, text editions), and the guide on one page, which is there already. */
const notForReaders = /^\/(?:cards|files)\/|^\/[a-zA-Z-]+\/print\/|^\/(?:robots\.txt|llms[^/]*\.txt|sitemap[^/]*\.xml|offline\.json|sw\.js|_headers|_redirects|CNAME|\.nojekyll)$|\.(?:br|gz|md|xml)$/;

/** Lists the files of a built site, sorted, so that the same site gives the same list. */
export function offlineList(site: string): OfflineList {
  const hash = createHash('sha256');
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(site, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((path) => !notForReaders.test(path))
    .sort()
    .map((path): OfflineFile => {
      const bytes = readFileSync(join(site, path));
      hash.update(path).update('\0').update(createHash('sha256').update(bytes).digest());
      // A page is asked for by its folder.
      return [path.replace(/\/index\.html$/, '/'), bytes.length];
    });
  const isPython = ([path]: OfflineFile): boolean => path.startsWith('/python/');
  return { version: hash.digest('hex').slice(0, 12), site: files.filter((file) => !isPython(file)), python: files.filter(isPython) };
}
