import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { frameworks } from '../runtime/frameworks.ts';
import { lockedPackages } from './locked-packages.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const locked = lockedPackages(join(folder, '../../../..'));
const wheels = readdirSync(folder).filter((name) => name.endsWith('.whl'));
const names = [...new Set(Object.values(frameworks).flat())];
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

test('the wheels are those of the frameworks, and no others', () => {
  expect(wheels.map((wheel) => wheel.split('-')[0]?.replaceAll('_', '-')).toSorted()).toEqual(names.toSorted());
});

test.each(names)('%s is the file that the labs pin, whole', (name) => {
  const { version, hashes } = locked.get(name) ?? { version: 'none', hashes: [] };
  const wheel = wheels.find((file) => file.startsWith(`${name.replaceAll('-', '_')}-${version}-`));
  expect(wheel, `run node src/widgets/python-exercise/packages/renew.ts: there is no wheel of ${name} ${version}`).toBeDefined();
  expect(hashes).toContain(createHash('sha256').update(readFileSync(join(folder, wheel ?? ''))).digest('hex'));
});

test.each(names)('the licence of %s is named', (name) => {
  expect(readme.toLowerCase()).toMatch(new RegExp(`^\\| ${name} \\| [^|]+ \\| (?:mit|bsd-3-clause|psf-2\\.0) \\|$`, 'm'));
});
