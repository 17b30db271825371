import { pathToFileURL } from 'node:url';
import { resultMark, type ComparisonFile } from './comparison.ts';

/** Runs inside the namespace: `node run-comparison.ts FILE` prints what the file's `compare()` found. */
const file = process.argv[2] ?? '';
const { compare } = (await import(pathToFileURL(file).href)) as ComparisonFile;
const result = await compare();
process.stdout.write(`\n${resultMark}${JSON.stringify(result)}\n`, () => process.exit(0));
