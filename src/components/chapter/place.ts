import type { Locale } from '../../i18n/locales.ts';

/** Where on the way a component stands; the chapter plugin fills it in. */
export interface Place {
  readonly slug: string;
  readonly locale: Locale;
  /** Number of the chapter; a page that is no chapter has none. */
  readonly chapter?: number;
  /** Number of the plate in the chapter. */
  readonly number?: number;
  /** Folder of the chapter in content/chapters. */
  readonly folder?: string;
}

/** Number of a plate as it is shown: `14.3`, on a page that is no chapter `3`. */
export function plateNumber({ chapter, number }: Place): string {
  return [chapter, number].filter((part) => part !== undefined).join('.');
}
