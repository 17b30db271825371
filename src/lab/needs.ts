import { spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A tool or ability that a lab may ask for under `needs`. */
export interface Need {
  /** Debian packages that bring it. */
  readonly packages: readonly string[];
  /** Programs that must be found; the first one tells the version. Whether `namespace` and `venv` work is tried besides. */
  readonly programs: readonly string[];
  /** Arguments with which the first program names its version. */
  readonly version: readonly string[];
  /** A device of the kernel that must be there to open; no package brings it. */
  readonly device?: string;
}

/** All names allowed in `needs` of a lab.yaml. */
export const needNames = [
  'namespace', 'curl', 'dig', 'unbound', 'nsd', 'nc', 'nginx', 'apache', 'fcgiwrap',
  'openssl', 'pgrep', 'postgres', 'ss', 'strace', 'systemd', 'tcpdump', 'tun', 'python', 'venv',
] as const;
export type NeedName = (typeof needNames)[number];

/** How each need is found and what brings it. */
export const needs: Readonly<Record<NeedName, Need>> = {
  namespace: { packages: ['util-linux', 'mount', 'iproute2'], programs: ['unshare', 'mount'], version: ['--version'] },
  curl: { packages: ['curl'], programs: ['curl'], version: ['--version'] },
  dig: { packages: ['bind9-dnsutils'], programs: ['dig'], version: ['-v'] },
  unbound: { packages: ['unbound'], programs: ['unbound'], version: ['-V'] },
  nsd: { packages: ['nsd'], programs: ['nsd'], version: ['-v'] },
  nc: { packages: ['netcat-openbsd'], programs: ['nc.openbsd'], version: ['-h'] },
  nginx: { packages: ['nginx'], programs: ['nginx'], version: ['-v'] },
  apache: { packages: ['apache2'], programs: ['apache2'], version: ['-v'] },
  fcgiwrap: { packages: ['fcgiwrap', 'spawn-fcgi'], programs: ['fcgiwrap', 'spawn-fcgi'], version: ['-h'] },
  openssl: { packages: ['openssl'], programs: ['openssl'], version: ['version'] },
  pgrep: { packages: ['procps'], programs: ['pgrep'], version: ['--version'] },
  // initdb and postgres refuse to run as root; in its namespace a lab gives them another user by unshare.
  postgres: { packages: ['postgresql', 'util-linux'], programs: ['postgres', 'initdb', 'psql', 'unshare'], version: ['--version'] },
  ss: { packages: ['iproute2'], programs: ['ss'], version: ['-V'] },
  strace: { packages: ['strace'], programs: ['strace'], version: ['--version'] },
  systemd: { packages: ['systemd'], programs: ['systemd-analyze', 'systemd-socket-activate'], version: ['--version'] },
  tcpdump: { packages: ['tcpdump'], programs: ['tcpdump'], version: ['--version'] },
  tun: { packages: ['iproute2'], programs: ['ip'], version: ['-V'], device: '/dev/net/tun' },
  python: { packages: ['python3'], programs: ['python3'], version: ['--version'] },
  venv: { packages: ['python3', 'python3-venv'], programs: ['python3'], version: ['--version'] },
};

const systemFolders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

// Debian keeps the programs of each PostgreSQL in a folder of its version, outside PATH.
const postgresRoot = '/usr/lib/postgresql';

/**
 * The PATH of every lab: the system's folders first, so that a tool manager's `python3` does not hide the
 * system's, then PostgreSQL's, then whatever else the caller has.
 */
export function labPath(callerPath = process.env['PATH'] ?? '', postgres = postgresFolders()): string {
  const others = callerPath.split(delimiter).filter((folder) => folder.startsWith('/') && !folder.includes('node_modules'));
  return [...new Set([...systemFolders, ...postgres, ...others])].join(delimiter);
}

/** Folders of PostgreSQL's programs below `root`, the newest version first; none where it is not installed. */
export function postgresFolders(root = postgresRoot): readonly string[] {
  try {
    return readdirSync(root)
      .filter((name) => /^\d+$/.test(name))
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(root, version, 'bin'));
  } catch {
    return [];
  }
}

/** Absolute path of a program in `path`, or undefined. */
export function findProgram(name: string, path = labPath()): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    });
}

/** Programs of a need that this machine lacks. Whether `namespace` and `venv` work must be tried as well. */
export function missingPrograms(name: NeedName, path = labPath()): readonly string[] {
  return needs[name].programs.filter((program) => !findProgram(program, path));
}

/** One sentence: which need is missing and which Debian package brings it. */
export function missingSentence(name: NeedName, programs: readonly string[]): string {
  const { packages } = needs[name];
  const list = packages.length === 1 ? `package ${packages[0]}` : `packages ${packages.join(', ')}`;
  return `needs ${name}: no program ${programs.map((program) => `\`${program}\``).join(', ')} here; Debian ${list} (apt-get install ${packages.join(' ')})`;
}

/** A sentence about the device that a need lacks on this machine; undefined when it has it or needs none. */
export function missingDevice(name: NeedName, isOpenable: (device: string) => boolean = canOpen): string | undefined {
  const { device } = needs[name];
  if (!device || isOpenable(device)) return undefined;
  return `needs ${name}: ${device} cannot be opened here; load the kernel's module (modprobe ${name}) or give the container that device`;
}

function canOpen(device: string): boolean {
  try {
    closeSync(openSync(device, 'r+'));
    return true;
  } catch {
    return false;
  }
}

/** Version of a need's first program, such as `1.22.1`; undefined when it is not there or does not say. */
export function needVersion(name: NeedName, path = labPath()): string | undefined {
  const [program] = needs[name].programs;
  const file = program && findProgram(program, path);
  if (!file) return undefined;
  const result = spawnSync(file, [...needs[name].version], { encoding: 'utf8', timeout: 5000, env: { PATH: path, LC_ALL: 'C' } });
  return bareVersion(`${result.stdout}${result.stderr}`);
}

/** The first version in a program's own words: `nginx version: nginx/1.22.1` is 1.22.1. */
export function bareVersion(words: string): string | undefined {
  return /(?<![\d.])\d+(?:\.\d+)+(?:(?:a|b|rc|dev|p)\d+)?/.exec(words)?.[0];
}
