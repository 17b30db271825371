import { spawnSync } from 'node:child_process';
import { findProgram, labPath } from './needs.ts';

/** How labs get a system of their own on this machine. */
export type Isolation =
  | { readonly isolated: true; readonly command: readonly string[] }
  | { readonly isolated: false; readonly reason: string };

// What a lab does first, so that a machine that allows namespaces but no mounts in them is told apart.
const trial = 'mount -t tmpfs tmpfs /tmp && { ip link set lo up || python3 -c ""; }';

/**
 * Tries whether this user may have a network, mounts and a host name of its own (user namespace, or root).
 * Own process ids are left out: mounting /proc anew is refused in many containers.
 */
export function findIsolation(path = labPath()): Isolation {
  const unshare = findProgram('unshare', path);
  if (!unshare) return { isolated: false, reason: 'there is no program `unshare`' };

  const ways = [[unshare, '-rnmu'], ...(process.getuid?.() === 0 ? [[unshare, '-nmu']] : [])];
  let reason = '';
  for (const command of ways) {
    const [program = '', ...flags] = command;
    const result = spawnSync(program, [...flags, 'bash', '-c', trial], { encoding: 'utf8', timeout: 10_000, env: { PATH: path } });
    if (result.status === 0) return { isolated: true, command };
    reason ||= (result.stderr || String(result.error ?? `status ${result.status}`)).trim().split('\n')[0] ?? '';
  }
  return { isolated: false, reason };
}
