/** `urllib.parse.urlsplit` of Python 3.11, as Gunicorn calls it: of a target in printable ASCII. */
import { isIpv6 } from '../../lib/ip.ts';

/** Path and query of a target; undefined when Python raises ValueError. */
export function splitUri(uri: string): { readonly path: string; readonly query: string } | undefined {
  // Gunicorn puts a dot before `//`, which else were the beginning of a host.
  const isDotted = uri.startsWith('//');
  const [, netloc, path = '', query = ''] = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i.exec(isDotted ? `.${uri}` : uri) ?? [];
  if (netloc !== undefined && (netloc.includes('[') !== netloc.includes(']') || !hasRightBrackets(netloc))) return undefined;
  return { path: isDotted ? path.slice(1) : path, query };
}

/** Brackets hold an IPv6 address (or `v1.something`) and nothing but a port follows. */
function hasRightBrackets(netloc: string): boolean {
  const host = netloc.slice(netloc.lastIndexOf('@') + 1);
  if (!netloc.includes('[')) return true;
  const open = host.indexOf('[');
  // Python checks whatever stands where a host would, brackets or not.
  const inside = open < 0 ? host.split(':', 1)[0] ?? '' : host.slice(open + 1).split(']', 1)[0] ?? '';
  if (open > 0) return false;
  const after = open < 0 ? '' : host.slice(open + 1).slice(inside.length + 1);
  if (after !== '' && !after.startsWith(':')) return false;
  return inside.startsWith('v') ? /^v[a-f0-9]+\..+$/i.test(inside) : isIpv6(inside.split('%', 1)[0] ?? '');
}
