import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  /** True keeps the browser for the next time, until the process ends. */
  readonly keepBrowser?: boolean;
}

/** One at a time: two saves in a row must not draw in the same page. */
let turn: Promise<void> = Promise.resolve();

/**
 * Draws every diagram of content/ that has no drawing yet, all in one run of a browser; with nothing to draw no
 * browser is started. Drawings that no diagram has are removed.
 * @param root the project's folder
 * @throws ContentError with file, line and mermaid's own message, after all others have been drawn
 */
export async function drawMissing(root: string, options: DrawOptions = {}): Promise<void> {
  const mine = turn.then(() => drawNow(root, options));
  turn = mine.catch(() => undefined);
  return mine;
}

async function drawNow(root: string, { log = () => undefined, prune = true, keepBrowser = false }: DrawOptions): Promise<void> {
  const fences = collectDiagrams(root);
  const problems = fences.flatMap(sourceProblems);
  const sound = fences.filter((fence) => diagramProblems(fence.source).length === 0);
  const missing = new Map(sound.filter((fence) => !hasDrawing(root, fence)).map((fence) => [diagramKey(fence.source), fence]));
  if (missing.size > 0) {
    const page = await (keepBrowser ? MermaidPage.kept() : MermaidPage.open());
    try {
      problems.push(...(await drawAll(root, missing, page, log)));
    } finally {
      if (!keepBrowser) await page.close();
    }
  }
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

async function drawAll(
  root: string,
  missing: ReadonlyMap<string, DiagramFence>,
  page: MermaidPage,
  log: (line: string) => void,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
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

// import.meta.main would say it, from Node 24.2 on.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
