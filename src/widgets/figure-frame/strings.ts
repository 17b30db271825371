import type { Localized } from '../../i18n/locales.ts';

interface Strings {
  readonly close: string;
}

export const strings: Localized<Strings> = { en: { close: 'Close' } };
