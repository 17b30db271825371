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
  if (/^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(address) && !/(?:^|\.)0\d/.test(address)) return 'A';
  return isIpv6(address) ? 'AAAA' : undefined;
}

function isIpv6(address: string): boolean {
  if (!/^[0-9a-f:.]+$/i.test(address) || !address.includes(':') || /:::|::.*::/.test(address)) return false;
  const parts = address.split(':');
  const last = parts.at(-1) ?? '';
  const hasIpv4 = last.includes('.');
  if (hasIpv4 && familyOf(last) !== 'A') return false;
  const groups = (hasIpv4 ? parts.slice(0, -1) : parts).filter((part) => part !== '');
  if (groups.some((part) => !/^[0-9a-f]{1,4}$/i.test(part))) return false;
  const count = groups.length + (hasIpv4 ? 2 : 0);
  if (address.includes('::')) return count <= 7;
  return count === 8 && parts.every((part) => part !== '');
}

/** Entries that name a host, in the order of the file; names are compared without regard to case. */
export function entriesFor(entries: readonly HostsEntry[], name: string, family: 'A' | 'AAAA'): readonly HostsEntry[] {
  return entries.filter((entry) => entry.family === family && entry.names.some((other) => other.toLowerCase() === name));
}
