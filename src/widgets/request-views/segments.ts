import { fieldFacts, hex, type Fact } from './view.ts';

/** A piece of a line, and what it tells of. */
export interface Segment {
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** A line of the request as it is shown. */
export interface ShownLine {
  readonly segments: readonly Segment[];
  /** What ends it, made visible. */
  readonly end: string;
}

const lineLimit = 120;
const textLimit = 400;

/** Bytes as a text to look at: UTF-8 is decoded, what is no character becomes `\xHH`, and much is cut. */
export function shown(bytes: string): string {
  const cut = bytes.slice(0, textLimit);
  const text = cut.replace(/[\xc2-\xf4][\x80-\xbf]{1,3}|[^ -~]/g, (piece) => {
    if (piece.length > 1) {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(piece, (byte) => byte.charCodeAt(0)));
      } catch {
        // Not UTF-8 after all.
      }
    }
    return Array.from(piece, (byte) => `\\x${hex(byte)}`).join('');
  });
  return bytes.length > textLimit ? `${text} … (${bytes.length})` : text;
}

/** The lines of a request with what each part tells of; `more` counts those that are left out. */
export function segmentsOf(raw: string): { readonly lines: readonly ShownLine[]; readonly more: number } {
  const all = raw.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let part: 'line' | 'fields' | 'body' = 'line';
  const lines = all.slice(0, lineLimit).map((line): ShownLine => {
    const end = /\r?\n$/.exec(line)?.[0] ?? '';
    const text = line.slice(0, line.length - end.length);
    const segments = part === 'line' ? requestLine(text) : part === 'fields' ? [field(text)] : [{ text: shown(text), facts: ['body' as const] }];
    if (part === 'line' && text !== '') part = 'fields';
    else if (part === 'fields' && text === '') part = 'body';
    return { segments, end: end.replace('\r', '\\r').replace('\n', '\\n') };
  });
  return { lines, more: all.length - lines.length };
}

function requestLine(text: string): readonly Segment[] {
  const parts = /^(\S+)( +)([^ ?]*)(\?[^ ]*)?( +)?(.*)$/.exec(text);
  if (!parts) return [{ text: shown(text), facts: [] }];
  const [, method = '', space = '', path = '', query = '', second = '', version = ''] = parts;
  const host = /^[a-z]+:\/\/[^/]*/i.exec(path)?.[0] ?? '';
  const all: readonly Segment[] = [
    { text: method, facts: ['method'] },
    { text: space, facts: [] },
    { text: host, facts: ['host'] },
    { text: path.slice(host.length), facts: ['path'] },
    { text: query, facts: ['query'] },
    { text: second, facts: [] },
    { text: version, facts: ['version'] },
  ];
  return all.filter((segment) => segment.text !== '').map((segment) => ({ ...segment, text: shown(segment.text) }));
}

function field(text: string): Segment {
  const name = /^[^:\s]+/.exec(text)?.[0];
  return { text: shown(text), facts: name === undefined ? [] : fieldFacts(name) };
}
