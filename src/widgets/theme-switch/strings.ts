import type { Localized } from '../../i18n/locales.ts';

interface Strings {
  readonly theme: string;
  /** What the button is called in each state. */
  readonly states: { readonly system: string; readonly light: string; readonly dark: string };
}

export const strings: Localized<Strings> = {
  en: { theme: 'Theme', states: { system: 'Theme: same as the system', light: 'Theme: light', dark: 'Theme: dark' } },
};
