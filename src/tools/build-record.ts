import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite, drawMissing } from './build-site.ts';
import { fingerprint } from './fingerprint.ts';
import { root } from './run-tool.ts';

/** What is known of the site in dist/. */
interface BuildRecord {
  readonly fingerprint: string;
  readonly base: string;
  /** What `contentsOf` said of it when it was built. */
  readonly contents: string;
}

const recordFile = join(root, '.cache', 'build.json');

/** The built site that `npm start` serves. */
export const dist = join(root, 'dist');

/** Builds into dist/, unless it holds a build of exactly this source, whole. Returns whether it built. */
export async function buildIfChanged(options: { readonly always?: boolean } = {}): Promise<boolean> {
  const record = options.always ? undefined : readRecord();
  if (record?.contents === contentsOf(dist) && record.fingerprint === fingerprint(root, process.env)) return false;

  rmSync(recordFile, { force: true });
  await drawMissing();
  // Taken after drawing, which adds files to the source, and before building: what is saved meanwhile is built next time.
  const source = fingerprint(root, process.env);
  await buildSite({ out: dist, cache: join(root, '.cache', 'astro') });
  const built: BuildRecord = { fingerprint: source, base: process.env['BASE_PATH'] ?? '/', contents: contentsOf(dist) };
  writeFileSync(recordFile, JSON.stringify(built));
  return true;
}

/** Names and sizes of all files of a folder, as one hash: a site from which files were taken is not taken for a built one. */
export function contentsOf(folder: string): string {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.slice(folder.length)}\0${statSync(file).size}\0`);
  return hash.digest('hex');
}

/** Base path that the site in dist/ was built for. */
export function builtBase(): string {
  return readRecord()?.base ?? process.env['BASE_PATH'] ?? '/';
}

function readRecord(): BuildRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8')) as BuildRecord;
  } catch {
    return undefined;
  }
}
