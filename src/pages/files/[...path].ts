import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { guideFor } from '../../content/project-guide.ts';
import { frameworkFile } from '../../content/read-exercises.ts';
import { locales } from '../../i18n/locales.ts';
import { filePath } from '../../lib/paths.ts';

/**
 * Every file of which a chapter shows a listing, and every program of an exercise that uses a framework, whole, as text:
 * `/files/wsgi/labs/bookshop/app.py.txt`.
 */
export const getStaticPaths = (() => {
  const files = new Map<string, string>();
  for (const chapter of locales.flatMap((locale) => guideFor(locale).chapters)) {
    const listed = chapter.body.fences.flatMap(({ meta }) => meta.values['src'] ?? []);
    const programs = chapter.exercises.filter(({ framework }) => framework !== undefined).map(frameworkFile);
    for (const file of [...listed, ...programs]) files.set(filePath(chapter.slug, file).slice('/files/'.length), join(chapter.dir, file));
  }
  return [...files].map(([path, file]) => ({ params: { path }, props: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(readFileSync(props.file, 'utf8'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
