import { ask, type Reply } from './authority.ts';
import { ancestors, type CacheEntry, type DnsRecord, type RecordType, type ResolverCache, type Zone } from './world.ts';

/** What a recursive resolver says (RFC 1035 §4.1.1: RCODE 0, 2, 3). */
export type Answer =
  | { readonly kind: 'records'; readonly records: readonly DnsRecord[] }
  | { readonly kind: 'no-data'; readonly records: readonly DnsRecord[] }
  | { readonly kind: 'no-name'; readonly records: readonly DnsRecord[] }
  | { readonly kind: 'servfail'; readonly why: 'silence' | 'refused' | 'loop' | 'no-zone' };

/** One question of the resolver, to its cache or to a server. `kept` is for how many seconds it remembers the answer. */
export type ResolverStep =
  | { readonly at: 'cache'; readonly name: string; readonly type: RecordType; readonly found: 'records' | 'alias' | 'no-data' | 'no-name' | 'nothing'; readonly left: number }
  | { readonly at: 'server'; readonly zone: string; readonly name: string; readonly type: RecordType; readonly reply: Reply; readonly kept: number };

/** How many aliases in a row a resolver follows. */
export const longestChain = 11;

/** The longest time for which a positive and a negative answer are kept, in seconds (Unbound's cache-max-ttl and cache-max-negative-ttl). */
export const longestKept = { positive: 86_400, negative: 3_600 } as const;

/**
 * Finds an answer as a recursive resolver does: from its cache, else from the nearest zone that it knows downwards.
 * @param now seconds
 * @returns the answer with remaining times to live, the questions in order, and the cache afterwards
 */
export function lookUp(
  zones: readonly Zone[],
  before: ResolverCache,
  question: { readonly name: string; readonly type: RecordType },
  now: number,
): { readonly answer: Answer; readonly steps: readonly ResolverStep[]; readonly cache: ResolverCache } {
  const steps: ResolverStep[] = [];
  const cache: Record<string, CacheEntry> = Object.fromEntries(Object.entries(before).filter(([, { until }]) => until > now));
  const chain: DnsRecord[] = [];
  const { type } = question;
  let { name } = question;
  const done = (answer: Answer): ReturnType<typeof lookUp> => ({ answer, steps, cache });

  for (let alias = 0; alias < longestChain; alias++) {
    const known = fromCache(cache, name, type, now, steps);
    const reply = known ?? askDown(zones, cache, name, type, now, steps);
    switch (reply.kind) {
      case 'records':
        return done({ kind: 'records', records: [...chain, ...reply.records] });
      case 'no-data':
      case 'no-name':
        return done({ kind: reply.kind, records: chain });
      case 'alias':
        chain.push(...reply.records);
        name = reply.target;
        break;
      case 'silence':
      case 'refused':
        return done({ kind: 'servfail', why: reply.kind });
      case 'referral':
        return done({ kind: 'servfail', why: 'no-zone' });
    }
  }
  return done({ kind: 'servfail', why: 'loop' });
}

function fromCache(cache: ResolverCache, name: string, type: RecordType, now: number, steps: ResolverStep[]): Reply | undefined {
  const note = (found: 'records' | 'alias' | 'no-data' | 'no-name' | 'nothing', until = now): void => {
    steps.push({ at: 'cache', name, type, found, left: until - now });
  };
  const left = ({ records, until }: CacheEntry): readonly DnsRecord[] => records.map((record) => ({ ...record, ttl: until - now }));
  const entry = cache[`${name}/${type}`];
  if (entry) {
    const found = entry.records.length ? 'records' : entry.isNoName ? 'no-name' : 'no-data';
    note(found, entry.until);
    return found === 'records' ? { kind: found, records: left(entry) } : { kind: found };
  }
  const alias = type === 'CNAME' ? undefined : cache[`${name}/CNAME`];
  if (alias?.records[0]) {
    note('alias', alias.until);
    return { kind: 'alias', records: left(alias), target: alias.records[0].value };
  }
  note('nothing');
  return undefined;
}

/** From the nearest zone whose servers are known, down to the one that has the answer. */
function askDown(zones: readonly Zone[], cache: Record<string, CacheEntry>, name: string, type: RecordType, now: number, steps: ResolverStep[]): Reply {
  let origin = ancestors(name).find((zone) => zone === '' || cache[`${zone}/NS`]) ?? '';
  for (;;) {
    const zone = zones.find((candidate) => candidate.origin === origin);
    const reply: Reply = zone ? ask(zone, name, type) : { kind: 'silence' };
    const kept = keep(cache, zone?.negativeTtl ?? 0, name, type, reply, now);
    steps.push({ at: 'server', zone: origin, name, type, reply, kept });
    if (reply.kind !== 'referral') return reply;
    origin = reply.zone;
  }
}

/** Remembers a reply; says for how long. */
function keep(cache: Record<string, CacheEntry>, negativeTtl: number, name: string, type: RecordType, reply: Reply, now: number): number {
  const enter = (key: string, records: readonly DnsRecord[], ttl: number, isNoName = false): number => {
    if (ttl > 0) cache[key] = { until: now + ttl, records, ...(isNoName && { isNoName }) };
    return ttl;
  };
  const positive = (records: readonly DnsRecord[]): number => Math.min(longestKept.positive, ...records.map(({ ttl }) => ttl));
  const negative = Math.min(longestKept.negative, negativeTtl);
  switch (reply.kind) {
    case 'records':
      return enter(`${name}/${type}`, reply.records, positive(reply.records));
    case 'alias':
      return enter(`${name}/CNAME`, reply.records, positive(reply.records));
    case 'referral':
      return enter(`${reply.zone}/NS`, reply.records, positive(reply.records));
    case 'no-data':
      return enter(`${name}/${type}`, [], negative);
    case 'no-name':
      return enter(`${name}/${type}`, [], negative, true);
    default:
      return 0;
  }
}
