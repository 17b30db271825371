// @ts-check
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { BootError } from './error.mjs';
import { installProblem } from './install-problem.mjs';
import { isInstalled, stampOf } from './installed.mjs';

/**
 * Runs `npm ci` unless node_modules already is what the lockfile says.
 * @param {string} root the project's folder
 */
export async function ensureInstalled(root) {
  const modules = join(root, 'node_modules');
  const stamp = join(modules, '.request-path-lock');
  const wanted = stampOf(root);
  if (isInstalled(root, wanted)) {
    if (!existsSync(stamp)) writeFileSync(stamp, wanted);
    return;
  }

  console.log('Installing the packages of Request Path (once, about a minute) …');
  // Without these two files an install that is cut short is seen as such next time, and done again.
  rmSync(stamp, { force: true });
  rmSync(join(modules, '.package-lock.json'), { force: true });
  await npmCi(root);
  writeFileSync(stamp, wanted);
}

/** @param {string} root */
async function npmCi(root) {
  const log = join(root, '.cache', 'install.log');
  mkdirSync(join(root, '.cache'), { recursive: true });
  const file = createWriteStream(log);

  const status = await new Promise((resolve) => {
    // Said on the command line, because a person's npm settings may leave these out.
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=notice'];
    const npm = npmCommand();
    const child = spawn(npm.command, [...npm.args, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: npm.shell,
    });
    child.stdout.pipe(file, { end: false });
    child.stderr.pipe(file, { end: false });
    child.on('error', (error) => file.write(`npm error code ${/** @type {NodeJS.ErrnoException} */ (error).code}\n`));
    child.on('close', resolve);
  });
  file.end();
  await finished(file);

  if (status !== 0) {
    throw new BootError(`${installProblem(readFileSync(log, 'utf8'))} What npm said: ${relative(process.cwd(), log)}.`);
  }
}

/** The npm that started this script, or else the first one on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && basename(script) === 'npm-cli.js') return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
