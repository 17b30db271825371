import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '../../../schemas/exercise.ts';
import { frameworks } from './frameworks.ts';
import { readZip, storedZip, type ZipEntry } from './stored-zip.ts';

/** A framework as the page gives it to Python: a zip that is imported from, without being unpacked. */
export interface FrameworkArchive {
  /** Its name holds the hash of its bytes. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Packages of the standard library of which the archive has more parts, such as `email`. */
  readonly extended: readonly string[];
}

const folder = 'src/widgets/python-exercise/packages';

/** Files of the standard library that a framework imports; `list-framework-modules.ts` writes it. */
export const frameworkModulesFile = (name: Framework): string => `src/widgets/python-exercise/runtime/${name}-modules.txt`;

/**
 * The Python files of a framework's packages with their licences, and what they need of the standard library beyond
 * what the exercises have.
 * @param root folder of the project
 * @param library the whole standard library
 * @param present names of its files that every exercise has
 */
export function frameworkArchive(root: string, name: Framework, library: readonly ZipEntry[], present: ReadonlySet<string>): FrameworkArchive {
  const listed = readFileSync(join(root, frameworkModulesFile(name)), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const more = listed.filter((file) => !present.has(file));
  const entries = new Map(library.map((entry) => [entry.name, entry]));
  const missing = more.filter((file) => !entries.has(file));
  if (missing.length > 0) {
    throw new Error(`${frameworkModulesFile(name)}: not in this version's library: ${missing.join(', ')}. Run node src/widgets/python-exercise/runtime/list-framework-modules.ts`);
  }
  const bytes = storedZip([...packageFiles(root, name), ...more.flatMap((file) => entries.get(file) ?? [])]);
  const extended = [...new Set(more.flatMap((file) => presentPackage(file, present) ?? []))].sort();
  return { name: `${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.zip`, bytes, extended };
}

/** The package that a file belongs to, or lies in, of those that are there already. */
function presentPackage(file: string, present: ReadonlySet<string>): string | undefined {
  const folders = file.split('/').slice(0, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const path = folders.slice(0, depth);
    if (present.has(`${path.join('/')}/__init__.py`)) return path.join('.');
  }
  return undefined;
}

/** Python, metadata and licences of a framework's wheels; compiled parts, types and pictures stay behind. */
export function packageFiles(root: string, name: Framework): readonly ZipEntry[] {
  const wheels = readdirSync(join(root, folder));
  return frameworks[name].flatMap((distribution) => {
    const wheel = wheels.find((file) => file.startsWith(`${distribution.replaceAll('-', '_')}-`) && file.endsWith('.whl'));
    if (!wheel) throw new Error(`${folder}: there is no wheel of ${distribution}; run node ${folder}/renew.ts`);
    const files = readZip(readFileSync(join(root, folder, wheel)));
    return files.filter(({ name: file }) => file.endsWith('.py') || /\.dist-info\/(?:METADATA|(?:licenses\/)?LICEN[CS]E[^/]*)$/.test(file));
  });
}
