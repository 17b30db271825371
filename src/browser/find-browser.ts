import { accessSync, constants, statSync } from 'node:fs';
import { npmBrowser } from './npm-browser.ts';
import { playwrightBrowser } from './playwright-browser.ts';
import { systemBrowser } from './system-browser.ts';

/** A browser that Playwright can start: pass path and arguments to `launch`, and `env` beside the environment. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** What to add to the environment; `{}` for a browser that needs nothing. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it came from, for messages. */
  readonly source: string;
}

/** Looks in one place; `undefined` when there is none. */
export type Place = (env: NodeJS.ProcessEnv) => Promise<FoundBrowser | undefined>;

/** Names a browser to take instead of searching for one. */
export const browserVariable = 'REQUEST_PATH_BROWSER';

/** In the order in which they are tried; the last one comes with `npm ci` and needs neither root nor a package. */
const places: readonly Place[] = [named, playwrightBrowser, systemBrowser, npmBrowser];

/**
 * Finds a browser for drawing and for tests: the one named by REQUEST_PATH_BROWSER, Playwright's own, the system's
 * Chromium or Chrome, or the one that npm brought.
 * @throws Error with what to do when there is none, or when the one named is not there
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env, inPlaces: readonly Place[] = places): Promise<FoundBrowser> {
  for (const place of inPlaces) {
    const found = await place(env);
    if (found) return { ...found, args: [...new Set([...quiet, ...(isRoot() ? ['--no-sandbox'] : []), ...found.args])] };
  }
  throw new Error(
    `There is no browser to draw and test with: run npx playwright install chromium, install Chromium or Google Chrome, or name one by ${browserVariable}.`,
  );
}

/** No traffic of the browser's own, and text that measures the same on every screen. */
const quiet = ['--disable-background-networking', '--no-pings', '--font-render-hinting=none'];

async function named(env: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> {
  const path = env[browserVariable];
  if (!path) return undefined;
  if (!isProgram(path)) {
    throw new Error(`${browserVariable} names ${path}, which is not a program that can be run; write the full path of Chromium or Chrome, or unset it.`);
  }
  return { executablePath: path, args: [], env: {}, source: browserVariable };
}

/** True for a file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
