import type { Locale } from '../i18n/locales.ts';
import type { LinkContext } from '../markdown/content-links.ts';
import { readSources } from './sources.ts';

/**
 * Link context of a page that Astro builds: the project is the working directory.
 * @param home address of the page that `#heading` means, when the text is shown on another one
 */
export function linkContext(locale: Locale, home?: string): LinkContext {
  return {
    locale,
    ...(home ? { home } : {}),
    base: import.meta.env.BASE_URL,
    sourceUrl: (id) => readSources(process.cwd()).get(id)?.url,
  };
}
