import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findProgram, labPath, missingSentence, needs } from './needs.ts';

const lockFile = fileURLToPath(new URL('requirements.lock', import.meta.url));

// As in the first lines of the lock file.
const oldest = [3, 11] as const;

/** The folder of the installed packages, or why there is none. */
export type PythonPackages = { readonly venv: string } | { readonly missing: string };

/**
 * Installs the pinned Python packages into `<project>/.lab/venv` unless they are there already.
 * They are remembered by the hash of the lock file and the version of Python.
 * @param say told before something that takes long
 */
export async function installPythonPackages(root: string, say: (line: string) => void = () => undefined): Promise<PythonPackages> {
  if (!findProgram('python3')) return { missing: missingSentence('venv', ['python3']) };
  const python = findPython();
  if (!python) return { missing: `needs venv: src/lab/requirements.lock is for Python ${oldest.join('.')} or newer; install such a python3` };

  const folder = join(root, '.lab');
  const venv = join(folder, 'venv');
  const key = packagesKey(python);
  mkdirSync(folder, { recursive: true });
  const unlock = await lock(join(folder, 'installing'));
  try {
    if (read(join(venv, 'installed')) === key) return { venv };
    rmSync(venv, { recursive: true, force: true });
    say('Installing the Python packages of the labs into .lab/venv (once).');

    const made = run(python, ['-m', 'venv', venv]);
    if (made.status !== 0) {
      const packages = needs.venv.packages.join(' ');
      return { missing: `needs venv: \`python3 -m venv\` does not work here; Debian packages ${packages} (apt-get install ${packages}). It said: ${lastWords(made.output)}` };
    }
    const installed = run(join(venv, 'bin/python'), [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'],
      ...['--require-hashes', '--only-binary', ':all:', '-r', lockFile],
    ]);
    if (installed.status !== 0) {
      return { missing: `needs venv: pip could not install src/lab/requirements.lock for ${pythonVersion(python)}. It said: ${lastWords(installed.output)}` };
    }
    makeMovable(venv);
    writeFileSync(join(venv, 'installed'), key);
    return { venv };
  } finally {
    unlock();
  }
}

/** A Python that is new enough for the lock file; the system's own goes first. */
function findPython(): string | undefined {
  return ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11']
    .flatMap((name) => findProgram(name) ?? [])
    .find((file) => isNewEnough(pythonVersion(file)));
}

/** Whether words such as `Python 3.11.2` name a version that the lock file is for. */
export function isNewEnough(words: string): boolean {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(words) ?? [];
  return Number(major) === oldest[0] && Number(minor) >= oldest[1];
}

/** Changes whenever the packages must be installed anew. */
function packagesKey(python: string): string {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${hash} ${pythonVersion(python)} ${python} movable\n`;
}

function pythonVersion(python: string): string {
  return run(python, ['--version']).output.trim();
}

/**
 * Lets the programs find Python by PATH. Labs see the folder under another name, so that no path of this
 * machine stands in their tracebacks.
 */
export function makeMovable(venv: string): void {
  const bin = join(venv, 'bin');
  for (const name of readdirSync(bin)) {
    const file = join(bin, name);
    if (!statSync(file).isFile() || statSync(file).size > 100_000) continue;
    const text = readFileSync(file, 'latin1');
    if (!text.startsWith('#!') || !text.slice(0, 400).includes(venv)) continue;
    const movable = text.replace(/^#!\/bin\/sh\n'''exec'.*\n' '''\n|^#!.*\n/, '#!/usr/bin/env python3\n');
    writeFileSync(file, movable, 'latin1');
  }
}

function run(program: string, args: readonly string[]): { status: number | null; output: string } {
  const env = { ...process.env, PATH: labPath(), PYTHONHOME: undefined, PYTHONPATH: undefined };
  const result = spawnSync(program, args, { encoding: 'utf8', env });
  return { status: result.status, output: `${result.stdout}${result.stderr}${result.error?.message ?? ''}` };
}

function lastWords(output: string): string {
  return output.trim().split('\n').slice(-4).join(' / ');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Waits until no other process installs. A lock whose process has ended is taken over. */
async function lock(folder: string): Promise<() => void> {
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, 'pid'), String(process.pid));
      return () => rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(read(join(folder, 'pid')));
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (owner ? !isAlive(owner) : age > 5000) rmSync(folder, { recursive: true, force: true });
    else await wait(200);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
