import type { Localized } from '../../i18n/locales.ts';

interface Strings {
  readonly listing: string;
  readonly transcript: string;
  readonly figure: string;
  readonly table: string;
  readonly copy: string;
  readonly notes: string;
  /** Said before a note: `note a`. */
  readonly note: string;
  readonly enlarge: string;
  readonly inWords: string;
  readonly wholeFile: string;
  readonly predict: string;
  readonly compare: string;
  /** Said of the right option of a prediction. */
  readonly rightOption: string;
}

export const strings: Localized<Strings> = {
  en: {
    listing: 'Listing',
    transcript: 'Transcript',
    figure: 'Figure',
    table: 'Table',
    copy: 'Copy',
    notes: 'Notes',
    note: 'note',
    enlarge: 'Enlarge',
    inWords: 'In words',
    wholeFile: 'whole file',
    predict: 'Before you read on: predict',
    compare: 'Compare with what happens',
    rightOption: 'What happens',
  },
};
