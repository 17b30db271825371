import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { requestProblems, type Exercise, type Interface } from '../../schemas/exercise.ts';
import type { Problem } from '../problem.ts';
import type { ExerciseFile } from '../read-exercises.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';
import { checkRules, readRules, rulesFile, type Rules } from './grader-rules.ts';
import { linkProblem, linksIn } from './links.ts';
import { sectionIds } from './references.ts';
import { variantsIn } from './wording.ts';

/** Exercises are shown once each, refer to what exists, and hold the programs that they list. */
export function checkExercises(guide: Guide): readonly Problem[] {
  const rules = readRules(guide.root);
  const problems = guide.chapters.flatMap((chapter) => [
    ...checkShown(chapter),
    ...chapter.exercises.flatMap((exercise) => {
      const at = (path: readonly PropertyKey[], message: string): Problem => ({
        file: exercise.file,
        line: exercise.lineOf(path),
        field: path.join('.') || undefined,
        message,
      });
      return [
        ...(sectionIds(chapter).has(exercise.data.see) ? [] : [at(['see'], `${chapter.file} has no heading \`[#${exercise.data.see}]\``)]),
        ...requestProblems(exercise.data).map(([path, message]) => at(path, message)),
        ...wrongProblems(exercise, rules).map(([path, message]) => at(path, message)),
        ...textProblems(guide, chapter, exercise.data).map(([path, message]) => at(path, message)),
        ...programProblems(exercise),
      ];
    }),
  ]);
  return [...checkRules(guide, rules), ...problems];
}

type FieldMessage = readonly [path: readonly PropertyKey[], message: string];

/** Each `<Exercise>` shows one that exists, and each exercise is shown once. */
function checkShown(chapter: ChapterFile): readonly Problem[] {
  const shown = chapter.body.components.filter(({ name, attributes }) => name === 'Exercise' && attributes['id']);
  const ids = shown.map(({ attributes }) => attributes['id']);
  return [
    ...shown.flatMap(({ attributes, line }, i) => {
      const id = attributes['id'] ?? '';
      const problem = (message: string): Problem => ({ file: chapter.file, line, message: `<Exercise>: ${message}` });
      if (ids.indexOf(id) < i) return [problem(`the exercise \`${id}\` is shown twice; show each once`)];
      // One that its schema refuses is told at its own place.
      if (existsSync(join(chapter.dir, 'exercises', id))) return [];
      return [problem(`there is no exercise \`${id}\`; write exercises/${id}/ or correct the id`)];
    }),
    ...chapter.exercises
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, file }) => ({ file, message: `the chapter never shows it; write \`<Exercise id="${id}" />\` where it belongs` })),
  ];
}

function wrongProblems(exercise: ExerciseFile, rules: Rules | undefined): readonly FieldMessage[] {
  const { wrong } = exercise.data;
  const listed = new Set(wrong.map(({ file }) => file));
  return [
    ...wrong.flatMap(({ file, rule }, i): FieldMessage[] => [
      ...(exercise.wrong.has(file) ? [] : [[['wrong', i, 'file'], `there is no file wrong/${file}.py; write it or remove the entry`] as const]),
      ...(!rules || rules.ids.has(rule) ? [] : [[['wrong', i, 'rule'], `there is no rule \`${rule}\`; write one of ${rulesFile}`] as const]),
    ]),
    ...[...exercise.wrong.keys()]
      .filter((name) => !listed.has(name))
      .map((name): FieldMessage => [['wrong'], `wrong/${name}.py is not listed; add it with its rule, or remove the file`]),
  ];
}

/** Texts of an exercise that readers read as prose, with their fields. */
export function exerciseTexts(exercise: Exercise): readonly (readonly [path: readonly PropertyKey[], text: string])[] {
  return [
    [['title'], exercise.title],
    [['task'], exercise.task],
    [['explain'], exercise.explain],
    ...(exercise.framework ? [[['framework', 'explain'], exercise.framework.explain] as const] : []),
    ...exercise.hints.map((hint, i) => [['hints', i], hint] as const),
    ...exercise.requests.map(({ title }, i) => [['requests', i, 'title'], title] as const),
    ...exercise.wrong.map(({ why }, i) => [['wrong', i, 'why'], why] as const),
    ...(exercise.puzzle?.blocks ?? []).flatMap((block, i) =>
      'code' in block && block.why ? [[['puzzle', 'blocks', i, 'why'], block.why] as const] : [],
    ),
  ];
}

function textProblems(guide: Guide, chapter: ChapterFile, exercise: Exercise): readonly FieldMessage[] {
  return exerciseTexts(exercise).flatMap(([path, text]): FieldMessage[] => [
    ...linksIn(text).flatMap((url): FieldMessage[] => {
      const message = linkProblem(guide, chapter, url);
      return message ? [[path, `link \`${url}\`: ${message}`]] : [];
    }),
    ...variantsIn(text).map(([found, instead]): FieldMessage => [path, `"${found}": write ${instead}`]),
  ]);
}

/** What a program must have at its outermost level, so that a grader finds it. */
const entry: Readonly<Record<Interface, readonly [found: RegExp, message: string]>> = {
  wsgi: [/^(?:(?:async )?def|class) app\b|^app *=/m, 'has no `app`; a WSGI server imports the file and takes `app` from it'],
  asgi: [/^(?:(?:async )?def|class) app\b|^app *=/m, 'has no `app`; an ASGI server imports the file and takes `app` from it'],
  cgi: [/\bprint\(|\bsys\.stdout\b/, 'prints nothing; a CGI program answers on its standard output'],
};

function programProblems(exercise: ExerciseFile): readonly Problem[] {
  const [found, message] = entry[exercise.data.interface];
  const framework = exercise.framework === undefined ? [] : [['framework.py', exercise.framework] as const];
  const programs = [['starter.py', exercise.starter] as const, ['solution.py', exercise.solution] as const, ...framework];
  const problems = programs
    .filter(([, source]) => !found.test(source))
    .map(([name]) => ({ file: `${exercise.folder}/${name}`, message }));
  if (exercise.starter.trim() === exercise.solution.trim()) {
    problems.push({ file: `${exercise.folder}/starter.py`, message: 'is the solution already; leave something to do' });
  }
  return problems;
}
