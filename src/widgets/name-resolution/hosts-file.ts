import { isIpv4, isIpv6 } from '../../lib/ip.ts';

/** A line of /etc/hosts that names something. */
export interface HostsEntry {
  /** Counted from 1. */
  readonly line: number;
  readonly address: string;
  readonly family: 'A' | 'AAAA';
  /** The canonical name first, then the aliases; as written. */
  readonly names: readonly string[];
}

/** A line that is skipped though something stands on it. */
export interface SkippedLine {
  readonly line: number;
  readonly reason: 'address' | 'port' | 'url' | 'no-name';
}

/** What /etc/hosts says: hosts(5); glibc skips lines that do not begin with an address. */
export function readHosts(text: string): { readonly entries: readonly HostsEntry[]; readonly skipped: readonly SkippedLine[] } {
  const entries: HostsEntry[] = [];
  const skipped: SkippedLine[] = [];
  for (const [index, whole] of text.split('\n').entries()) {
    const line = index + 1;
    const [address = '', ...names] = whole.replace(/#.*$/, '').trim().split(/\s+/);
    if (address === '') continue;
    const family = familyOf(address);
    if (family === undefined) skipped.push({ line, reason: /^[a-z]+:\/\//i.test(address) ? 'url' : /^\d+(?:\.\d+){3}:\d+$/.test(address) ? 'port' : 'address' });
    else if (names.length === 0) skipped.push({ line, reason: 'no-name' });
    else entries.push({ line, address, family, names });
  }
  return { entries, skipped };
}

/** A for an IPv4 address in four decimal numbers, AAAA for an IPv6 address as inet_pton(3) reads it; undefined for anything else. */
export function familyOf(address: string): 'A' | 'AAAA' | undefined {
  return isIpv4(address) ? 'A' : isIpv6(address) ? 'AAAA' : undefined;
}

/** Entries that name a host, in the order of the file; names are compared without regard to case. */
export function entriesFor(entries: readonly HostsEntry[], name: string, family: 'A' | 'AAAA'): readonly HostsEntry[] {
  return entries.filter((entry) => entry.family === family && entry.names.some((other) => other.toLowerCase() === name));
}
