/** Types of records that the model knows; a reader asks for A or AAAA, tools for any. */
export type RecordType = 'A' | 'AAAA' | 'CNAME' | 'NS' | 'TXT';

/** One record of a zone. Names are lower-case, without the final dot. */
export interface DnsRecord {
  readonly name: string;
  /** Seconds. */
  readonly ttl: number;
  readonly type: RecordType;
  readonly value: string;
}

/** A zone and the one server that its parent names for it. */
export interface Zone {
  /** `''` is the root. */
  readonly origin: string;
  /** `lame`: the server runs, but does not serve this zone (it says REFUSED). `silent`: no packet comes back. */
  readonly state: 'answers' | 'silent' | 'lame';
  /** Seconds for which "there is none" may be kept: the smaller of the SOA's own TTL and its last field (RFC 2308 §5). */
  readonly negativeTtl: number;
  readonly records: readonly DnsRecord[];
}

/** Everything that a look-up depends on, but the time. */
export interface World {
  /** Text of /etc/hosts. */
  readonly hosts: string;
  /** Sources in the line `hosts:` of /etc/nsswitch.conf. */
  readonly sources: readonly ('files' | 'dns')[];
  /** The browser asks a resolver of its own by DNS over HTTPS, with no way back to the system's. */
  readonly doh: boolean;
  /** Whether the resolver of /etc/resolv.conf answers at all. */
  readonly resolver: 'answers' | 'silent';
  readonly zones: readonly Zone[];
  readonly caches: Caches;
}

/** What is remembered, each entry until a time in seconds. */
export interface Caches {
  /** The browser's: answers by `name/type`. */
  readonly browser: Readonly<Record<string, { readonly addresses: readonly string[]; readonly until: number }>>;
  readonly resolver: ResolverCache;
  /** That of the browser's DNS-over-HTTPS resolver. */
  readonly doh: ResolverCache;
}

/** By `name/type`. Unbound remembers "no such name" for the type that was asked for, and asks again for others. */
export type ResolverCache = Readonly<Record<string, CacheEntry>>;

export interface CacheEntry {
  readonly until: number;
  /** Empty for "no such record" and "no such name". */
  readonly records: readonly DnsRecord[];
  readonly isNoName?: true;
}

export const emptyCaches: Caches = { browser: {}, resolver: {}, doh: {} };

/** The name itself and everything above it, the longest first: `www.shop.test`, `shop.test`, `test`, `''`. */
export function ancestors(name: string): readonly string[] {
  const labels = name === '' ? [] : name.split('.');
  return [...labels.map((_, i) => labels.slice(i).join('.')), ''];
}
