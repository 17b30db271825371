import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** What tells a lab's processes from all others. */
export interface LabMark {
  /** Network namespace of the lab's shell, as /proc names it; undefined when it shares this process's. */
  readonly network: string | undefined;
  /** `LAB_ID=…` in the environment, for labs without a namespace. */
  readonly environment: string | undefined;
}

/** The network namespace of a process, unless it is this process's own or cannot be read. */
export function ownNetwork(pid: number): string | undefined {
  const network = link(pid);
  return network === link(process.pid) ? undefined : network;
}

/** Ends every process of a lab, also those that became daemons, and waits until they are gone. */
export async function endProcesses(mark: LabMark): Promise<void> {
  for (let round = 0; round < 100; round++) {
    const alive = processesOf(mark);
    if (alive.length === 0) return;
    for (const pid of alive) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    }
    await wait(20);
  }
  throw new Error(`processes ${processesOf(mark).join(', ')} of a lab do not end`);
}

/** Process ids that carry the lab's mark; zombies, which hold nothing, are left out. */
export function processesOf(mark: LabMark): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && belongs(pid, mark));
}

function belongs(pid: number, { network, environment }: LabMark): boolean {
  if (network !== undefined && link(pid) === network) return true;
  if (environment === undefined) return false;
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(environment);
  } catch {
    return false;
  }
}

function link(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return undefined;
  }
}
