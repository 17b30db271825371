import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { conditions } from './conditions.ts';
import { observe, readObserved, type Observed } from './observe.ts';
import type { RecordingServer } from './recording-server.ts';
import type { Sent } from './sent.ts';

/** A reader who has opened a page for the first time, on the line and processor of {@link conditions}. */
export interface Visit {
  readonly page: Page;
  /** Takes the slow line away: for what is to be measured with everything there that it needs. */
  quicken(): Promise<void>;
  /** Of the first page. */
  readonly observed: Observed;
  readonly sent: readonly Sent[];
}

/** What all visits need. */
export interface Place {
  readonly browser: Browser;
  readonly server: RecordingServer;
}

/** Opens a page with nothing in the cache, lets it come to rest, and hands it to `then`; closes it afterwards. */
export async function visit<T>({ browser, server }: Place, path: string, then: (visit: Visit) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: conditions.viewport, colorScheme: 'light', locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const session = await slowDown(context, page);
    await page.addInitScript(observe);
    server.take();
    await page.goto(new URL(path.slice(1), server.url).href, { waitUntil: 'load' });
    await rest(page);
    return await then({ page, quicken: () => setLine(session, 0, -1, -1), observed: await page.evaluate(readObserved), sent: server.take() });
  } finally {
    await context.close();
  }
}

/** Waits until the line has been quiet for a while, and what came has been worked through. */
export async function rest(page: Page): Promise<void> {
  await lines.get(page)?.quiet();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
}

/** What a page has asked for and not got yet. */
class Line {
  readonly #open = new Map<string, string>();
  #changed = performance.now();

  constructor(session: CDPSession, page: Page) {
    // The browser tells the page when it asks for a worker's script, and the worker when that has come.
    page.on('worker', (worker) => this.#change(() => [...this.#open].filter(([, url]) => url === worker.url()).forEach(([id]) => this.#open.delete(id))));
    session.on('Network.requestWillBeSent', ({ requestId, request }) => this.#change(() => this.#open.set(requestId, request.url)));
    for (const event of ['Network.loadingFinished', 'Network.loadingFailed'] as const) {
      session.on(event, ({ requestId }) => this.#change(() => this.#open.delete(requestId)));
    }
  }

  #change(how: () => void): void {
    how();
    this.#changed = performance.now();
  }

  /** @throws Error with what is missing when the line does not come to rest within half a minute */
  async quiet(): Promise<void> {
    const started = performance.now();
    while (this.#open.size > 0 || performance.now() - this.#changed < quietFor) {
      if (performance.now() - started > 30_000) throw new Error(`Still on its way after 30 s: ${[...this.#open.values()].join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Milliseconds without a request or an answer after which a page is at rest; longer than an answer takes to begin. */
const quietFor = 400;
const lines = new WeakMap<Page, Line>();

async function slowDown(context: BrowserContext, page: Page): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  lines.set(page, new Line(session, page));
  await session.send('Network.enable');
  await setLine(session, conditions.latency, (conditions.down * 1000) / 8, (conditions.up * 1000) / 8);
  await session.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpu });
  return session;
}

/** @param down bytes a second, as `up`; -1 for as many as there can be */
async function setLine(session: CDPSession, latency: number, downloadThroughput: number, uploadThroughput: number): Promise<void> {
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput, uploadThroughput });
}
