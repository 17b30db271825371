/** What a request asks for. */
export type Address =
  /** A path in the built site: `/en/wsgi/` or `/_astro/a.css`, decoded, without the base path. */
  | { readonly kind: 'path'; readonly path: string; readonly query: string }
  /** Another address answers: `/docs` under the base path `/docs/`. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** Outside of the base path, or a name that no file of the site can have. */
  | { readonly kind: 'absent' }
  /** Not an address at all. */
  | { readonly kind: 'malformed' };

/**
 * Reads a request target. No answer names a file outside of the site: parts that climb, hide a
 * slash or begin with a dot are refused before any file is looked for.
 * @param target the second word of the request line
 * @param base base path with both slashes, such as `/docs/`
 */
export function readAddress(target: string, base: string): Address {
  const [path = '', ...rest] = withoutOrigin(target).split('?');
  const query = rest.length > 0 ? `?${rest.join('?')}` : '';
  if (!path.startsWith('/')) return { kind: 'malformed' };
  if (`${path}/` === base) return { kind: 'redirect', to: base + query };
  if (!path.startsWith(base)) return { kind: 'absent' };

  const segments: string[] = [];
  for (const part of path.slice(base.length).split('/')) {
    const segment = decoded(part);
    if (segment === undefined || /[\0-\x1f\x7f]/.test(segment)) return { kind: 'malformed' };
    if (segment.startsWith('.') || /[/\\]/.test(segment)) return { kind: 'absent' };
    segments.push(segment);
  }
  // `//en/` names nothing; sent back in a Location it would name another host.
  if (segments.slice(0, -1).includes('')) return { kind: 'absent' };
  return { kind: 'path', path: `/${segments.join('/')}`, query };
}

/** Where a path of the site is asked for: the base path before it, and each part encoded again. */
export function toTarget(path: string, base: string): string {
  return base + path.slice(1).split('/').map(encodeURIComponent).join('/');
}

/** Base path with both slashes: `docs` and `/docs` become `/docs/`. */
export function normalBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** A proxy's form of a request names the host too. */
function withoutOrigin(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '');
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
