/** What a file is to a page. */
export type Kind = 'html' | 'css' | 'js' | 'font' | 'image' | 'data' | 'other';

export const kinds: readonly Kind[] = ['html', 'css', 'js', 'font', 'image', 'data', 'other'];

/** A file as it went over the line. */
export interface Sent {
  /** In the built site, without the base path; a page by its folder. */
  readonly path: string;
  readonly kind: Kind;
  /** Bytes of the body, compressed as it was sent. */
  readonly body: number;
  /** Bytes of status line and headers, by HTTP/1.1. HTTP/2 sends those of later answers in a few dozen. */
  readonly headers: number;
}

const ofEnding: Readonly<Record<string, Kind>> = {
  html: 'html', css: 'css', js: 'js', mjs: 'js', woff2: 'font', svg: 'image', png: 'image', ico: 'image', json: 'data', txt: 'data',
};

/** What a file is, by its name. */
export function kindOf(path: string): Kind {
  if (path.endsWith('/')) return 'html';
  return ofEnding[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? ''] ?? 'other';
}

/** Bytes of the bodies of some files, all or those of some kinds. */
export function bodies(files: readonly Sent[], of: readonly Kind[] = kinds): number {
  return files.reduce((sum, { kind, body }) => sum + (of.includes(kind) ? body : 0), 0);
}

/** Bytes of all headers. */
export function headersOf(files: readonly Sent[]): number {
  return files.reduce((sum, { headers }) => sum + headers, 0);
}
