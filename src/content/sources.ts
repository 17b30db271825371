import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sourcesSchema, type Source } from '../schemas/source.ts';
import { readYaml } from './yaml-file.ts';

let cached: { readonly root: string; readonly stamp: string; readonly looked: number; readonly sources: ReadonlyMap<string, Source> } | undefined;

/** Milliseconds for which nobody looks again whether a file changed: each link to a source asks. */
const rests = 100;

/**
 * All sources of content/sources by id; read again when a file has changed.
 * Files that the schema refuses are left out here: the content check reports them.
 */
export function readSources(root: string): ReadonlyMap<string, Source> {
  if (cached?.root === root && performance.now() - cached.looked < rests) return cached.sources;
  const folder = join(root, 'content/sources');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort() : [];
  const stamp = `${root} ${names.map((name) => `${name}:${statSync(join(folder, name)).mtimeMs}`).join(' ')}`;
  if (cached?.stamp === stamp) {
    cached = { ...cached, looked: performance.now() };
    return cached.sources;
  }
  const sources = names.flatMap((name) => {
    const file = join(folder, name);
    return readYaml(readFileSync(file, 'utf8'), relative(root, file), sourcesSchema).value ?? [];
  });
  cached = { root, stamp, looked: performance.now(), sources: new Map(sources.map((source) => [source.id, source])) };
  return cached.sources;
}
