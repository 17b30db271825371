import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import type { Locale } from '../i18n/locales.ts';
import { exerciseSchema, type Exercise } from '../schemas/exercise.ts';
import type { Problem } from './problem.ts';
import { textProblems } from './source-text.ts';
import { readYaml } from './yaml-file.ts';

/** An exercise as its folder holds it. */
export interface ExerciseFile {
  /** Name of its folder; unique in the chapter. */
  readonly id: string;
  /** Path of the folder from the project's folder. */
  readonly folder: string;
  /** Path of exercise.<locale>.yaml from the project's folder. */
  readonly file: string;
  readonly data: Exercise;
  lineOf(path: readonly PropertyKey[]): number | undefined;
  /** Source of starter.py. */
  readonly starter: string;
  /** Source of solution.py. */
  readonly solution: string;
  /** Sources of wrong/*.py by name without ending, in order of names. */
  readonly wrong: ReadonlyMap<string, string>;
  /** Source of framework.py, where the exercise names a framework. */
  readonly framework: string | undefined;
}

/** Path of the program with a framework, from the chapter's folder. */
export const frameworkFile = ({ id }: Pick<ExerciseFile, 'id'>): string => posix.join('exercises', id, 'framework.py');

/**
 * Reads the folders exercises/<id> of a chapter, in order of names.
 * @param dir absolute path of the chapter's folder
 * @param problems gets what is wrong with their form
 */
export function readExercises(root: string, dir: string, locale: Locale, problems: Problem[]): readonly ExerciseFile[] {
  const parent = join(dir, 'exercises');
  if (!existsSync(parent)) return [];
  return readdirSync(parent).sort().flatMap((id) => {
    const exercise = readExercise(root, join(parent, id), id, locale, problems);
    return exercise ? [exercise] : [];
  });
}

function readExercise(root: string, dir: string, id: string, locale: Locale, problems: Problem[]): ExerciseFile | undefined {
  const folder = relative(root, dir);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    problems.push({ file: folder, message: 'name the folder of an exercise in kebab case, such as `echo-the-body`' });
    return undefined;
  }
  const file = join(folder, `exercise.${locale}.yaml`);
  if (!existsSync(join(root, file))) {
    problems.push({ file, message: 'is missing; write the exercise, or remove its folder' });
    return undefined;
  }
  const sources = ['starter.py', 'solution.py'].map((name) => {
    const path = join(dir, name);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    problems.push({ file: join(folder, name), message: 'is missing; an exercise has a starter.py that runs and a solution.py that passes' });
    return undefined;
  });
  const { value, problems: own, lineOf } = readYaml(readFileSync(join(root, file), 'utf8'), file, exerciseSchema);
  problems.push(...own);
  const framework = readFramework(dir);
  if (value && (framework !== undefined) !== (value.framework !== undefined)) {
    const message = framework === undefined ? 'is missing; write the program that `framework:` is about' : 'is not mentioned; add `framework:` with `name:` and `explain:`, or remove the file';
    problems.push({ file: join(folder, 'framework.py'), message });
  }
  const [starter, solution] = sources;
  const wrong = wrongPrograms(join(dir, 'wrong'));
  const programs = { 'starter.py': starter, 'solution.py': solution, 'framework.py': framework };
  for (const [name, text = ''] of [...Object.entries(programs), ...[...wrong].map(([name, text]) => [`wrong/${name}.py`, text] as const)]) {
    problems.push(...textProblems(text, join(folder, name)));
  }
  if (!value || starter === undefined || solution === undefined) return undefined;
  return { id, folder, file, data: value, lineOf, starter, solution, wrong, framework };
}

function readFramework(dir: string): string | undefined {
  const path = join(dir, 'framework.py');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function wrongPrograms(dir: string): ReadonlyMap<string, string> {
  const names = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.py')).sort() : [];
  return new Map(names.map((name) => [name.replace(/\.py$/, ''), readFileSync(join(dir, name), 'utf8')]));
}
