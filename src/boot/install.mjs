// @ts-check
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { BootError } from './error.mjs';
import { installProblem } from './install-problem.mjs';
import { isInstalled, stampFile, stampOf } from './installed.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/**
 * Runs `npm ci` unless node_modules already is what the lockfile says.
 * @param {string} root the project's folder
 */
export async function ensureInstalled(root) {
  if (isInstalledAndNoted(root)) return;
  refuseLink(root);
  mkdirSync(join(root, '.cache'), { recursive: true });
  const onWait = () => console.log('Another command is installing the packages; waiting for it …');
  await oneAtATime(join(root, '.cache', 'installing'), onWait, async () => {
    if (!isInstalledAndNoted(root)) await install(root);
  });
}

/** @param {string} root */
function isInstalledAndNoted(root) {
  const wanted = stampOf(root);
  const stamp = stampFile(root);
  if (!isInstalled(root, wanted)) return false;
  if (!existsSync(stamp) && !isLink(root)) writeFileSync(stamp, wanted);
  return true;
}

/** `npm ci` would delete what a link leads to, which may be in use by another folder. @param {string} root */
function refuseLink(root) {
  if (!isLink(root)) return;
  throw new BootError(
    `node_modules is a link to ${readlinkSync(join(root, 'node_modules'))}, which does not hold the packages of this package-lock.json, and nothing was changed there: ` +
      'remove the link (not what it leads to), or install the packages in the folder that it leads to, then run the same command again.',
  );
}

/** @param {string} root */
function isLink(root) {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** @param {string} root */
async function install(root) {
  console.log('Installing the packages of Request Path (once, about a minute) …');
  // Without these two files an install that is cut short is seen as such next time, and done again.
  rmSync(stampFile(root), { force: true });
  rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true });
  const stamp = stampOf(root);
  await npmCi(root);
  writeFileSync(stampFile(root), stamp);
}

/** @param {string} root */
async function npmCi(root) {
  const log = join(root, '.cache', 'install.log');
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
