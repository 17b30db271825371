import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatProblem } from '../content/problem.ts';
import { checkDrawings, drawMissing } from './draw.ts';
import { MermaidPage } from './mermaid-page.ts';
import { diagramKey, drawingFolder } from './store.ts';

const words = '  accTitle: Title\n  accDescr: What it shows.\n  %% First.\n  %% Second.\n';
const diagrams = {
  sequence: `sequenceDiagram\n${words}  participant browser as Browser\n  participant nginx as Nginx\n  browser->>+nginx: GET /\n  alt it is there\n  nginx-->>-browser: 200\n  end\n  nginx->>nginx: writes the log\n  Note over browser,nginx: one connection\n`,
  flowchart: `flowchart TB\n${words}  a["Browser"]:::reach -->|asks| b{"There?"}:::accept\n  b -.->|no| c(["404"]):::back\n  b --> d[("Files")]:::accept\n  subgraph machine [One machine]\n  b\n  d\n  end\n`,
  state: `stateDiagram-v2\n${words}  [*] --> Idle\n  Idle --> Busy: request\n  Busy --> Idle: answer\n  Busy --> [*]\n`,
};
const broken = `flowchart TB\n${words}  a --> b\n  b --> [oops\n`;
const crowded = `flowchart TB\n${words}${Array.from({ length: 13 }, (_, i) => `  n${i}\n`).join('')}`;
const chapter = 'content/chapters/10-x/chapter.en.mdx';

let root = '';
const log: string[] = [];
let problems: readonly string[] = [];

function write(sources: readonly string[]): void {
  const fences = sources.map((source, i) => `\`\`\`mermaid id=f${i} caption="Figure"\n${source}\`\`\`\n`);
  writeFileSync(join(root, chapter), `---\ntitle: X\n---\n\n${fences.join('\n')}`);
}

function drawings(): Readonly<Record<string, string>> {
  const names = readdirSync(join(root, drawingFolder)).filter((name) => name.endsWith('.svg'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, drawingFolder, name), 'utf8')]));
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'diagrams-'));
  mkdirSync(join(root, 'content/chapters/10-x'), { recursive: true });
  write([...Object.values(diagrams), broken, crowded]);
  await drawMissing(root, { log: (line) => log.push(line) }).catch((error: Error) => {
    problems = error.message.split('\n');
  });
}, 120_000);

afterAll(() => {
  rmSync(root, { recursive: true });
});

test('each sound diagram is drawn, and its size is told', () => {
  expect(Object.keys(drawings()).sort()).toEqual(Object.values(diagrams).map((source) => `${diagramKey(source)}.svg`).sort());
  expect(log).toHaveLength(3);
  expect(log[0]).toMatch(/^drew content\/chapters\/10-x\/chapter\.en\.mdx:5, \d+ × \d+ px, [\d.]+ kB$/);
});

test('a mistake is told by file and line with what mermaid says', () => {
  const line = readFileSync(join(root, chapter), 'utf8').split('\n').indexOf('  b --> [oops') + 1;
  expect(problems[0]).toBe(`${chapter}:${line}: the diagram cannot be drawn: Parse error:`);
  expect(problems.join('\n')).toContain("got 'SQS'");
});

test('a diagram with too many nodes is refused', () => {
  expect(problems.at(-1)).toMatch(/chapter\.en\.mdx:\d+: the diagram cannot be drawn: it has 13 nodes; 12 at most/);
});

test.each(Object.entries(diagrams))('the drawing of a %s follows the theme, and its ids are its own', (_kind, source) => {
  const key = diagramKey(source);
  const svg = drawings()[`${key}.svg`] ?? '';
  expect(svg).not.toMatch(/<style|style=|#[0-9a-f]{3,8}\b(?!-)|rgb\(|hsl\(|(?:fill|stroke|color)=/i);
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(new RegExp(`^d${key}-`));
  for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  expect(svg).toContain(`role="img" aria-labelledby="d${key}-t d${key}-d"`);
  expect(svg).toContain('>What it shows.</desc>');
});

test('questions are solid, answers broken, and every word is there', () => {
  const svg = drawings()[`${diagramKey(diagrams.sequence)}.svg`] ?? '';
  expect(svg).toContain('class="ask reach"');
  expect(svg).toContain('class="ans back"');
  for (const word of ['Browser', 'Nginx', 'GET /', '200', 'writes the log', 'one connection', 'alt', '[it is there]']) expect(svg).toContain(`>${word}</text>`);
});

test('the same diagrams give the same bytes in another run', async () => {
  const before = drawings();
  write(Object.values(diagrams));
  for (const name of Object.keys(before)) rmSync(join(root, drawingFolder, name));
  await drawMissing(root);
  for (const [name, svg] of Object.entries(drawings())) expect(svg === before[name], name).toBe(true);
}, 60_000);

test('with nothing to draw no browser is needed; a drawing that no diagram has is removed', async () => {
  write([diagrams.state]);
  const browser = process.env['REQUEST_PATH_BROWSER'];
  process.env['REQUEST_PATH_BROWSER'] = '/no/browser';
  await drawMissing(root, { prune: false });
  expect(Object.keys(drawings())).toHaveLength(3);
  expect(checkDrawings(root).map(formatProblem)).toEqual([
    expect.stringMatching(/\.svg: no diagram has this drawing any more/),
    expect.stringMatching(/\.svg: no diagram has this drawing any more/),
  ]);
  await drawMissing(root);
  expect(Object.keys(drawings())).toEqual([`${diagramKey(diagrams.state)}.svg`]);
  expect(checkDrawings(root)).toEqual([]);
  if (browser === undefined) delete process.env['REQUEST_PATH_BROWSER'];
  else process.env['REQUEST_PATH_BROWSER'] = browser;
});

test('a browser that is kept draws two saves in a row, one after the other', async () => {
  const changed = ['first', 'second'].map((word) => diagrams.state.replace('request', word));
  await Promise.all(
    changed.map(async (source) => {
      write(changed);
      await drawMissing(root, { keepBrowser: true, prune: false });
      expect(drawings()[`${diagramKey(source)}.svg`]).toContain('</svg>');
    }),
  );
  const page = await MermaidPage.kept();
  await page.close();
}, 60_000);

test('a check names the fence whose diagram was changed', () => {
  write([diagrams.state.replace('request', 'question')]);
  expect(checkDrawings(root).map(formatProblem)[0]).toMatch(/chapter\.en\.mdx:5: the diagram was changed and has no drawing yet; run node/);
});
