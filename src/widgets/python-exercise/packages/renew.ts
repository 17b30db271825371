/**
 * `node src/widgets/python-exercise/packages/renew.ts`: brings the wheels of this folder to the versions of
 * src/lab/requirements.lock. Needs pip, and the network; pip checks the hashes. A build needs neither.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frameworks } from '../runtime/frameworks.ts';
import { lockedPackages } from './locked-packages.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = [...new Set(Object.values(frameworks).flat())];
const locked = lockedPackages(fileURLToPath(new URL('../../../..', import.meta.url)));
const lines = names.map((name) => {
  const { version, hashes } = locked.get(name) ?? {};
  if (!version || !hashes) throw new Error(`src/lab/requirements.lock has no ${name}; add it to requirements.in`);
  return [`${name}==${version}`, ...hashes.map((hash) => `--hash=sha256:${hash}`)].join(' ');
});

const fresh = mkdtempSync(join(folder, '.fresh-'));
try {
  writeFileSync(join(fresh, 'wanted.txt'), lines.join('\n'));
  // One platform for all: of a wheel with a compiled part only the Python files are used.
  const platform = ['--only-binary', ':all:', '--platform', 'manylinux2014_x86_64', '--implementation', 'cp', '--python-version', '3.14'];
  const args = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes', ...platform, '--dest', fresh, '-r', join(fresh, 'wanted.txt')];
  const { status, error } = spawnSync('python3', args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`python3 -m pip could not download the wheels${error ? `: ${error.message}` : ''}`);
  for (const old of readdirSync(folder)) if (old.endsWith('.whl')) rmSync(join(folder, old));
  for (const wheel of readdirSync(fresh)) if (wheel.endsWith('.whl')) renameSync(join(fresh, wheel), join(folder, wheel));
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
console.log(readdirSync(folder).filter((name) => name.endsWith('.whl')).join('\n'));
