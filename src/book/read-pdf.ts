/** An entry of a PDF's outline, which readers show as bookmarks. */
export interface Bookmark {
  readonly title: string;
  /** 1 for the top. */
  readonly level: number;
}

/** What a PDF says of itself to those who cannot see it. */
export interface PdfFacts {
  /** It has a tree of tags, and says that it is tagged. */
  readonly isTagged: boolean;
  readonly language: string | undefined;
  readonly pages: number;
  readonly outline: readonly Bookmark[];
}

/**
 * Reads a PDF that Chromium wrote: objects in the open, with a table of where they are.
 * @throws Error when it has no such table
 */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const object = objectReader(text);
  const root = object(reference(text.slice(text.lastIndexOf('trailer')), 'Root'));
  const outline: Bookmark[] = [];
  const walk = (number: number | undefined, level: number): void => {
    for (let next = number; next !== undefined; ) {
      const entry = object(next);
      if (level > 0) outline.push({ title: titleOf(entry), level });
      walk(reference(entry, 'First'), level + 1);
      next = reference(entry, 'Next');
    }
  };
  walk(reference(root, 'Outlines'), 0);
  return {
    isTagged: reference(root, 'StructTreeRoot') !== undefined && /\/Marked true/.test(root),
    language: /\/Lang \(([^)]*)\)/.exec(root)?.[1],
    pages: Number(/\/Count (\d+)/.exec(object(reference(root, 'Pages')))?.[1] ?? 0),
    outline,
  };
}

/** Finds the text of objects by number. */
function objectReader(text: string): (number: number | undefined) => string {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const [head = '', first = '0'] = /^xref\s+(\d+) \d+\s*\n/.exec(text.slice(table, table + 40)) ?? [];
  if (!head) throw new Error('This PDF has no table of its objects at its end.');
  return (number) => {
    if (number === undefined) return '';
    const entry = table + head.length + 20 * (number - Number(first));
    const start = Number(text.slice(entry, entry + 10));
    return text.slice(start, text.indexOf('endobj', start));
  };
}

function reference(dictionary: string, key: string): number | undefined {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** A title: hexadecimal UTF-16, or letters in parentheses. */
function titleOf(entry: string): string {
  const [, hex, plain = ''] = /\/Title (?:<([\dA-Fa-f]*)>|\(((?:\\[\s\S]|[^\\)])*)\))/.exec(entry) ?? [];
  if (hex === undefined) return plain.replace(/\\([\s\S])/g, '$1');
  return Buffer.from(hex.replace(/^FEFF/i, ''), 'hex').swap16().toString('utf16le');
}
