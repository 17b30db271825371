import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import ExerciseCode from '../../components/chapter/ExerciseCode.astro';
import { strings as exerciseStrings } from '../../components/chapter/exercise-strings.ts';
import type { ExerciseFile } from '../../content/read-exercises.ts';
import { localized, type Locale } from '../../i18n/locales.ts';
import { withBase } from '../../lib/paths.ts';
import { plainText } from '../../markdown/inline.ts';
import { keyOf } from '../parsons-puzzle/model.ts';
import type { ExerciseData } from './exercise-data.ts';
import { firstImports } from './runtime/frameworks.ts';
import { downloadSize, listed, pythonBrotli, pythonFiles } from './runtime/runtime-files.ts';

/**
 * What the scripts of an exercise and of its puzzle work with.
 * @param slug of its chapter
 */
export async function exerciseData(exercise: ExerciseFile, slug: string, locale: Locale): Promise<ExerciseData> {
  const root = process.cwd();
  const files = pythonFiles(root);
  const address = (path: string): string => withBase(`/python/${path}`, import.meta.env.BASE_URL);
  const { data, starter, framework: source } = exercise;
  const common: ExerciseData = {
    id: exercise.id,
    chapter: slug,
    locale,
    interface: data.interface,
    starter,
    requests: data.requests.map((request) => ({ ...request, title: plainText(request.title) })),
    manifest: address(files.manifest),
    bytes: await downloadSize(root, files),
    ...(data.puzzle ? { puzzle: keyOf(data.puzzle.blocks) } : {}),
  };
  if (!data.framework || source === undefined) return common;
  const { name, bytes, extended } = files.archives[data.framework.name];
  const text = localized(exerciseStrings, locale);
  const title = text.frameworkNames[data.framework.name];
  const container = await AstroContainer.create();
  const html = await container.renderToString(ExerciseCode, { props: { label: text.framework(title), code: source }, partial: true });
  const archive = { title, address: address(name), file: listed({ name, bytes }), extended, imports: firstImports[data.framework.name] };
  return { ...common, framework: { source, html, archive, bytes: (await pythonBrotli(root, bytes)).length } };
}
