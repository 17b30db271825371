import { chromium } from '@playwright/test';
import { findBrowser } from '../browser/find-browser.ts';
import type { Guide } from '../content/read-guide.ts';
import { explorers } from '../explorers/explorers.ts';
import type { Subject } from './budgets.ts';
import type { Row } from './check.ts';
import { conditions, thisMachine, type Machine } from './conditions.ts';
import { best, type Load } from './loads.ts';
import type { Observed } from './observe.ts';
import { recordingServer } from './recording-server.ts';
import { bodies, type Sent } from './sent.ts';
import { nextChapter, search, turnTo } from './turns.ts';
import { visit, type Place } from './visit.ts';
import { explorerRows, Scales, weights } from './weigh.ts';

/** What is measured, and how thoroughly. */
export interface MeasureOptions {
  /** Folder of the built site. */
  readonly site: string;
  /** Base path that it was built for. */
  readonly base: string;
  readonly guide: Guide;
  readonly locale: string;
  /** How often a page is loaded. */
  readonly times: number;
  /** A page that keeps to its budgets is not loaded again. */
  readonly untilMet: boolean;
  /** Gets a line for each step. */
  readonly say?: (line: string) => void;
}

/** All that was measured. */
export interface Measured {
  readonly machine: Machine;
  readonly conditions: typeof conditions;
  readonly rows: readonly Row[];
  readonly offline: ReturnType<Scales['offline']>;
}

/** Measures a built site: pages that stand for the others in a browser, all chapters by their files. */
export async function measureSite({ site, base, guide, locale, times, untilMet, say = () => undefined }: MeasureOptions): Promise<Measured> {
  const scales = new Scales(site, base);
  const chapters = guide.chapters.map(({ slug }) => `/${locale}/${slug}/`);
  const longest = longestOf(chapters, scales);
  const withExplorer = chapters.find((path) => path !== longest && explorers.some(({ chapter }) => path.endsWith(`/${chapter}/`))) ?? longest;
  const withExercise = chapters.find((path) => path === longest && guide.chapters.some(({ slug, exercises }) => path.endsWith(`/${slug}/`) && exercises.length > 0)) ?? chapters.find((_, i) => (guide.chapters[i]?.exercises.length ?? 0) > 0) ?? longest;
  const before = chapters[chapters.indexOf(longest) - 1] ?? chapters[0] ?? longest;
  const found = await findBrowser();
  const env = { ...process.env, ...found.env } as Record<string, string>;
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args], env });
  const server = await recordingServer(site, base);
  const place: Place = { browser, server };
  const repeat = (subject: Subject, path: string, once: () => Promise<Load>): Promise<Row> => best(subject, path, untilMet, times, once);
  const open = (path: string) => async (): Promise<Load> => visit(place, path, async ({ observed, sent }) => ({ figures: { ...weights(sent), ...observedFigures(observed), unasked: unasked(sent, scales.first(path)) }, files: sent }));
  try {
    const rows: Row[] = [];
    const add = async (row: Promise<Row>): Promise<void> => {
      rows.push(await row);
      say(`${rows.at(-1)?.subject} ${rows.at(-1)?.path}`);
    };
    await add(repeat('home', `/${locale}/`, open(`/${locale}/`)));
    for (const path of new Set([longest, withExplorer])) await add(repeat('chapter', path, open(path)));
    await add(
      repeat('next chapter', before, async () => {
        const { milliseconds, ahead } = await nextChapter(place, before);
        return { figures: { milliseconds }, files: ahead };
      }),
    );
    for (const [subject, path, selector, isReady] of [
      ['quiz', longest, 'chapter-quiz', 'chapter-quiz:defined'],
      ['exercise', withExercise, 'python-exercise', 'python-exercise[data-open]'],
    ] as const) {
      const files = await turnTo(place, path, selector, isReady);
      rows.push({ subject, path, figures: { bytes: bodies(files), requests: files.length }, loads: 1, files });
    }
    await add(
      repeat('search', longest, async () => {
        const { sent, milliseconds } = await search(place, longest, 'reverse proxy', ['upstream', 'environ', 'certificate']);
        return { figures: { bytes: bodies(sent), requests: sent.length, milliseconds: Math.min(...milliseconds) }, files: sent };
      }),
    );
    for (const path of chapters.filter((other) => !rows.some((row) => row.subject === 'chapter' && row.path === other))) {
      const files = scales.first(path);
      rows.push({ subject: 'chapter', path, figures: weights(files), loads: 0, files });
    }
    rows.push(...explorerRows(scales, locale));
    return { machine: thisMachine(`Chromium ${browser.version()}`), conditions, rows, offline: scales.offline() };
  } finally {
    await browser.close();
    await server.stop();
  }
}

function observedFigures({ largest, shift, blocking, drawing, elements }: Observed): Row['figures'] {
  return { largest, shift, blocking, elements, ...(drawing !== undefined && { drawing }) };
}

/** How many files came that the HTML of the page does not bring with it. */
function unasked(sent: readonly Sent[], expected: readonly Sent[]): number {
  return sent.filter(({ path }) => !expected.some((file) => file.path === path)).length;
}

function longestOf(chapters: readonly string[], scales: Scales): string {
  const size = (path: string): number => scales.sent(path).body;
  return chapters.reduce((longest, path) => (size(path) > size(longest) ? path : longest), chapters[0] ?? '/');
}
