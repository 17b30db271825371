/** The editions of the guide. A new one is added here; the compiler then names every text it lacks. */
export const locales = ['en'] as const;

/** BCP 47 tag of an edition; the first segment of its addresses. */
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'en';

/** How each edition calls itself, for the switch of language. */
export const localeNames: Localized<string> = { en: 'English' };

/** One value for each edition: a missing translation is a compile error. */
export type Localized<T> = Readonly<Record<Locale, T>>;

/** True when `tag` is an edition of the guide. */
export function isLocale(tag: string | undefined): tag is Locale {
  return tag !== undefined && (locales as readonly string[]).includes(tag);
}

/** Picks the text of an edition; an unknown tag gets the default edition. */
export function localized<T>(texts: Localized<T>, locale: string | undefined): T {
  return texts[isLocale(locale) ? locale : defaultLocale];
}

/** Routes of a page that every edition has: `getStaticPaths` of the files under `pages/[locale]/`. */
export function localePaths(): { readonly params: { readonly locale: Locale } }[] {
  return locales.map((locale) => ({ params: { locale } }));
}
