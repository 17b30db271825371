import type { APIRoute } from 'astro';
import { guideFor } from '../content/project-guide.ts';
import { locales } from '../i18n/locales.ts';
import { llmsIndex } from '../lib/llms.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => new Response(llmsIndex(locales.map(guideFor), site));
