import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, formatProblem, type Problem } from '../content/problem.ts';
import { collectDiagrams, type DiagramFence } from './fences.ts';
import { DiagramError, MermaidPage } from './mermaid-page.ts';
import { diagramProblems } from './source.ts';
import { columnWidth } from './settings.ts';
import { drawingFile, drawingFolder, diagramKey } from './store.ts';

/** What is to be said and kept while drawing. */
export interface DrawOptions {
  /** Takes one line of report at a time. */
  readonly log?: (line: string) => void;
  /** False keeps drawings that no diagram has any more, as while an author writes. */
  readonly prune?: boolean;
}

/**
 * Draws every diagram of content/ that has no drawing yet, all in one run of a browser; with nothing to draw no
 * browser is started. Drawings that no diagram has are removed.
 * @param root the project's folder
 * @throws ContentError with file, line and mermaid's own message, after all others have been drawn
 */
export async function drawMissing(root: string, { log = () => undefined, prune = true }: DrawOptions = {}): Promise<void> {
  const fences = collectDiagrams(root);
  const problems = fences.flatMap(sourceProblems);
  const sound = fences.filter((fence) => diagramProblems(fence.source).length === 0);
  const missing = [...new Map(sound.filter((fence) => !hasDrawing(root, fence)).map((fence) => [diagramKey(fence.source), fence]))];
  if (missing.length > 0) problems.push(...(await drawAll(root, missing, log)));
  if (problems.length > 0) throw new ContentError(problems);
  if (prune) {
    for (const file of orphans(root, fences)) {
      rmSync(join(root, file));
      log(`removed ${file}: no diagram has this drawing`);
    }
  }
}

/** Problems of the stored drawings: diagrams without one, drawings without a diagram, diagrams that cannot be drawn. */
export function checkDrawings(root: string): readonly Problem[] {
  const fences = collectDiagrams(root);
  const missing = fences
    .filter((fence) => !hasDrawing(root, fence))
    .map(({ file, line }) => ({ file, line, message: 'the diagram was changed and has no drawing yet; run node src/diagrams/draw.ts and commit content/drawings' }));
  const left = orphans(root, fences).map((file) => ({ file, message: 'no diagram has this drawing any more; run node src/diagrams/draw.ts, which removes it' }));
  return [...fences.flatMap(sourceProblems), ...missing, ...left];
}

async function drawAll(root: string, missing: readonly (readonly [string, DiagramFence])[], log: (line: string) => void): Promise<Problem[]> {
  const problems: Problem[] = [];
  const page = await MermaidPage.open();
  try {
    mkdirSync(join(root, drawingFolder), { recursive: true });
    for (const [key, { source, file, line }] of missing) {
      try {
        const svg = await page.draw(source, key);
        writeFileSync(join(root, drawingFile(source)), svg);
        log(`drew ${file}:${line}, ${size(svg)}`);
      } catch (error) {
        const inside = error instanceof DiagramError ? error.line : undefined;
        problems.push({ file, line: line + (inside ?? 0), message: `the diagram cannot be drawn: ${(error as Error).message}` });
      }
    }
  } finally {
    await page.close();
  }
  return problems;
}

/** Size in px and bytes, as authors want to know it. */
function size(svg: string): string {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const wide = Number(width) > columnWidth + 4 ? `, wider than the text (${columnWidth}): it will scroll` : '';
  return `${width} × ${height} px, ${(svg.length / 1000).toFixed(1)} kB${wide}`;
}

function sourceProblems({ source, file, line }: DiagramFence): readonly Problem[] {
  return diagramProblems(source).map((message) => ({ file, line, message }));
}

function hasDrawing(root: string, { source }: DiagramFence): boolean {
  return existsSync(join(root, drawingFile(source)));
}

function orphans(root: string, fences: readonly DiagramFence[]): readonly string[] {
  const folder = join(root, drawingFolder);
  if (!existsSync(folder)) return [];
  const wanted = new Set(fences.map(({ source }) => drawingFile(source)));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.svg'))
    .map((name) => `${drawingFolder}/${name}`)
    .filter((file) => !wanted.has(file))
    .sort();
}

async function main(): Promise<void> {
  const root = process.cwd();
  if (process.argv.includes('--check')) {
    const problems = checkDrawings(root);
    for (const problem of problems) console.error(formatProblem(problem));
    if (problems.length > 0) process.exitCode = 1;
    else console.log(`${collectDiagrams(root).length} diagrams, each with its drawing.`);
    return;
  }
  try {
    await drawMissing(root, { log: console.log });
    console.log(`${collectDiagrams(root).length} diagrams, each with its drawing.`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
