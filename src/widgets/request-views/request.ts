import { isIpv4, isIpv6 } from '../../lib/ip.ts';
import type { Settings } from './settings.ts';
import { requestLimit, type Connection } from './view.ts';

/** Fields of the form that hold something that cannot be used. */
export type Problem = 'text' | 'peer' | 'mount';

/** The bytes that an edited request stands for. */
export function toRequest(text: string): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const piece of text.split(/(\r\n|\n|\\x[0-9a-f]{2})/i)) {
    if (piece === '\n' || piece === '\r\n') bytes.push(13, 10);
    else if (/^\\x[0-9a-f]{2}$/i.test(piece)) bytes.push(Number.parseInt(piece.slice(2), 16));
    else for (const byte of encoder.encode(piece)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** The connection that the settings stand for, and what is wrong with them: such a field counts as its default. */
export function connectionOf({ text, peer, scheme, mount }: Settings): { readonly connection: Connection; readonly problems: readonly Problem[] } {
  const isPeer = isIpv4(peer) || isIpv6(peer);
  const isMount = mount === '' || /^(?:\/[\w.~-]+)+$/.test(mount);
  const port = scheme === 'https' ? 443 : 80;
  return {
    connection: { scheme, peer: { address: isPeer ? peer : '203.0.113.7', port: 50_000 }, server: { address: '192.0.2.10', port }, mount: isMount ? mount : '' },
    problems: [...(toRequest(text).length > requestLimit ? (['text'] as const) : []), ...(isPeer ? [] : (['peer'] as const)), ...(isMount ? [] : (['mount'] as const))],
  };
}
