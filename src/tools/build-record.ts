import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite, drawMissing } from './build-site.ts';
import { fingerprint } from './fingerprint.ts';
import { root } from './run-tool.ts';

/** What is known of the site in dist/. */
interface BuildRecord {
  readonly fingerprint: string;
  readonly base: string;
}

const recordFile = join(root, '.cache', 'build.json');

/** The built site that `npm start` serves. */
export const dist = join(root, 'dist');

/** Builds into dist/, unless it holds a build of exactly this source. Returns whether it built. */
export async function buildIfChanged(options: { readonly always?: boolean } = {}): Promise<boolean> {
  const isCurrent = (): boolean => readRecord()?.fingerprint === fingerprint(root, process.env);
  if (!options.always && existsSync(join(dist, 'index.html')) && isCurrent()) return false;

  rmSync(recordFile, { force: true });
  await drawMissing();
  // Taken after drawing, which adds files to the source, and before building: what is saved meanwhile is built next time.
  const record: BuildRecord = { fingerprint: fingerprint(root, process.env), base: process.env['BASE_PATH'] ?? '/' };
  await buildSite({ out: dist, cache: join(root, '.cache', 'astro') });
  writeFileSync(recordFile, JSON.stringify(record));
  return true;
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
