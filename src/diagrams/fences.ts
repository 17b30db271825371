import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A ```mermaid fence of a content file. */
export interface DiagramFence {
  readonly source: string;
  /** Path from the project's folder. */
  readonly file: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
}

/** All diagrams of content/, in the order of their files. */
export function collectDiagrams(root: string): readonly DiagramFence[] {
  const folder = join(root, 'content');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return diagramsIn(readFileSync(path, 'utf8'), relative(root, path));
    });
}

/** The diagrams of one file's text; a fence inside a longer fence is an example, not a diagram. */
export function diagramsIn(text: string, file: string): readonly DiagramFence[] {
  const found: DiagramFence[] = [];
  let open: { readonly mark: string; readonly lang: string; readonly line: number; readonly rows: string[] } | undefined;
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    const mark = /^\s*(`{3,}|~{3,})\s*(\S*)/.exec(row);
    if (!open) {
      if (mark) open = { mark: mark[1] ?? '', lang: mark[2] ?? '', line: i + 1, rows: [] };
    } else if (mark && !mark[2] && mark[1]?.startsWith(open.mark)) {
      if (open.lang === 'mermaid') found.push({ source: open.rows.join('\n'), file, line: open.line });
      open = undefined;
    } else open.rows.push(row);
  }
  return found;
}
