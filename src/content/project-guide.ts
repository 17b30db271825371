import type { Locale } from '../i18n/locales.ts';
import { readGuide, type Guide } from './read-guide.ts';

const guides = new Map<Locale, Guide>();

/** The content of the project in the working directory, read once; {@link forgetGuides} after a change. */
export function guideFor(locale: Locale): Guide {
  const guide = guides.get(locale) ?? readGuide(process.cwd(), locale);
  guides.set(locale, guide);
  return guide;
}

/** Makes the next {@link guideFor} read again; the author's server calls it when a file of content/ changes. */
export function forgetGuides(): void {
  guides.clear();
}
