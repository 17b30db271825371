import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { z } from 'zod';
import type { Locale } from '../i18n/locales.ts';
import { chapterSchema, type ChapterFrontMatter } from '../schemas/chapter.ts';
import { cheatSheetSchema, type Component } from '../schemas/cheat-sheet.ts';
import { failuresSchema, type Failure } from '../schemas/failure.ts';
import { glossarySchema, type Term } from '../schemas/glossary.ts';
import { mythsSchema, type Myth } from '../schemas/myth.ts';
import { quizSchema, type Quiz } from '../schemas/quiz.ts';
import { sourcesSchema, type Source } from '../schemas/source.ts';
import { synonymsSchema, type Synonym } from '../schemas/synonyms.ts';
import { timeOutsSchema, type TimeOut } from '../schemas/time-out.ts';
import { readBody, splitMdx, type ChapterBody } from './chapter-body.ts';
import { ContentError, type Problem } from './problem.ts';
import { readExercises, type ExerciseFile } from './read-exercises.ts';
import { textProblems } from './source-text.ts';
import { readYaml } from './yaml-file.ts';

type LineOf = (path: readonly PropertyKey[]) => number | undefined;

/** An entry of a data file, with the place where it stands. */
export interface Placed<T> {
  readonly data: T;
  readonly file: string;
  readonly line: number | undefined;
  /** Field path of the entry in its file, such as `3`. */
  readonly field: string;
}

/** A chapter as its folder holds it. */
export interface ChapterFile {
  readonly slug: string;
  /** Number in the guide: 4 for folder 40-…, 4.5 for 45-…. */
  readonly number: number;
  /** Absolute path of the folder. */
  readonly dir: string;
  /** Path of the MDX file from the project's folder. */
  readonly file: string;
  readonly frontMatter: ChapterFrontMatter;
  readonly lineOf: LineOf;
  readonly body: ChapterBody;
  /** The body as it is written. */
  readonly text: string;
  /** Line of the file at which the body begins. */
  readonly bodyLine: number;
  readonly quiz: { readonly data: Quiz; readonly file: string; readonly lineOf: LineOf } | undefined;
  /** In the order of the page; those that the page does not show come last. */
  readonly exercises: readonly ExerciseFile[];
}

/** The text of a page that is no chapter, such as `time-outs`. */
export interface PageText {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** All content of one edition, each file checked by its schema. */
export interface Guide {
  readonly root: string;
  readonly locale: Locale;
  /** In reading order. */
  readonly chapters: readonly ChapterFile[];
  readonly sources: readonly Placed<Source>[];
  readonly terms: readonly Placed<Term>[];
  readonly myths: readonly Placed<Myth>[];
  readonly failures: readonly Placed<Failure>[];
  /** Rows of the cheat sheet, in the order of the way out. */
  readonly components: readonly Placed<Component>[];
  /** Limits on waiting, from the browser inwards. */
  readonly timeOuts: readonly Placed<TimeOut>[];
  /** What readers type for something that the guide calls otherwise. */
  readonly synonyms: readonly Placed<Synonym>[];
  /** Texts of pages that are no chapters. */
  readonly pages: readonly PageText[];
  /** What the schemas and the form of the files object to; cross references are not checked here. */
  readonly problems: readonly Problem[];
}

/**
 * Reads content/ of a project.
 * @param root absolute path of the project's folder
 */
export function readGuide(root: string, locale: Locale): Guide {
  const problems: Problem[] = [];
  const list = <T>(folder: string, ending: string, schema: z.ZodType<T[]>): Placed<T>[] =>
    filesIn(join(root, 'content', folder), ending).flatMap((path) => {
      const file = relative(root, path);
      const result = readYaml(readFileSync(path, 'utf8'), file, schema);
      problems.push(...result.problems);
      return (result.value ?? []).map((data, i) => ({ data, file, line: result.lineOf([i]), field: String(i) }));
    });

  const chapters = chapterFolders(root, problems).flatMap(({ dir, slug, number }) => {
    const chapter = readChapter(root, dir, slug, number, locale, problems);
    return chapter ? [chapter] : [];
  });
  return {
    root,
    locale,
    chapters,
    sources: list('sources', '.yaml', sourcesSchema),
    terms: list('glossary', `.${locale}.yaml`, glossarySchema),
    myths: list('myths', `.${locale}.yaml`, mythsSchema),
    failures: list('failures', `.${locale}.yaml`, failuresSchema),
    components: list('cheat-sheet', `.${locale}.yaml`, cheatSheetSchema),
    timeOuts: list('time-outs', `.${locale}.yaml`, timeOutsSchema),
    synonyms: list('search', `.${locale}.yaml`, synonymsSchema),
    pages: filesIn(join(root, 'content/pages'), `.${locale}.mdx`).map((path) => ({
      name: basename(path, `.${locale}.mdx`),
      file: relative(root, path),
      text: readFileSync(path, 'utf8'),
    })),
    problems,
  };
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** The folders content/chapters/NN-slug, in order. */
export function chapterFolders(
  root: string,
  problems: Problem[] = [],
): readonly { readonly dir: string; readonly slug: string; readonly number: number }[] {
  const parent = join(root, 'content/chapters');
  if (!existsSync(parent)) return [];
  const folders = readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const match = /^(\d+)-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(name);
      if (match) return [{ dir: join(parent, name), slug: match[2] ?? '', number: Number(match[1]) / 10 }];
      problems.push({
        file: `content/chapters/${name}`,
        message: 'name the folder by number and slug, such as 40-names-to-addresses',
      });
      return [];
    })
    .sort((a, b) => a.number - b.number);
  for (const [i, folder] of folders.entries()) {
    const twin = folders.slice(0, i).find((other) => other.slug === folder.slug || other.number === folder.number);
    if (twin) {
      const message = `has the number or slug of ${relative(root, twin.dir)}; each is used once`;
      problems.push({ file: relative(root, folder.dir), message });
    }
  }
  return folders;
}

function readChapter(
  root: string,
  dir: string,
  slug: string,
  number: number,
  locale: Locale,
  problems: Problem[],
): ChapterFile | undefined {
  const path = join(dir, `chapter.${locale}.mdx`);
  const file = relative(root, path);
  if (!existsSync(path)) {
    problems.push({ file, message: 'is missing; write the chapter, or remove its folder (npm run new:chapter makes one)' });
    return undefined;
  }
  const text = readFileSync(path, 'utf8');
  const odd = textProblems(text, file);
  if (odd.length > 0) {
    problems.push(...odd);
    return undefined;
  }
  let parts;
  try {
    parts = splitMdx(text, file);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
  const front = readYaml(parts.frontMatter, file, chapterSchema, 2);
  const body = readBody(parts.body, file, parts.bodyLine);
  problems.push(...front.problems, ...body.problems);
  const quiz = readQuiz(root, dir, locale, problems);
  const exercises = inOrderOfPage(readExercises(root, dir, locale, problems), body);
  if (!front.value) return undefined;
  return {
    slug,
    number,
    dir,
    file,
    frontMatter: front.value,
    lineOf: front.lineOf,
    body,
    text: parts.body,
    bodyLine: parts.bodyLine,
    quiz,
    exercises,
  };
}

function inOrderOfPage(exercises: readonly ExerciseFile[], body: ChapterBody): readonly ExerciseFile[] {
  const shown = body.components.flatMap(({ name, attributes }) => (name === 'Exercise' ? [attributes['id']] : []));
  const place = ({ id }: ExerciseFile): number => (shown.includes(id) ? shown.indexOf(id) : shown.length);
  return [...exercises].sort((a, b) => place(a) - place(b));
}

function readQuiz(root: string, dir: string, locale: Locale, problems: Problem[]): ChapterFile['quiz'] {
  const path = join(dir, `quiz.${locale}.yaml`);
  const file = relative(root, path);
  if (!existsSync(path)) {
    problems.push({ file, message: 'is missing; each chapter has a quiz of 8 to 12 questions' });
    return undefined;
  }
  const result = readYaml(readFileSync(path, 'utf8'), file, quizSchema);
  problems.push(...result.problems);
  return result.value && { data: result.value, file, lineOf: result.lineOf };
}
