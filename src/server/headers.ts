import { permissionsPolicy } from './permissions.ts';

/**
 * The headers of every response, in one place: the local server sends them, and what a
 * static host or a web server is configured with is written from them.
 */
export type Headers = Readonly<Record<string, string>>;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  py: 'text/x-python; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  zip: 'application/zip',
};

/** Sent with everything. */
export const always: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Sent with pages only, where it counts: it is long. */
export const pageHeaders = { 'Permissions-Policy': permissionsPolicy } as const satisfies Headers;

/** Sent with everything that other sites need not show. */
export const ownHeaders = { 'Cross-Origin-Resource-Policy': 'same-origin' } as const satisfies Headers;

/** What other sites may show: social cards, and the icons at the root. */
export const forOthers = /^\/cards\/|^\/[^/]+\.(?:ico|png|svg)$/;

/** Media type of a file by its name. */
export function contentType(path: string): string {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return types[extension] ?? 'application/octet-stream';
}

/**
 * Whether a file becomes smaller by compression: text does, and the zips of Python, whose entries are stored as they are;
 * images, fonts and Pagefind's own files are compressed already.
 */
export function isCompressible(path: string): boolean {
  return /charset=utf-8|wasm|x-icon/.test(contentType(path)) || /^\/python\/.*\.zip$/.test(path);
}

/**
 * How long a file may be kept. A name with a hash never means other bytes; everything else is
 * asked for again, and answered by 304 as long as it is the same.
 */
export function cacheControl(path: string): string {
  return hasHashedName(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function hasHashedName(path: string): boolean {
  return (
    /^\/_astro\/.*[._-][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(path) ||
    /^\/python\/(?:[0-9a-f]{16}\/|[a-z]+\.[0-9a-f]{16}\.(?:json|zip)$)/.test(path) ||
    /^\/pagefind\/.*_[0-9a-f]{7,}(?:\/\d+\.txt|\.json|\.pf_(?:index|meta))$/.test(path)
  );
}

/**
 * Headers of a file of the site.
 * @param path its place in the built site, such as `/en/wsgi/index.html`, without the base path
 * @param policy its Content-Security-Policy (`policyFor`)
 */
export function headersFor(path: string, policy: string): Headers {
  return {
    'Content-Type': contentType(path),
    'Cache-Control': cacheControl(path),
    'Content-Security-Policy': policy,
    ...always,
    ...(path.endsWith('.html') ? pageHeaders : {}),
    ...(forOthers.test(path) ? {} : ownHeaders),
    ...(isCompressible(path) ? { Vary: 'Accept-Encoding' } : {}),
  };
}
