import { spawnSync } from 'node:child_process';
import { findFirefox } from '../browser/find-firefox.ts';
import { runTool } from '../tools/run-tool.ts';
import { findLabs, readLab } from './lab-files.ts';
import { projectRoot, readCommandLine } from './lab-session.ts';
import { findProgram, labPath, missingPrograms, needs, needVersion, type NeedName } from './needs.ts';

const help = `node src/lab/install-needs.ts [pattern] [--run] [--list]

Prints the apt-get command for the Debian packages that labs (those whose path contains the pattern) need and
this machine lacks; without a pattern also Firefox, which the browser tests use. Nothing when it lacks none.

  --run    run it, as root or by sudo; the daemons of the packages are not started
  --list   print each need, its version here, and its packages
  --chapters FOLDER   take the labs of another folder of chapters
`;

/** Packages for needs that are not met, each once, sorted. */
export function missingPackages(names: readonly NeedName[], path = labPath()): readonly string[] {
  const missing = names.filter((name) => missingPrograms(name, path).length > 0 || (name === 'venv' && !canMakeVenv(path)));
  return [...new Set(missing.flatMap((name) => needs[name].packages))].sort();
}

/** Debian's Firefox; Ubuntu has none of this name, so it is asked for only where apt knows it. */
const firefoxPackage = 'firefox-esr';

// Debian splits the module: `import venv` works without the package, making one does not.
function canMakeVenv(path: string): boolean {
  const python = findProgram('python3', path);
  return python !== undefined && spawnSync(python, ['-c', 'import venv, ensurepip']).status === 0;
}

// Debian asks policy-rc.d before it starts a daemon; 101 means "do not". Labs start their own.
const installScript = `
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap "rm -f $policy" EXIT
  printf '#!/bin/sh\\nexit 101\\n' >$policy
  chmod 755 $policy
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update || exit
for package; do
  shift
  if [ "$package" = ${firefoxPackage} ] && ! apt-cache show $package >/dev/null 2>&1; then
    echo "This system has no package $package; install Firefox by hand."
  else
    set -- "$@" "$package"
  fi
done
[ $# -eq 0 ] || apt-get -qq install -y --no-install-recommends "$@"`;

/** Installs packages and returns the exit status; apt-get is heard only when it fails. */
function install(packages: readonly string[]): number {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [program = '', ...args] = [...asRoot, 'sh', '-c', installScript, 'sh', ...packages];
  const result = spawnSync(program, args, { encoding: 'utf8' });
  const without = /^This system has no package.*$/m.exec(result.stdout ?? '')?.[0];
  if (without) console.log(without);
  if (result.status !== 0) {
    console.error(`The packages could not be installed:\n${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`);
  }
  return result.status ?? 1;
}

async function main(): Promise<number> {
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
  const forTests = pattern === '' && (await findFirefox()) === undefined ? [firefoxPackage] : [];
  const packages = [...missingPackages(names), ...forTests];
  if (packages.length === 0) return 0;
  console.log(`apt-get install -y --no-install-recommends ${packages.join(' ')}`);
  return flags.has('--run') ? install(packages) : 0;
}

if (import.meta.main) await runTool(main);
