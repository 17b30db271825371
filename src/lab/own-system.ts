import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A script that runs inside `unshare`, with what it calls: for `bash -c`.
 * @param name such as `driver.sh`, beside this file
 */
export function isolatedScript(name: string): string {
  return ['own-system.sh', name].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n');
}

/** Writes the files that stand in for those of /etc into `etc/` of a temporary folder; see own-system.sh. */
export function writeOwnEtc(temp: string): void {
  mkdirSync(join(temp, 'etc'));
  writeFileSync(join(temp, 'etc/hosts'), '127.0.0.1 localhost lab\n');
  writeFileSync(join(temp, 'etc/resolv.conf'), 'nameserver 127.0.0.53\noptions timeout:1 attempts:1\n');
  writeFileSync(
    join(temp, 'etc/nsswitch.conf'),
    'passwd: files\ngroup: files\nshadow: files\nhosts: files dns\nnetworks: files\nprotocols: files\nservices: files\n',
  );
}

/** The environment of whatever runs in a system of its own: nothing of the person's who started it. */
export function ownEnvironment(path: string, home: string): Readonly<Record<string, string>> {
  return {
    PATH: path,
    HOME: home,
    LC_ALL: 'C',
    TZ: 'UTC',
    NO_PROXY: '*',
    no_proxy: '*',
    // A server's log is complete at every moment, and a copy of a lab stays small.
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
  };
}
