import { isIpv6 } from './ip.ts';
import { requestLimit, type Connection } from './view.ts';

/** What the reader sets; the state that a link holds. */
export interface Settings {
  /** The request as it is edited: a line break stands for CR LF, `\x0a` for the byte 0a. */
  readonly text: string;
  readonly peer: string;
  readonly scheme: 'http' | 'https';
  readonly mount: string;
  /** The fact that is lit in all panes. */
  readonly fact: string;
}

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
  const isPeer = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(peer) || isIpv6(peer);
  const isMount = mount === '' || /^(?:\/[\w.~-]+)+$/.test(mount);
  const port = scheme === 'https' ? 443 : 80;
  return {
    connection: { scheme, peer: { address: isPeer ? peer : '203.0.113.7', port: 50_000 }, server: { address: '192.0.2.10', port }, mount: isMount ? mount : '' },
    problems: [...(toRequest(text).length > requestLimit ? (['text'] as const) : []), ...(isPeer ? [] : (['peer'] as const)), ...(isMount ? [] : (['mount'] as const))],
  };
}

/** Checks what came with a link. */
export function readSettings(value: unknown): Settings | undefined {
  const { text, peer, scheme, mount, fact } = (value ?? {}) as Partial<Record<keyof Settings, unknown>>;
  const isShort = (one: unknown, length: number): one is string => typeof one === 'string' && one.length <= length;
  if (!isShort(text, requestLimit * 4) || !isShort(peer, 45) || !isShort(mount, 60) || !isShort(fact, 200) || (scheme !== 'http' && scheme !== 'https')) return undefined;
  return { text, peer, scheme, mount, fact };
}
