import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sheets of the site that the book needs as they are there: colours, drawings, highlighted code. */
const shared = ['src/styles/tokens.css', 'src/styles/diagrams.css', 'src/styles/code.css'] as const;

/** The stylesheet of the EPUB. @param root the project's folder */
export function epubStyle(root: string): string {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  return [...shared.map((file) => forReadingSystems(read(file))), read('src/book/epub.css')].join('\n');
}

/** CSS without what many reading systems do not know: layers are unwrapped, and of two colours the light one stays. */
export function forReadingSystems(css: string): string {
  const light = css.replace(/light-dark\(\s*([^,()]+)\s*,[^()]*\)/g, '$1').replace(/^\s*color-scheme:.*$/gm, '');
  let rest = light;
  let result = '';
  for (;;) {
    const start = /@layer[^{;]*\{/.exec(rest);
    if (!start) return result + rest;
    const from = start.index + start[0].length;
    let depth = 1;
    let to = from;
    while (depth > 0 && to < rest.length) {
      if (rest[to] === '{') depth += 1;
      if (rest[to] === '}') depth -= 1;
      to += 1;
    }
    result += rest.slice(0, start.index) + rest.slice(from, to - 1);
    rest = rest.slice(to);
  }
}
