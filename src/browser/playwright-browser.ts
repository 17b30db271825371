import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isProgram, type FoundBrowser } from './find-browser.ts';

const shells = ['chrome-headless-shell', 'headless_shell', 'chrome-headless-shell.exe', 'headless_shell.exe'];

/** The browser that `npx playwright install chromium` downloaded, whole or as shell without windows. */
export async function playwrightBrowser(): Promise<FoundBrowser | undefined> {
  const { chromium } = await import('@playwright/test');
  const whole = chromium.executablePath();
  const found = isProgram(whole) ? whole : shellBeside(whole);
  return found === undefined ? undefined : { executablePath: found, args: [], env: {}, source: 'Playwright' };
}

/**
 * The shell of the same revision.
 * @param whole such as ~/.cache/ms-playwright/chromium-1234/chrome-linux64/chrome
 */
function shellBeside(whole: string): string | undefined {
  const parts = whole.split(sep);
  const at = parts.findIndex((part) => /^chromium-\d+$/.test(part));
  if (at < 0) return undefined;
  const folder = join(parts.slice(0, at).join(sep), (parts[at] ?? '').replace('chromium-', 'chromium_headless_shell-'));
  return filesBelow(folder).find((path) => shells.some((shell) => path === join(dirname(path), shell)) && isProgram(path));
}

/** Files one folder below, where a revision keeps its program. */
function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)));
  } catch {
    return [];
  }
}
