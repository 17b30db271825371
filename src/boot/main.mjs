// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands } from './commands.mjs';
import { BootError } from './error.mjs';
import { ensureInstalled } from './install.mjs';
import { ownNode } from './own-node.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs what is missing, then runs the command with the project's own Node and ends as it ends.
 * @param {readonly string[]} args the command and its options
 */
export async function main(args) {
  try {
    const [name = '', ...options] = args;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
      throw new BootError(`There is no command "${name}": write one of ${Object.keys(commands).join(', ')}.`);
    }
    await ensureInstalled(root);
    process.exitCode = await run(ownNode(root), [...command, ...options]);
  } catch (error) {
    if (!(error instanceof BootError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * @param {string} node the executable
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit status
 */
function run(node, args) {
  const [file = '', ...options] = args;
  // Node 22 and the first of 24 call type stripping experimental on every start.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, file), ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter) },
  });

  // A signal may have been sent to this process alone. (After Ctrl-C the child hears it twice.)
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) onceOrphaned(() => child.kill('SIGTERM'));

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * A signal sent to npm ends npm and its shell, which do not hand it on; a server would go on unseen.
 * @param {() => void} act
 */
function onceOrphaned(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}
