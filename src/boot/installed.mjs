// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePackage, runsTypeScript } from './own-node.mjs';

/**
 * What an install was made from: lockfile and platform, since the binaries differ by platform.
 * @param {string} root the project's folder
 */
export function stampOf(root) {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/**
 * Where the install is noted.
 * @param {string} root the project's folder
 */
export function stampFile(root) {
  return join(root, 'node_modules', '.request-path-lock');
}

/**
 * Whether node_modules is complete. An install that npm made without us counts too.
 * @param {string} root the project's folder
 * @param {string} stamp what `stampOf` says now
 */
export function isInstalled(root, stamp) {
  const modules = join(root, 'node_modules');
  const recorded = read(stampFile(root));
  if (recorded !== undefined) return recorded === stamp && hasDirectPackages(root);
  return followsLock(read(join(root, 'package-lock.json')), read(join(modules, '.package-lock.json'))) && hasDirectPackages(root);
}

/**
 * Whether npm's own record of node_modules holds the same versions as the lockfile.
 * Optional packages may be missing: they are for other platforms.
 * @param {string | undefined} lockText package-lock.json
 * @param {string | undefined} recordText node_modules/.package-lock.json, which npm writes last
 */
export function followsLock(lockText, recordText) {
  if (lockText === undefined || recordText === undefined) return false;
  const wanted = packagesOf(lockText);
  const present = packagesOf(recordText);
  const sameVersions = Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (present[path] ? present[path].version === version : optional === true),
  );
  return sameVersions && Object.keys(present).every((path) => wanted[path]);
}

/**
 * @param {string} text
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(text) {
  try {
    return JSON.parse(text).packages ?? {};
  } catch {
    return {};
  }
}

/** @param {string} root */
function hasDirectPackages(root) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  // npm leaves an optional package out, without a word, when it cannot be fetched.
  if (nodePackage && !runsTypeScript(process.versions.node)) names.push(nodePackage);
  return names.every((name) => existsSync(join(root, 'node_modules', name, 'package.json')));
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
