import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { isProgram, type FoundBrowser } from './find-browser.ts';

/** The site's CSS needs light-dark(), which came with this version. */
const oldest = 123;

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const macPrograms = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** Chromium, Chrome or Edge of the system, from PATH and the usual places; one that is too old is passed over. */
export async function systemBrowser(env: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> {
  for (const path of candidates(env)) {
    if (isProgram(path) && (await isRecent(path))) return { executablePath: path, args: [], env: {}, source: 'the system' };
  }
  return undefined;
}

function candidates(env: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    const programs = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'];
    return roots.flatMap((root) => programs.map((program) => join(root, program, 'Application', program.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe')));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const inPath = [...folders, '/snap/bin', '/opt/google/chrome'].flatMap((folder) => names.map((name) => join(folder, name)));
  return process.platform === 'darwin' ? [...inPath, ...macPrograms] : inPath;
}

/** Asks a program for its version: some systems keep a script under this name that only says what to install. */
async function isRecent(path: string): Promise<boolean> {
  // On Windows the question would open a window; what stands in the usual place there is the browser itself.
  if (process.platform === 'win32') return true;
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 10_000 });
    return Number(/(\d+)\.\d+/.exec(stdout)?.[1]) >= oldest;
  } catch {
    return false;
  }
}
