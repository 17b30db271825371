/** Whether a text is an IPv6 address, as `inet_pton` and Python's `ipaddress` read it (without a zone). */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || text.length > 45) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const isMapped = last.includes('.');
  if (isMapped && !isIpv4(last)) return false;
  const count = groups.length + Number(isMapped);
  if (!(isMapped ? groups.slice(0, -1) : groups).every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? count <= 7 : count === 8;
}

/** Whether a text is an IPv4 address in four decimal numbers; a leading zero makes it none, as for `inet_pton`. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}
