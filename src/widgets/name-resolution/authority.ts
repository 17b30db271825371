import { ancestors, type DnsRecord, type RecordType, type Zone } from './world.ts';

/** What the server of a zone answers. */
export type Reply =
  | { readonly kind: 'records'; readonly records: readonly DnsRecord[] }
  /** The resolver asks on for the target. A real server adds what it knows of it; Unbound asks all the same. */
  | { readonly kind: 'alias'; readonly records: readonly DnsRecord[]; readonly target: string }
  /** Not mine: ask the servers of that zone. */
  | { readonly kind: 'referral'; readonly zone: string; readonly records: readonly DnsRecord[] }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'no-name' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'silence' };

/** The answer of an authoritative server for one zone (RFC 1034 §4.3.2), without wildcards. */
export function ask(zone: Zone, name: string, type: RecordType): Reply {
  if (zone.state === 'silent') return { kind: 'silence' };
  if (zone.state === 'lame') return { kind: 'refused' };
  const cut = delegationOf(zone, name);
  if (cut !== undefined) return { kind: 'referral', zone: cut, records: recordsOf(zone, cut, 'NS') };
  const records = recordsOf(zone, name, type);
  if (records.length) return { kind: 'records', records };
  const [alias] = recordsOf(zone, name, 'CNAME');
  if (alias) return { kind: 'alias', records: [alias], target: alias.value };
  return { kind: exists(zone, name) ? 'no-data' : 'no-name' };
}

function recordsOf(zone: Zone, name: string, type: RecordType): readonly DnsRecord[] {
  return zone.records.filter((record) => record.name === name && record.type === type);
}

/** The nearest cut between the zone's own name and the one asked for: there the parent's authority ends. */
function delegationOf(zone: Zone, name: string): string | undefined {
  return [...ancestors(name)]
    .reverse()
    .filter((candidate) => candidate.length > zone.origin.length && isWithin(candidate, zone.origin))
    .find((candidate) => recordsOf(zone, candidate, 'NS').length > 0);
}

/** A name exists when it has a record, or something below it has (an empty non-terminal, RFC 8020). */
function exists(zone: Zone, name: string): boolean {
  return name === zone.origin || zone.records.some((record) => isWithin(record.name, name));
}

/** True when a name is the other one or below it. */
export function isWithin(name: string, other: string): boolean {
  return other === '' || name === other || name.endsWith(`.${other}`);
}
