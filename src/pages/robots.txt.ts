import type { APIRoute } from 'astro';
import { withBase } from '../lib/paths.ts';
import { site } from '../site.ts';

/** Everything may be read. Under a base path a host's own robots.txt counts; this one then only names the sitemap. */
export const GET: APIRoute = () => {
  const sitemap = new URL(withBase('/sitemap-index.xml', site.base), site.url).href;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
};
