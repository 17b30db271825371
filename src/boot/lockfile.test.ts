import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };

/** The package that Node finds when the one at `from` asks for `name`: in its own folder, or in one above. */
function find(from: string, name: string): Locked | undefined {
  const folders = from.split('/node_modules/').map((_, i, parts) => parts.slice(0, parts.length - i).join('/node_modules/'));
  const places = [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
  return places.map((place) => packages[place]).find((found) => found);
}

test('npm ci can be run: the lockfile names a version of everything that any package asks for, on every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...(path === '' ? devDependencies : {}), ...optionalDependencies })
      .filter((name) => !find(path, name)?.version)
      .map((name) => `${path || 'package.json'} asks for ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lockfile names no registry, so that each reader uses their own', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
});

test('only packages that package.json allows by name may run a script at install', () => {
  const { allowScripts } = read('package.json') as { allowScripts: Readonly<Record<string, boolean>> };
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = scripted.map(([path]) => path.split('node_modules/').at(-1) ?? '');
  expect(names.filter((name) => !allowScripts[name])).toEqual([]);
  expect(Object.keys(allowScripts).filter((name) => !names.includes(name)), 'these have no script any more').toEqual([]);
  // Without it npm 11 only warns, and runs what is not allowed.
  expect(readFileSync(new URL('../../.npmrc', import.meta.url), 'utf8')).toMatch(/^strict-allow-scripts=true$/m);
});
