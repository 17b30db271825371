import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { findBrowser } from '../browser/find-browser.ts';
import type { Mermaid } from 'mermaid';
import { columnWidth, mermaidSettings, plates } from './settings.ts';
import { serialise, type Shape } from './shape.ts';
import { drawnLines } from './source.ts';
import { rewrite, writeDrawing, type Bounds } from './write-drawing.ts';

declare const mermaid: Mermaid;

/** What mermaid objects to, with the line of the diagram's source when it names one. */
export class DiagramError extends Error {
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

let kept: Promise<MermaidPage> | undefined;

function forget(): void {
  kept = undefined;
}

const project = new URL('../../', import.meta.url);

/** A page in which mermaid draws. It reads nothing from the network. */
export class MermaidPage {
  readonly #browser: Browser;
  readonly #page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  /** Starts a browser with mermaid, the guide's font and the stylesheet of drawings. */
  static async open(): Promise<MermaidPage> {
    // Only here: with every drawing in the store a build need not load Playwright.
    const { chromium } = await import('@playwright/test');
    const found = await findBrowser();
    const env = { ...process.env, ...found.env } as Record<string, string>;
    const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args], env });
    try {
      const page = await browser.newPage({ viewport: { width: 1200, height: 1200 }, offline: true });
      await page.setContent(`<!doctype html><style>${fontFaces()}${file('src/styles/diagrams.css')}</style><body></body>`);
      await page.addScriptTag({ content: file('node_modules/mermaid/dist/mermaid.min.js') });
      await page.evaluate(async () => {
        await Promise.all([...document.fonts].map((face) => face.load()));
      });
      return new MermaidPage(browser, page);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** The page of this process that stays open, for an author's server: each drawing then takes a moment. */
  static kept(): Promise<MermaidPage> {
    kept ??= MermaidPage.open().then(
      (page) => {
        page.#browser.on('disconnected', forget);
        return page;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    return kept;
  }

  /**
   * Draws a diagram.
   * @param key becomes the beginning of every id
   * @returns an SVG file's text
   * @throws DiagramError with mermaid's own message
   */
  async draw(source: string, key: string): Promise<string> {
    const drawn = await this.#drawInColumns(source);
    const drawing = rewrite(drawn, key, source);
    const bounds = await this.#page.evaluate(measure, serialise(drawing));
    return writeDrawing(drawing, bounds);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** Participants stand as far apart as the width of the text allows; where words need more, the gaps give it. */
  async #drawInColumns(source: string): Promise<Shape> {
    const participants = drawnLines(source).filter(({ text }) => /^(?:participant|actor)\s/.test(text)).length;
    const width = plates.widths[Math.min(participants, plates.widths.length - 1)] ?? 0;
    const gaps = Math.max(1, participants - 1);
    const roomy = Math.floor((columnWidth - 4 - participants * width) / gaps);
    const drawn = await this.#render(source, { width, actorMargin: within(roomy) });
    const excess = Number(String(drawn.attributes['viewBox']).split(' ')[2]) - columnWidth;
    if (participants === 0 || excess <= 0) return drawn;
    return this.#render(source, { width, actorMargin: within(roomy - Math.ceil(excess / gaps)) });
  }

  async #render(source: string, column: { readonly width: number; readonly actorMargin: number }): Promise<Shape> {
    const lines = drawnLines(source);
    const settings = { ...mermaidSettings, sequence: { ...mermaidSettings.sequence, ...column } };
    const result = await this.#page.evaluate(render, { source: lines.map(({ text }) => text).join('\n'), settings });
    if ('message' in result) throw diagramError(result.message, lines.map(({ line }) => line));
    return result;
  }
}

function within(gap: number): number {
  return Math.min(plates.widestGap, Math.max(plates.narrowestGap, gap));
}

/** Mermaid counts the lines that it was given; the author's source has others between them, so its number is left out. */
function diagramError(message: string, lines: readonly number[]): DiagramError {
  const named = /\b(?:on |at )?line:?\s*(\d+)/i.exec(message)?.[1];
  const line = named === undefined ? undefined : lines[Number(named) - 1];
  return new DiagramError(line === undefined ? message.trim() : message.replace(/ on line \d+/, '').trim(), line);
}

/** Runs in the page: it uses nothing from outside. */
async function render({ source, settings }: { source: string; settings: object }): Promise<Shape | { message: string }> {
  const tree = (element: Element): Shape => ({
    tag: element.localName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: [...element.childNodes].flatMap((node): readonly (Shape | string)[] => {
      if (node instanceof Element) return node.localName === 'style' ? [] : [tree(node)];
      return node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [];
    }),
  });
  try {
    mermaid.initialize(settings);
    const { svg } = await mermaid.render('diagram', source);
    const template = document.createElement('template');
    template.innerHTML = svg;
    const element = template.content.firstElementChild;
    return element ? tree(element) : { message: 'mermaid drew nothing' };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  } finally {
    document.body.replaceChildren();
  }
}

/** Runs in the page: the edges of everything that is drawn, text as the guide's font sets it. */
function measure(svg: string): Bounds {
  document.body.innerHTML = svg;
  const { x, y, width, height } = (document.body.firstElementChild as SVGSVGElement).getBBox();
  document.body.replaceChildren();
  return { x, y, width, height };
}

function file(path: string): string {
  return readFileSync(new URL(path, project), 'utf8');
}

function fontFaces(): string {
  return ['latin', 'cyrillic']
    .map((script) => {
      const data = readFileSync(new URL(join('src/styles/fonts', `literata-${script}.woff2`), project)).toString('base64');
      const range = script === 'latin' ? '' : 'unicode-range:U+401,U+410-44F,U+451,U+2116;';
      return `@font-face{font-family:Literata;font-weight:400 650;${range}src:url(data:font/woff2;base64,${data})}`;
    })
    .join('');
}
