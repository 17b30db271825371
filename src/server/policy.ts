import { createHash } from 'node:crypto';

/** Hashes of what a page holds inline, each as a Content-Security-Policy writes it: `'sha256-…'`. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Browsers with Trusted Types refuse to make a script, markup or the address of a script of a mere text. */
const noSinks = { 'require-trusted-types-for': ["'script'"] };

/** Pagefind and Python run their WebAssembly in these workers, which have a policy of their own. */
const wasmWorker = /^\/pagefind\/pagefind-worker\.js$|^\/_astro\/python-worker[.-][\w-]+\.js$/;

/**
 * The Content-Security-Policy of a file: nothing is allowed but what the site itself serves and the
 * inline scripts and styles that this very page holds.
 * @param path place in the built site, such as `/en/wsgi/index.html`
 * @param text the file's text, for pages and drawings
 */
export function policyFor(path: string, text = ''): string {
  if (wasmWorker.test(path)) {
    return directives({ 'default-src': ["'none'"], 'script-src': ["'self'", "'wasm-unsafe-eval'"], 'connect-src': ["'self'"], 'trusted-types': ["'none'"], ...noSinks });
  }
  // A service worker asks for the site's files on behalf of its pages.
  if (path === '/sw.js') return directives({ 'default-src': ["'none'"], 'connect-src': ["'self'"], 'trusted-types': ["'none'"], ...noSinks });
  if (path.endsWith('.svg')) {
    return directives({ 'default-src': ["'none'"], 'style-src': inlineHashes(text).styles, 'frame-ancestors': ["'none'"] });
  }
  if (!path.endsWith('.html')) return directives({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });

  const { scripts, styles } = inlineHashes(text);
  return directives({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts],
    'style-src': ["'self'", ...styles],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    // The search form works before its script is there.
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    // Texts become markup, or addresses of scripts, in src/widgets/shared/trusted.ts only.
    'trusted-types': ['request-path'],
    ...noSinks,
  });
}

/** A policy as a page says it itself, for hosts that send no headers: browsers take everything from there but who may frame it. */
export function metaPolicy(policy: string): string {
  return policy.replace(/; frame-ancestors [^;]*/, '');
}

function directives(parts: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(parts)
    .filter(([, sources]) => sources.length > 0)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Finds the inline scripts and styles of a page. Scripts that hold data, such as JSON-LD, need no hash. */
export function inlineHashes(html: string): InlineHashes {
  // What stands in a comment does not run.
  const live = html.replace(/<!--[\s\S]*?-->/g, '');
  return {
    scripts: hashes(live, /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi, (attributes) => !/\bsrc\s*=/i.test(attributes) && runs(attributes)),
    styles: hashes(live, /<style\b([^>]*)>([\s\S]*?)<\/style\s*>/gi, () => true),
  };
}

function runs(attributes: string): boolean {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? '';
  return /^($|module$|importmap$|speculationrules$|(text|application)\/(java|ecma)script$)/i.test(type);
}

function hashes(html: string, element: RegExp, wanted: (attributes: string) => boolean): string[] {
  const found = [...html.matchAll(element)]
    .filter(([, attributes = '', body = '']) => body.length > 0 && wanted(attributes))
    .map(([, , body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`);
  return [...new Set(found)];
}
