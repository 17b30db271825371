// @ts-check
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Does something while no other process does it. The lock of a process that has ended is taken over.
 * @param {string} folder stands for the lock while it is there
 * @param {() => void} onWait called once if another process is at it
 * @param {() => Promise<void>} work
 */
export async function oneAtATime(folder, onWait, work) {
  let told = false;
  while (!take(folder)) {
    if (!told) onWait();
    told = true;
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
    else await wait(300);
  }
  try {
    await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

/** @param {string} folder */
function isAbandoned(folder) {
  const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // An owner that has just begun has not written its number yet.
    return code === 'ESRCH' || (code === 'ENOENT' && age > 5000);
  }
}
