import type { APIRoute, GetStaticPaths } from 'astro';
import { guideFor } from '../../../content/project-guide.ts';
import { locales, type Locale } from '../../../i18n/locales.ts';
import { exerciseData } from '../../../widgets/python-exercise/page-data.ts';
import type { ExerciseFileData } from '../../../widgets/python-exercise/exercise-data.ts';

/** What the scripts of a chapter's exercises work with: they ask for it when the reader comes near the first one. */
export const getStaticPaths = (() =>
  locales.flatMap((locale) => guideFor(locale).chapters.filter(({ exercises }) => exercises.length > 0).map(({ slug }) => ({ params: { locale, slug } })))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const locale = params['locale'] as Locale;
  const slug = params['slug'] ?? '';
  const { exercises = [] } = guideFor(locale).chapters.find((chapter) => chapter.slug === slug) ?? {};
  const data = await Promise.all(exercises.map((exercise) => exerciseData(exercise, slug, locale)));
  return new Response(JSON.stringify({ exercises: data } satisfies ExerciseFileData), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
