import type { APIRoute } from 'astro';
import { guideFor } from '../content/project-guide.ts';
import { locales } from '../i18n/locales.ts';
import { llmsFull } from '../lib/llms.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => new Response(llmsFull(locales.map(guideFor), site));
