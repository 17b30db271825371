import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders whose files end up in the built site. */
const folders = ['content', 'src', 'public'];

/** Settings of a deployment that the build reads. */
const settings = ['SITE_URL', 'BASE_PATH', 'REPOSITORY_URL'] as const;

/** What a build was made from: the same value means that building again would change nothing. */
export function fingerprint(root: string, env: Readonly<Record<string, string | undefined>>): string {
  const hash = createHash('sha256');
  const add = (name: string, value: string | Buffer): void => void hash.update(`${name}\0${value.length}\0`).update(value);

  for (const name of settings) add(name, env[name] ?? '');
  for (const file of inputs(root)) add(file, readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Files that the build may read, sorted: those of the folders above, and those beside package.json. */
export function inputs(root: string): string[] {
  const beside = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isInput(entry.name))
    .map((entry) => entry.name);
  return [...beside, ...folders.flatMap((folder) => filesBelow(root, folder))].sort();
}

function filesBelow(root: string, folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!isInput(entry.name) || path === 'src/boot') return [];
    return entry.isDirectory() ? filesBelow(root, path) : entry.isFile() ? [path] : [];
  });
}

/** Tests, hidden files and what Python leaves behind do not show in the site. */
function isInput(name: string): boolean {
  return !name.startsWith('.') && name !== '__pycache__' && !name.endsWith('.test.ts');
}
