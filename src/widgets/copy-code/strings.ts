import type { Localized } from '../../i18n/locales.ts';

interface Strings {
  readonly copied: string;
  readonly failed: string;
}

export const strings: Localized<Strings> = {
  en: { copied: 'Copied', failed: 'Not copied: the browser forbids it. Select the lines instead.' },
};
