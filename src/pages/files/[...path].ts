import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { guideFor } from '../../content/project-guide.ts';
import { locales } from '../../i18n/locales.ts';

/** Every file of which a chapter shows a listing, whole, as text: `/files/wsgi/labs/bookshop/app.py.txt`. */
export const getStaticPaths = (() => {
  const files = new Map<string, string>();
  for (const chapter of locales.flatMap((locale) => guideFor(locale).chapters)) {
    for (const { meta } of chapter.body.fences) {
      const src = meta.values['src'];
      if (src) files.set(`${chapter.slug}/${src}.txt`, join(chapter.dir, src));
    }
  }
  return [...files].map(([path, file]) => ({ params: { path }, props: { file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(readFileSync(props.file, 'utf8'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
