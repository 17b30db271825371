import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { missingPackages } from './install-needs.ts';
import { bareVersion, findProgram, labPath, missingPrograms, missingSentence, needNames, needVersion, missingDevice, postgresFolders } from './needs.ts';

const folder = mkdtempSync(join(tmpdir(), 'programs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
  chmodSync(join(folder, name), 0o755);
}

test.each([
  ['curl 7.88.1 (x86_64-pc-linux-gnu) libcurl/7.88.1', '7.88.1'],
  ['nginx version: nginx/1.22.1', '1.22.1'],
  ['DiG 9.18.49-1~deb12u3-Debian', '9.18.49'],
  ['ss utility, iproute2-6.1.0, libbpf 1.1.0', '6.1.0'],
  ['gunicorn (version 27.0.1)', '27.0.1'],
  ['Python 3.15.0rc1', '3.15.0rc1'],
  ['usage: x [-v]', undefined],
])('%s names version %s', (words, version) => {
  expect(bareVersion(words)).toBe(version);
});

test('a need is met by all of its programs, and says its version', () => {
  program('fcgiwrap', 'echo Usage');
  expect(missingPrograms('fcgiwrap', folder)).toEqual(['spawn-fcgi']);
  expect(missingSentence('fcgiwrap', ['spawn-fcgi'])).toBe(
    'needs fcgiwrap: no program `spawn-fcgi` here; Debian packages fcgiwrap, spawn-fcgi (apt-get install fcgiwrap spawn-fcgi)',
  );
  program('nginx', 'echo nginx version: nginx/1.2.3 >&2');
  expect(needVersion('nginx', folder)).toBe('1.2.3');
  expect(needVersion('nsd', folder)).toBeUndefined();
});

test('a file that cannot be run is no program', () => {
  writeFileSync(join(folder, 'nsd'), '');
  expect(findProgram('nsd', folder)).toBeUndefined();
});

test('each need that is not met has a package to install', () => {
  for (const name of needNames) expect(missingPackages([name], '/nowhere').length).toBeGreaterThan(0);
  expect(missingPackages(['nsd', 'ss', 'namespace', 'nsd'], '/nowhere')).toEqual(['iproute2', 'mount', 'nsd', 'util-linux']);
});

test("the system's programs come before those of the caller", () => {
  expect(labPath('/home/ada/.tools:/usr/bin:relative:/x/node_modules/.bin', ['/usr/lib/postgresql/15/bin'])).toBe(
    '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/15/bin:/home/ada/.tools',
  );
});

test('of several versions of PostgreSQL the newest goes first', () => {
  const root = join(folder, 'postgresql');
  for (const version of ['9', '15', '17', 'common']) mkdirSync(join(root, version), { recursive: true });
  expect(postgresFolders(root)).toEqual([join(root, '17/bin'), join(root, '15/bin'), join(root, '9/bin')]);
  expect(postgresFolders(join(folder, 'nowhere'))).toEqual([]);
});

test('a device that cannot be opened is named, with what to do', () => {
  expect(missingDevice('tun', () => false)).toBe(
    "needs tun: /dev/net/tun cannot be opened here; load the kernel's module (modprobe tun) or give the container that device",
  );
  expect(missingDevice('tun', () => true)).toBeUndefined();
  expect(missingDevice('curl', () => false)).toBeUndefined();
});
