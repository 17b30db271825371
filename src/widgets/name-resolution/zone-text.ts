import { familyOf } from './hosts-file.ts';
import { isWithin } from './authority.ts';
import { nameProblem } from './model.ts';
import type { DnsRecord, RecordType } from './world.ts';

/** A line of a zone that cannot be read. */
export interface ZoneProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly code: 'form' | 'name' | 'outside' | 'ttl' | 'type' | 'address' | 'target' | 'alias-and-others';
  /** The part of the line that it is about. */
  readonly detail: string;
}

/** The most lines that are read. */
export const zoneLines = 40;

const types: readonly string[] = ['A', 'AAAA', 'CNAME', 'NS', 'TXT'] satisfies readonly RecordType[];

/**
 * Reads records, one a line: `name TTL type value`, as a zone file has them (RFC 1035 §5.1) without its shorthands.
 * `;` and `#` begin comments. A final dot may be written or left out: every name is whole.
 * @param origin the zone; names outside of it are problems
 */
export function readZone(text: string, origin: string): { readonly records: readonly DnsRecord[]; readonly problems: readonly ZoneProblem[] } {
  const records: DnsRecord[] = [];
  const problems: ZoneProblem[] = [];
  for (const [index, whole] of text.split('\n').slice(0, zoneLines).entries()) {
    const bare = whole.replace(/[;#].*$/, '').trim();
    if (bare === '') continue;
    const result = readRecord(bare, origin, records);
    if ('code' in result) problems.push({ line: index + 1, ...result });
    else records.push(result);
  }
  return { records, problems };
}

function readRecord(line: string, origin: string, before: readonly DnsRecord[]): DnsRecord | Omit<ZoneProblem, 'line'> {
  const [first = '', seconds = '', kind = '', ...rest] = line.split(/\s+/);
  const name = wholeName(first);
  const type = kind.toUpperCase() as RecordType;
  const value = rest.join(' ');
  if (value === '') return { code: 'form', detail: line };
  if (nameProblem(name)) return { code: 'name', detail: first };
  if (!isWithin(name, origin)) return { code: 'outside', detail: first };
  if (!/^\d{1,6}$/.test(seconds)) return { code: 'ttl', detail: seconds };
  if (!types.includes(type)) return { code: 'type', detail: kind };
  const others = before.filter((record) => record.name === name);
  // RFC 1034 §3.6.2: a name with a CNAME has no other data.
  if (others.some((record) => record.type === 'CNAME' || type === 'CNAME')) return { code: 'alias-and-others', detail: first };
  const record = { name, ttl: Number(seconds), type };
  if (type === 'A' || type === 'AAAA') return familyOf(value) === type ? { ...record, value } : { code: 'address', detail: value };
  if (type === 'TXT') return { ...record, value };
  return nameProblem(wholeName(value)) ? { code: 'target', detail: value } : { ...record, value: wholeName(value) };
}

function wholeName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
