import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { isProgram } from './find-browser.ts';

/** Names a Firefox to take instead of searching for one. */
export const firefoxVariable = 'REQUEST_PATH_FIREFOX';

/** What to do where there is none. */
export const noFirefox = `There is no Firefox to test with: install it (Debian: apt-get install firefox-esr), or name one by ${firefoxVariable}.`;

/** A Firefox as its makers ship it. */
export interface FoundFirefox {
  readonly executablePath: string;
  /** Such as `153.7.0esr`. */
  readonly version: string;
}

const names = ['firefox-esr', 'firefox'];
const elsewhere = ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/**
 * Finds Firefox: the one named by REQUEST_PATH_FIREFOX, or the system's.
 * @throws Error when the one named is not there
 */
export async function findFirefox(env: NodeJS.ProcessEnv = process.env): Promise<FoundFirefox | undefined> {
  const named = env[firefoxVariable];
  if (named && !isProgram(named)) {
    throw new Error(`${firefoxVariable} names ${named}, which is not a program that can be run; write the full path of Firefox, or unset it.`);
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = named ? [named] : [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere];
  for (const executablePath of candidates) {
    const version = isProgram(executablePath) ? await versionOf(executablePath) : undefined;
    if (version !== undefined) return { executablePath, version };
  }
  return undefined;
}

/** Asks a program for its version; some systems keep a script under this name that only says what to install. */
async function versionOf(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 20_000 });
    return /^Mozilla Firefox (\d\S*)/m.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}
