import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { APIRoute } from 'astro';

/** The service worker at the root of the site, since it may answer only for what is below it. */
export const GET: APIRoute = () => {
  const source = readFileSync(join(process.cwd(), 'src/offline/worker.ts'), 'utf8');
  return new Response(stripTypeScriptTypes(source), { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
};
