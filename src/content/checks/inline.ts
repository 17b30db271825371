import { inlineMarkdown } from '../../markdown/inline.ts';
import type { Problem } from '../problem.ts';
import type { Guide, Placed } from '../read-guide.ts';
import { exerciseTexts } from './exercises.ts';
import { at } from './references.ts';

/** Texts that stand in a line of a page are one paragraph: a list or a heading in them would break the page. */
export function checkInline(guide: Guide): readonly Problem[] {
  const entries: readonly Placed<object>[] = [...guide.terms, ...guide.myths, ...guide.failures, ...guide.timeOuts, ...guide.components];
  return [
    ...entries.flatMap((entry) => Object.entries(entry.data).flatMap(([field, value]) => blockProblem(value).map((message) => at(entry, field, message)))),
    ...guide.chapters.flatMap(({ file, frontMatter, lineOf, quiz, exercises }) => [
      ...[...stringsIn(frontMatter)].flatMap(([path, text]) => inField(file, lineOf, path, text)),
      ...[...stringsIn(quiz?.data)].flatMap(([path, text]) => (path.at(-1) === 'prompt' ? [] : inField(quiz?.file ?? '', quiz?.lineOf, path, text))),
      ...exercises.flatMap((exercise) => exerciseTexts(exercise.data).flatMap(([path, text]) => inField(exercise.file, exercise.lineOf, path, text))),
    ]),
  ];
}

type LineOf = (path: readonly PropertyKey[]) => number | undefined;

function inField(file: string, lineOf: LineOf | undefined, path: readonly PropertyKey[], text: string): readonly Problem[] {
  return blockProblem(text).map((message) => ({ file, line: lineOf?.(path), field: path.join('.'), message }));
}

function* stringsIn(value: unknown, path: readonly PropertyKey[] = []): Generator<readonly [readonly PropertyKey[], string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const [i, entry] of value.entries()) yield* stringsIn(entry, [...path, i]);
  else if (typeof value === 'object' && value !== null) for (const [key, entry] of Object.entries(value)) yield* stringsIn(entry, [...path, key]);
}

/** Text that Markdown might take for more than a paragraph; the others need no look. */
const suspect = /^\s*(?:[-*+>#|<_=]|\d+[.)]|```|~~~| {4}|\[)|\n/;

function blockProblem(value: unknown): readonly string[] {
  if (typeof value !== 'string' || !suspect.test(value.trimEnd())) return [];
  try {
    inlineMarkdown(value, anywhere);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Links are checked elsewhere. */
const anywhere = { locale: 'en', base: '/', sourceUrl: () => 'https://source.test/' } as const;
