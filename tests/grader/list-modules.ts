/**
 * `node tests/grader/list-modules.ts`: writes src/widgets/python-exercise/runtime/stdlib-modules.txt. Runs every program of the
 * exercises and of the graders' tests with the whole standard library, and lists the files that were imported.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importedFiles } from './imported-files.ts';
import { modulesFile } from '../../src/widgets/python-exercise/runtime/runtime-files.ts';
import { readZip } from '../../src/widgets/python-exercise/runtime/stored-zip.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inZip = new Set(readZip(readFileSync(join(root, 'node_modules/pyodide/python_stdlib.zip'))).map(({ name }) => name));
const files = (await importedFiles(root)).filter((name) => inZip.has(name));
const heading = ['# Files of Python\'s standard library that the page loads. Written by tests/grader/list-modules.ts; do not edit.', ''];
writeFileSync(join(root, modulesFile), `${[...heading, ...files].join('\n')}\n`);
console.log(`${modulesFile}: ${files.length} files`);
// Programs may have left timers behind; they would keep this one waiting.
process.exit(0);
