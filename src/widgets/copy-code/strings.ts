import type { Localized } from '../../i18n/locales.ts';

interface Strings {
  readonly copied: string;
  readonly failed: string;
  readonly link: string;
  readonly linked: string;
}

export const strings: Localized<Strings> = {
  en: { copied: 'Copied', failed: 'Not copied: the browser forbids it. Select the lines instead.', link: 'Link to this section', linked: 'The link to this section has been copied.' },
};
