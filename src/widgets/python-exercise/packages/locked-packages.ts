import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package as src/lab/requirements.lock pins it. */
export interface LockedPackage {
  readonly version: string;
  /** SHA-256, in hexadecimal, of every file of that version in the registry. */
  readonly hashes: readonly string[];
}

/** The pinned packages by their names: small letters, `-` between words. @param root folder of the project */
export function lockedPackages(root: string): ReadonlyMap<string, LockedPackage> {
  const text = readFileSync(join(root, 'src/lab/requirements.lock'), 'utf8').replaceAll('\\\n', ' ');
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, name, version] = /^([a-z0-9-]+)==(\S+)/.exec(line) ?? [];
      if (!name || !version) return [];
      return [[name, { version, hashes: [...line.matchAll(/--hash=sha256:([0-9a-f]{64})/g)].map(([, hash = '']) => hash) }] as const];
    }),
  );
}
