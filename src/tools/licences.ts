/** `npm run licences`: lists the licences of all packages in the lockfile, with the packages of each. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './run-tool.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** What stands in place of a licence that neither the lockfile nor the installed package names. */
export const unnamed = 'not named';

/** Packages by licence, each as `name@version`, sorted. Parts for other systems, which are not installed, are told by the lockfile only. */
export function licences(project = root): ReadonlyMap<string, readonly string[]> {
  const { packages } = read(join(project, 'package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
  const found = new Map<string, Set<string>>();
  for (const [path, { version = '', license }] of Object.entries(packages)) {
    if (path === '') continue;
    const licence = license ?? licenceOf(join(project, path)) ?? unnamed;
    const name = `${path.split('node_modules/').at(-1) ?? path}@${version}`;
    found.set(licence, (found.get(licence) ?? new Set()).add(name));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([licence, names]) => [licence, [...names].sort()]));
}

/** Some packages bring a text without naming it in package.json. */
function licenceOf(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  const { license } = existsSync(manifest) ? (read(manifest) as { license?: string }) : {};
  if (license) return license;
  const text = ['license', 'LICENSE', 'LICENSE.md'].map((name) => join(folder, name)).find((file) => existsSync(file));
  return text && /^(?:The )?MIT License/im.test(readFileSync(text, 'utf8')) ? 'MIT' : undefined;
}

if (import.meta.main) {
  await runTool(async () => {
    for (const [licence, names] of licences()) console.log(`${licence} (${names.length})\n  ${names.join(', ')}`);
    return 0;
  });
}
