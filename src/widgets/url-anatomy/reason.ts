/** Why a text is no URL. `detail` is the part of the text that it is about. */
export interface Reason {
  readonly code: 'empty' | 'too-long' | 'no-scheme' | 'no-host' | 'port-number' | 'port-text' | 'ipv4' | 'ipv6' | 'host-character' | 'other';
  readonly detail: string;
}

/** Characters that may not stand in a host, after percent-decoding ([URL Standard](https://url.spec.whatwg.org/#forbidden-domain-code-point)). */
const forbidden = /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/;

/**
 * Says why the browser's `URL` refuses a text. The verdict is the browser's; this only finds the part that it is about.
 * @param text a text for which `URL.parse` returns null
 */
export function reasonFor(text: string): Reason {
  const bare = text.replace(/^[\0- ]+|[\0- ]+$/g, '').replace(/[\t\n\r]/g, '');
  if (bare === '') return { code: 'empty', detail: '' };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare);
  if (!scheme) return { code: 'no-scheme', detail: bare };
  const authority = /^[\\/]*([^\\/?#]*)/.exec(bare.slice(scheme[0].length))?.[1] ?? '';
  const place = authority.slice(authority.lastIndexOf('@') + 1);
  const [, host = '', port] = /^(\[[^\]]*\]?|[^:]*)(?::(.*))?$/s.exec(place) ?? [];
  if (host === '') return { code: 'no-host', detail: authority };
  if (port !== undefined && !/^\d*$/.test(port)) return { code: 'port-text', detail: port };
  if (port && Number(port) > 65_535) return { code: 'port-number', detail: port };
  if (host.startsWith('[')) return { code: 'ipv6', detail: host };
  const decoded = percentDecoded(host);
  if (/(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/i.test(decoded)) return { code: 'ipv4', detail: host };
  const bad = forbidden.exec(decoded)?.[0];
  if (bad !== undefined) return { code: 'host-character', detail: bad };
  return { code: 'other', detail: host };
}

function percentDecoded(host: string): string {
  try {
    return decodeURIComponent(host);
  } catch {
    return host;
  }
}
