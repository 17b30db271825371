import { stateLimit } from '../../explorers/state-text.ts';

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

/** Checks what came with a link. */
export function readSettings(value: unknown): Settings | undefined {
  const { text, peer, scheme, mount, fact } = (value ?? {}) as Partial<Record<keyof Settings, unknown>>;
  const isShort = (one: unknown, length: number): one is string => typeof one === 'string' && one.length <= length;
  if (!isShort(text, stateLimit) || !isShort(peer, 45) || !isShort(mount, 60) || !isShort(fact, 200) || (scheme !== 'http' && scheme !== 'https')) return undefined;
  return { text, peer, scheme, mount, fact };
}
