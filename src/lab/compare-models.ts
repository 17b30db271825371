import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resultOf, type Comparison, type ComparisonFile } from './comparison.ts';
import { findIsolation } from './isolation.ts';
import { lacksOf, projectRoot } from './lab-session.ts';
import { labPath, type NeedName } from './needs.ts';
import { isolatedScript, ownEnvironment, writeOwnEtc } from './own-system.ts';
import { installPythonPackages } from './python-packages.ts';

const help = `npm run models:compare [-- pattern]

Runs the guide's models beside the real servers: the files tests/models/*.compare.ts whose name contains the
pattern, one after the other, each in a namespace of its own. A case in which they differ is a failure. What this
machine lacks the tools for is skipped; with CI or LAB_REQUIRE=all set that is a failure.
`;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** Seconds that one comparison may take. */
const limit = 300;

const [pattern = ''] = process.argv.slice(2);
if (pattern === '--help') console.log(help);
else process.exitCode = await compareAll(pattern);

async function compareAll(wanted: string): Promise<number> {
  const folder = join(projectRoot, 'tests/models');
  const files = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.compare.ts') && name.includes(wanted)).sort();
  if (files.length === 0) {
    console.log(`No file tests/models/*.compare.ts has \`${wanted}\` in its name.`);
    return 1;
  }
  const requireAll = Boolean(process.env['CI']) || process.env['LAB_REQUIRE'] === 'all';
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const name of files) {
    const start = Date.now();
    const outcome = await compareOne(join(folder, name));
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    if ('lacks' in outcome) {
      counts[requireAll ? 'failed' : 'skipped']++;
      say(requireAll ? 'failed' : 'skipped', `${name} (${seconds} s)`, outcome.lacks);
    } else {
      const { cases, differences, notes = [] } = outcome;
      const failed = differences.length || Number(cases === 0);
      counts.passed += Math.max(cases - differences.length, 0);
      counts.failed += failed;
      const none = cases === 0 ? ['It ran no case.'] : [];
      say(failed ? 'failed' : 'passed', `${name}: ${cases} cases, ${differences.length} differ (${seconds} s)`, [...notes, ...none, ...differences.slice(0, 20)]);
    }
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed ? 1 : 0;
}

function say(state: string, title: string, messages: readonly string[]): void {
  console.log([`${state.padEnd(7)} ${title}`, ...messages.map((message) => message.replace(/^/gm, '  '))].join('\n'));
}

async function compareOne(file: string): Promise<Comparison | { readonly lacks: readonly string[] }> {
  const { needs } = (await import(pathToFileURL(file).href)) as ComparisonFile;
  const isolation = findIsolation();
  const all: readonly NeedName[] = [...new Set<NeedName>(['namespace', ...needs])];
  const lacks = lacksOf(all, isolation, labPath());
  if (lacks.length || !isolation.isolated) return { lacks };
  const packages = needs.includes('venv') ? await installPythonPackages(projectRoot, console.log) : undefined;
  if (packages && 'missing' in packages) return { lacks: [packages.missing] };

  const temp = mkdtempSync(join(tmpdir(), 'request-path-model-'));
  try {
    mkdirSync(join(temp, 'work'));
    writeOwnEtc(temp);
    const path = `${packages ? `${packages.venv}/bin:` : ''}${labPath()}`;
    const { printed, ending } = await runIsolated([...isolation.command, 'bash', '-c', isolatedScript('comparison-system.sh'), 'comparison', temp], file, path, temp);
    const tail = printed.trimEnd().split('\n').slice(-30).join('\n');
    return resultOf(printed) ?? { cases: 1, differences: [`It ended without a result (${ending}). It printed:\n${tail}`] };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

async function runIsolated(command: readonly string[], file: string, path: string, temp: string): Promise<{ printed: string; ending: string }> {
  const [program = '', ...before] = command;
  const child = spawn(program, [...before, process.execPath, here('run-comparison.ts'), file], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ownEnvironment(path, join(temp, 'work')),
  });
  const end = (): void => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has gone already.
    }
  };
  let printed = '';
  let isLate = false;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, limit * 1000);
  process.once('SIGINT', end).once('SIGTERM', end);
  // Servers that it left behind may hold its output open: its own end counts.
  const ending = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => setTimeout(() => resolve(isLate ? `stopped after ${limit} s` : `status ${code ?? signal}`), 50));
  });
  clearTimeout(timer);
  process.off('SIGINT', end).off('SIGTERM', end);
  end();
  return { printed, ending };
}
