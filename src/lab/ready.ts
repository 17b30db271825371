import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Ready } from './lab-schema.ts';

/** Where a lab's shell sees its files and sockets: read through /proc, so from inside its namespaces. */
export interface InsideView {
  /** Process id of the lab's shell. */
  readonly pid: number;
  /** The lab's folder as the shell names it. */
  readonly folder: string;
}

/**
 * Whether a server takes requests. Nothing is sent to it: a listening socket is seen in the kernel's tables,
 * so its log and its state stay as the lab's commands make them.
 */
export function isReady(ready: Ready, log: string, { pid, folder }: InsideView): boolean {
  const net = (table: string): string => read(`/proc/${pid}/net/${table}`);
  const inside = (path: string): string => join(`/proc/${pid}/root`, posix.resolve(folder, path));

  if (ready.port !== undefined) return isBound(net('tcp') + net('tcp6'), ready.port, '0A', ready.address);
  if (ready.udp !== undefined) return isBound(net('udp') + net('udp6'), ready.udp, '07', ready.address);
  if (ready.unix !== undefined) return isSocket(inside(ready.unix)) && isListeningSocket(net('unix'), ready.unix);
  if (ready.log !== undefined) return read(inside(ready.file ?? log)).includes(ready.log);
  return existsSync(inside(ready.file ?? log));
}

/** In words, for messages: `TCP port 8000`. */
export function describeReady(ready: Ready): string {
  const at = ready.address === undefined ? '' : ` at ${ready.address}`;
  if (ready.port !== undefined) return `TCP port ${ready.port}${at}`;
  if (ready.udp !== undefined) return `UDP port ${ready.udp}${at}`;
  if (ready.unix !== undefined) return `Unix socket ${ready.unix}`;
  if (ready.log !== undefined) return `${ready.file ?? 'log'} line with "${ready.log}"`;
  return `file ${ready.file}`;
}

/**
 * Looks for a socket in the text of /proc/net/tcp or udp (and their IPv6 tables).
 * @param state `0A` listening, `07` bound without a peer
 * @param address IPv4 address; a socket bound to every address counts too
 */
export function isBound(table: string, port: number, state: string, address?: string): boolean {
  return [...table.matchAll(/^ *\d+: ([0-9A-F]+):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /gm)].some(
    ([, local = '', localPort = '', found]) =>
      found === state &&
      Number.parseInt(localPort, 16) === port &&
      (address === undefined || /^0+$/.test(local) || local.endsWith(littleEndian(address))),
  );
}

/** Whether /proc/net/unix lists a listening socket whose path ends in the last part of `path`. */
export function isListeningSocket(table: string, path: string): boolean {
  // Fields: Num RefCount Protocol Flags Type St Inode Path; flag 0x10000 is "accepts connections".
  return table.split('\n').some((line) => {
    const [, , , flags, , , , bound] = line.trim().split(/\s+/);
    return flags === '00010000' && bound !== undefined && posix.basename(bound) === posix.basename(path);
  });
}

function littleEndian(address: string): string {
  return address
    .split('.')
    .reverse()
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function isSocket(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isSocket() ?? false;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
