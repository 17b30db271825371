import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { formatProblem, type Problem } from '../content/problem.ts';
import { readYaml } from '../content/yaml-file.ts';
import { labSchema, type Lab } from './lab-schema.ts';

/** A lab as it lies in a chapter's folder. */
export interface LabFolder {
  /** Path as people name it, from the project's folder: content/chapters/10-x/labs/y. */
  readonly name: string;
  /** Absolute path. */
  readonly dir: string;
}

/** Thrown when a lab.yaml is wrong; the message has a line for each problem. */
export class LabFileError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'LabFileError';
    this.problems = problems;
  }
}

/**
 * All labs below a folder of chapters whose path contains `pattern`, sorted by path.
 * @param chapters absolute path of the folder that holds `10-slug/labs/name/lab.yaml`
 * @param root folder from which names are given
 */
export function findLabs(chapters: string, root: string, pattern = ''): readonly LabFolder[] {
  return globSync('*/labs/*/lab.yaml', { cwd: chapters })
    .map((file) => join(chapters, file, '..'))
    .map((dir) => ({ dir, name: relative(root, dir).split(sep).join('/') }))
    .filter(({ name }) => name.includes(pattern))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Reads and checks one lab.yaml.
 * @throws LabFileError naming file, line, field and what to write
 */
export function readLab(folder: LabFolder): Lab {
  const file = `${folder.name}/lab.yaml`;
  const { value, problems, lineOf } = readYaml(readFileSync(join(folder.dir, 'lab.yaml'), 'utf8'), file, labSchema);
  if (!value) throw new LabFileError(problems);

  const missing = value.files
    .map((path, index) => ({ path, index }))
    .filter(({ path }) => !existsSync(join(folder.dir, path)))
    .map(({ path, index }) => ({
      file,
      line: lineOf(['files', index]),
      field: `files.${index}`,
      message: `there is no \`${path}\` beside the lab; correct the path or add it`,
    }));
  if (missing.length) throw new LabFileError(missing);
  return value;
}

/** Names of the transcripts that lie beside a lab, without `.txt`. */
export function transcriptNames(dir: string): readonly string[] {
  const folder = join(dir, 'transcripts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -4))
    .sort();
}
