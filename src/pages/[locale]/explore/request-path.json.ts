import type { APIRoute } from 'astro';
import { localePaths, type Locale } from '../../../i18n/locales.ts';
import { recordings } from '../../../widgets/request-path/data.ts';

export const getStaticPaths = localePaths;

/** All recordings of the explorer, which it loads when a reader has made a guess. */
export const GET: APIRoute = ({ params }) => Response.json(recordings(params['locale'] as Locale));
