/** Reads a file of the built site by its path, such as `/_astro/a.js`. */
export type ReadFile = (path: string) => string;

/**
 * The files that a page asks for on a first visit, before the reader does anything: itself, its stylesheets and the fonts
 * that they bring, its scripts with all that these import at once.
 * @param page such as `/en/wsgi/`
 * @param base base path of the site, with both slashes
 */
export function firstFiles(page: string, base: string, read: ReadFile): readonly string[] {
  const html = read(`${page}index.html`);
  const inSite = (address: string): string => `/${address.slice(base.length)}`;
  const named = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, address = '']) => inSite(address));
  const sheets = named(/<link rel="stylesheet" href="([^"]+)"/g);
  const fonts = named(/<link rel="preload" href="([^"]+)" as="font"/g);
  const scripts = withImports(named(/<script type="module" src="([^"]+)"/g), read);
  return [...new Set([page, ...sheets, ...fonts, ...italics(html, sheets, base, read), ...scripts])];
}

const atOnce = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;
const ever = /(?:\bfrom|\bimport)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g;

/** Scripts with everything that they import at once: what `import()` fetches later is not among it. */
export const withImports = (scripts: readonly string[], read: ReadFile): readonly string[] => follow(scripts, atOnce, read);

/** Scripts with everything that they import at once or ever, whatever the reader does. */
export const withLaterImports = (scripts: readonly string[], read: ReadFile): readonly string[] => follow(scripts, ever, read);

function follow(scripts: readonly string[], imports: RegExp, read: ReadFile): readonly string[] {
  const files = new Set(scripts);
  for (const file of files) {
    for (const [, name = ''] of read(file).matchAll(imports)) files.add(file.replace(/[^/]+$/, name));
  }
  return [...files];
}

/** The font of slanted letters, where a page has some. Its name tells it; no page preloads it. */
function italics(html: string, sheets: readonly string[], base: string, read: ReadFile): readonly string[] {
  if (!/<(?:em|cite)[\s>]|<svg[^>]*class="dg"[\s\S]*?class="when"/.test(html)) return [];
  const found = sheets.map((sheet) => /url\(["']?([^"')]*latin-italic[^"')]*\.woff2)/.exec(read(sheet))?.[1]).find((address) => address !== undefined);
  return found === undefined ? [] : [`/${new URL(found, `http://site${base}_astro/`).pathname.slice(base.length)}`];
}
