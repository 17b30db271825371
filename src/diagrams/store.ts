import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnWidth, drawingVersion, mermaidSettings, plates } from './settings.ts';
import { drawnLines } from './source.ts';

/** Folder of the drawings, from the project's folder. */
export const drawingFolder = 'content/drawings';

let version = '';

/**
 * Key of a diagram's drawing: it changes with what mermaid would draw, with mermaid's version and with the settings.
 * Steps in words and spaces at either end of a line do not matter.
 */
export function diagramKey(source: string): string {
  const drawn = drawnLines(source).map(({ text }) => text);
  const made = JSON.stringify({ drawn, mermaid: mermaidVersion(), drawingVersion, mermaidSettings, plates, columnWidth });
  return createHash('sha256').update(made).digest('hex').slice(0, 16);
}

/** Path of a diagram's drawing from the project's folder. */
export function drawingFile(source: string): string {
  return `${drawingFolder}/${diagramKey(source)}.svg`;
}

/**
 * The SVG of a diagram, to be set into a page.
 * @throws Error when it has not been drawn
 */
export function readDrawing(source: string, root: string = process.cwd()): string {
  const file = drawingFile(source);
  if (!existsSync(join(root, file))) {
    throw new Error(`the diagram has no drawing (${file}); run node src/diagrams/draw.ts, which npm run build and npm run dev do by themselves`);
  }
  return readFileSync(join(root, file), 'utf8').trim().replace(' xmlns="http://www.w3.org/2000/svg"', '');
}

function mermaidVersion(): string {
  if (!version) {
    const file = join(process.cwd(), 'node_modules/mermaid/package.json');
    version = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  return version;
}
