import type { Localized } from '../../i18n/locales.ts';

interface Strings {
  /** Said after the name of a chapter that is read. */
  readonly read: string;
  readonly started: string;
  /** Title of the way on; the chapter's title stands below it. */
  readonly goOn: string;
}

export const strings: Localized<Strings> = {
  en: { read: '(read)', started: '(begun)', goOn: 'Go on where you were' },
};
