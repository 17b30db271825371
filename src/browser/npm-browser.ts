import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FoundBrowser } from './find-browser.ts';

const cache = fileURLToPath(new URL('../../.cache/browser/', import.meta.url));

/**
 * Chromium from the npm package @sparticuz/chromium, with the libraries and a font that a bare system lacks. It is
 * unpacked once into .cache/browser; after that this only looks.
 */
export async function npmBrowser(env: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> {
  const packaged = findPackage();
  if (!packaged || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(cache, packaged.version);
  if (!existsSync(folder)) await unpack(packaged.dir, folder);
  const libraries = join(folder, 'al2023/lib');
  return {
    executablePath: join(folder, 'chromium'),
    // The program has no helper for a sandbox of its own, and no graphics card to talk to.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'],
    env: {
      LD_LIBRARY_PATH: [libraries, env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
    source: 'npm',
  };
}

function findPackage(): { readonly dir: string; readonly version: string } | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const dir = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string };
    return existsSync(join(dir, 'bin/chromium.br')) ? { dir, version } : undefined;
  } catch {
    return undefined;
  }
}

/** Unpacks beside the place and renames at the end, so that a folder of that name is always whole. */
async function unpack(dir: string, folder: string): Promise<void> {
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  try {
    // The package unpacks into the system's temporary folder, so a process is started for which that is ours.
    const entry = pathToFileURL(join(dir, 'build/index.js')).href;
    const parts = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => join(dir, 'bin', name));
    const program = `const { inflate } = await import(${JSON.stringify(entry)}); await Promise.all(${JSON.stringify(parts)}.map((part) => inflate(part)));`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TMPDIR: half },
    });
    writeFileSync(join(half, 'fonts.conf'), fontsConf(folder));
    if (!existsSync(folder)) renameSync(half, folder);
  } catch (error) {
    throw new Error(`The browser that npm brought could not be unpacked into ${folder}: ${(error as Error).message}`);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** The system's fonts, where it has some, and the one that came with the browser. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
