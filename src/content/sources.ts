import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sourcesSchema, type Source } from '../schemas/source.ts';
import { readYaml } from './yaml-file.ts';

let cached: { readonly stamp: string; readonly sources: ReadonlyMap<string, Source> } | undefined;

/**
 * All sources of content/sources by id; read again when a file changes.
 * Files that the schema refuses are left out here: the content check reports them.
 */
export function readSources(root: string): ReadonlyMap<string, Source> {
  const folder = join(root, 'content/sources');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort() : [];
  const stamp = `${root} ${names.map((name) => `${name}:${statSync(join(folder, name)).mtimeMs}`).join(' ')}`;
  if (cached?.stamp === stamp) return cached.sources;
  const sources = names.flatMap((name) => {
    const file = join(folder, name);
    return readYaml(readFileSync(file, 'utf8'), relative(root, file), sourcesSchema).value ?? [];
  });
  cached = { stamp, sources: new Map(sources.map((source) => [source.id, source])) };
  return cached.sources;
}
