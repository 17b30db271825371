import type { Localized } from '../../i18n/locales.ts';

interface Strings {
  readonly text: string;
  readonly help: string;
  readonly hop: string;
  readonly status: string;
  readonly any: string;
  readonly noAnswer: string;
  readonly clear: string;
  /** `{shown}` and `{all}` are numbers. */
  readonly count: string;
  readonly none: string;
}

export const strings: Localized<Strings> = {
  en: {
    text: 'Error text or log line',
    help: 'A few words, or a whole line pasted from a log.',
    hop: 'Stop',
    status: 'Status',
    any: 'any',
    noAnswer: 'no HTTP answer',
    clear: 'Show all',
    count: '{shown} of {all} failures',
    none: 'No failure in the catalogue fits. Try fewer words, or the search of the whole guide.',
  },
};
