const sheets = new Map<string, Promise<void>>();

/**
 * Links a stylesheet that only a script needs, once a page: a static import would have every page wait for it. Ends when it
 * has come or failed; without it things are plain, but work, and the page says that a part is missing.
 * @param href address as `?url` gives it
 */
export function loadSheet(href: string): Promise<void> {
  const known = sheets.get(href);
  if (known) return known;
  const loaded = new Promise<void>((resolve) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
  sheets.set(href, loaded);
  return loaded;
}
