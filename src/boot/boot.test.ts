import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installProblem } from './install-problem.mjs';
import { followsLock, isInstalled, stampOf } from './installed.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { runsTypeScript } from './own-node.mjs';

const boot = fileURLToPath(new URL('.', import.meta.url));
let project = '';

/** A project with nothing but the bootstrap and one dependency. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'boot-'));
  cpSync(boot, join(project, 'src/boot'), { recursive: true });
  write('package.json', JSON.stringify({ name: 'x', version: '1.0.0', dependencies: { leaf: '1.0.0' } }));
  write('package-lock.json', lock({ '': { version: '1.0.0', dependencies: { leaf: '1.0.0' } }, 'node_modules/leaf': leaf }));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const leaf = { version: '1.0.0', integrity: 'sha512-AAAA' };
const lock = (packages: object): string => JSON.stringify({ name: 'x', version: '1.0.0', lockfileVersion: 3, requires: true, packages });

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function run(args: readonly string[], options: { node?: readonly string[]; env?: Record<string, string> } = {}): { status: number | null; said: string } {
  const result = spawnSync(process.execPath, [...(options.node ?? []), 'src/boot/run.mjs', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: project, ...options.env },
  });
  return { status: result.status, said: `${result.stdout}${result.stderr}`.trim() };
}

test('an old Node is told so in one sentence, before anything else is read', () => {
  write('old.cjs', "Object.defineProperty(process.versions, 'node', { value: '18.19.1' });");
  rmSync(join(project, 'src/boot/main.mjs'));
  const { status, said } = run(['start'], { node: ['--require', './old.cjs'] });
  expect(status).toBe(1);
  expect(said).toMatch(/^Request Path needs Node 20 or later; this is 18\.19\.1: install a current one from \S+ .*run the same command again\.$/);
});

test('the first file holds nothing that an old Node cannot parse', () => {
  const code = readFileSync(join(boot, 'run.mjs'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  expect(code).toContain('import(');
  expect(code).not.toMatch(/^\s*(import|export)\s|\?\.|\?\?|\b(const|let|await|async)\b|=>|`/m);
});

test('a command that does not exist is answered by those that do', () => {
  const { status, said } = run(['strat']);
  expect(status).toBe(1);
  expect(said).toMatch(/^There is no command "strat": write one of start, .*new:chapter\.$/);
});

test('an install without a network says what to do, and is done again next time', () => {
  // Port 9 answers nobody.
  const env = { npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0', npm_config_cache: join(project, 'cache') };
  const { status, said } = run(['start'], { env });
  expect(status).toBe(1);
  expect(said.split('\n').at(-1)).toBe(
    'The packages could not be installed, because npm did not reach its registry (ECONNREFUSED): connect to the network, or set the ' +
      'registry or proxy in your npm settings, then run the same command again. What npm said: .cache/install.log.',
  );
  expect(isInstalled(project, stampOf(project))).toBe(false);
}, 30_000);

test('a machine without npm is told so', () => {
  const { status, said } = run(['start'], { env: { PATH: dirname(process.execPath) } });
  expect(status).toBe(1);
  expect(said).toContain('because npm itself was not found: install it (it comes with Node), then run the same command again.');
});

test('packages that stand behind a link are used as they are, and never installed or deleted through it', () => {
  write('elsewhere/leaf/package.json', '{}');
  write('elsewhere/mine.txt', 'kept');
  symlinkSync('elsewhere', join(project, 'node_modules'), 'dir');
  const { status, said } = run(['start']);
  expect(status).toBe(1);
  expect(said).toBe(
    'node_modules is a link to elsewhere, which does not hold the packages of this package-lock.json, and nothing was changed there: remove the ' +
      'link (not what it leads to), or install the packages in the folder that it leads to, then run the same command again.',
  );
  expect(readdirSync(join(project, 'elsewhere')).sort()).toEqual(['leaf', 'mine.txt']);
  expect(existsSync(join(project, '.cache'))).toBe(false);

  // npm's own record says that they fit: the command runs, and writes no note behind the link.
  write('elsewhere/.package-lock.json', lock({ 'node_modules/leaf': leaf }));
  write('src/tools/dev.ts', "console.log('runs');");
  expect(run(['dev'])).toEqual({ status: 0, said: 'runs' });
  expect(readdirSync(join(project, 'elsewhere')).sort()).toEqual(['.package-lock.json', 'leaf', 'mine.txt']);

  rmSync(join(project, 'elsewhere'), { recursive: true });
  expect(run(['start']).said).toContain('node_modules is a link to elsewhere, which');
});

test('two commands at once install one after the other; the lock of one that died is taken over', async () => {
  const lockFolder = join(project, 'lock');
  const events: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    events.push(`${name} ends`);
  };
  const waits = (): void => void events.push('waits');
  await Promise.all([oneAtATime(lockFolder, waits, work('first')), oneAtATime(lockFolder, waits, work('second'))]);
  expect(events).toEqual(['first begins', 'waits', 'first ends', 'second begins', 'second ends']);

  const dead = spawnSync(process.execPath, ['--version']).pid;
  write('lock/pid', String(dead));
  await oneAtATime(lockFolder, waits, work('third'));
  expect(events.slice(-2)).toEqual(['third begins', 'third ends']);
});

test('a finished install counts while lockfile and packages stay as they are', () => {
  write('node_modules/leaf/package.json', '{}');
  write('node_modules/.request-path-lock', stampOf(project));
  expect(isInstalled(project, stampOf(project))).toBe(true);

  rmSync(join(project, 'node_modules/leaf'), { recursive: true });
  expect(isInstalled(project, stampOf(project))).toBe(false);

  write('node_modules/leaf/package.json', '{}');
  write('package-lock.json', lock({ '': {}, 'node_modules/leaf': { ...leaf, version: '1.0.1' } }));
  expect(isInstalled(project, stampOf(project))).toBe(false);
});

test('what npm installed by itself counts, unless it was cut short', () => {
  write('node_modules/leaf/package.json', '{}');
  expect(isInstalled(project, stampOf(project))).toBe(false);
  write('node_modules/.package-lock.json', lock({ 'node_modules/leaf': leaf }));
  expect(isInstalled(project, stampOf(project))).toBe(true);
});

test.each([
  ['the same packages', { 'node_modules/a': { version: '1.0.0' } }, true],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  ['one too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/z': { version: '1.0.0' } }, false],
  ['one too few', {}, false],
])('npm installed %s', (_, present, follows) => {
  const wanted = lock({ '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/other-platform': { version: '1.0.0', optional: true } });
  expect(followsLock(wanted, lock(present))).toBe(follows);
});

test.each([
  ['npm error code ENOTFOUND\nnpm error network request failed', 'npm did not reach its registry (ENOTFOUND)'],
  ['npm error code ENOSPC', 'the disk is full: free about 1 GB'],
  ['npm ERR! code EUSAGE', 'package.json and package-lock.json disagree'],
  ['npm error code EINTEGRITY', 'a package differs from the one that the lockfile names'],
  ['npm error code ESTRICTALLOWSCRIPTS', 'a package wants to run a script at install that package.json does not allow'],
  ['npm error code EODD', 'npm stopped (EODD): mend what it names'],
  ['', 'npm ended early'],
])('%j becomes a sentence', (log, why) => {
  const sentence = installProblem(log);
  expect(sentence).toContain(`because ${why}`);
  expect(sentence).toMatch(/, then run the same command again\.$/);
});

test.each([
  ['20.19.0', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.6.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s is able to build: %s', (version, able) => {
  expect(runsTypeScript(version)).toBe(able);
});
