import { expect, test } from 'vitest';
import { licences, unnamed } from './licences.ts';

/**
 * Licences that were looked at: each lets the guide be built, changed and published. Of the copyleft ones, only Pyodide's
 * reaches a reader: its files, unchanged, under MPL-2.0.
 */
const known: readonly string[] = [
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'Python-2.0', 'Unlicense'],
  // DOMPurify and ELK, parts of Mermaid, which draws at the author's.
  ...['(MPL-2.0 OR Apache-2.0)', 'EPL-2.0 OR GPL-3.0-or-later'],
  // Pyodide, axe-core and Lightning CSS; sharp with libvips, which makes the icons and cards.
  ...['MPL-2.0', 'LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT'],
];

test('every package has a licence that was looked at', () => {
  const found = licences();
  expect([...found.values()].flat().length).toBeGreaterThan(300);
  expect([...found.keys()].filter((licence) => licence !== unnamed && !known.includes(licence))).toEqual([]);
});

test('only parts of packages for other systems are without one here', () => {
  // The lockfile says nothing of them, and they are not installed: their siblings for this system name it.
  const without = licences().get(unnamed) ?? [];
  expect(without.filter((name) => !/(?:android|darwin|freebsd|linux|wasm32|win32|windows)-/.test(name))).toEqual([]);
});
