import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { findLabs, readLab } from './lab-files.ts';
import { projectRoot, readCommandLine } from './lab-session.ts';
import { findProgram, labPath, missingPrograms, needs, needVersion, type NeedName } from './needs.ts';

const help = `node src/lab/install-needs.ts [pattern] [--run] [--list]

Prints the apt-get command for the Debian packages that labs (those whose path contains the pattern) need and
this machine lacks; nothing when it lacks none.

  --run    run it, as root or by sudo; the daemons of the packages are not started
  --list   print each need, its version here, and its packages
  --chapters FOLDER   take the labs of another folder of chapters
`;

/** Packages for needs that are not met, each once, sorted. */
export function missingPackages(names: readonly NeedName[], path = labPath()): readonly string[] {
  const missing = names.filter((name) => missingPrograms(name, path).length > 0 || (name === 'venv' && !canMakeVenv(path)));
  return [...new Set(missing.flatMap((name) => needs[name].packages))].sort();
}

// Debian splits the module: `import venv` works without the package, making one does not.
function canMakeVenv(path: string): boolean {
  const python = findProgram('python3', path);
  return python !== undefined && spawnSync(python, ['-c', 'import venv, ensurepip']).status === 0;
}

function install(packages: readonly string[]): number {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: readonly string[]): number => {
    const [program = '', ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    const result = spawnSync(program, rest, { encoding: 'utf8' });
    if (result.status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`);
    return result.status ?? 1;
  };
  // Debian asks this file before it starts a daemon; 101 means "do not". Labs start their own.
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = asRoot.length === 0 && !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return apt('update') || apt('install', '-y', '--no-install-recommends', ...packages);
  } finally {
    if (isOurs) rmSync(policy);
  }
}

function main(): number {
  if (process.argv.includes('--help')) {
    console.log(help);
    return 0;
  }
  const { chapters, pattern, flags } = readCommandLine(process.argv.slice(2), ['--run', '--list']);
  const names = [...new Set(findLabs(chapters, projectRoot, pattern).flatMap((folder) => readLab(folder).needs))].sort();
  if (flags.has('--list')) {
    for (const name of names) console.log(`${name.padEnd(10)} ${(needVersion(name) ?? 'not here').padEnd(12)} ${needs[name].packages.join(' ')}`);
    return 0;
  }
  const packages = missingPackages(names);
  if (packages.length === 0) return 0;
  console.log(`apt-get install -y --no-install-recommends ${packages.join(' ')}`);
  return flags.has('--run') ? install(packages) : 0;
}

if (import.meta.main) process.exitCode = main();
