import type { Locale } from '../../i18n/locales.ts';

/** Where on the way a component stands; the chapter plugin fills it in. */
export interface Place {
  readonly slug: string;
  readonly locale: Locale;
  /** Number of the chapter. */
  readonly chapter: number;
  /** Number of the plate in the chapter. */
  readonly number?: number;
  /** Folder of the chapter in content/chapters. */
  readonly folder?: string;
}
