import type { Localized } from '../../i18n/locales.ts';

/** Texts that the script needs; `{…}` is filled in. */
export interface OfflineStrings {
  readonly size: string;
  readonly unavailable: string;
  readonly noList: string;
  readonly saving: string;
  readonly saved: string;
  readonly savedPython: string;
  readonly current: string;
  readonly newer: string;
  readonly failed: string;
  readonly noRoom: string;
  readonly nothingKept: string;
  readonly removed: string;
}

interface Strings {
  readonly how: string;
  readonly noScript: string;
  readonly withPython: string;
  readonly save: string;
  readonly update: string;
  readonly remove: string;
  readonly client: OfflineStrings;
}

export const strings: Localized<Strings> = {
  en: {
    how: 'The whole guide can be kept in this browser: all pages, drawings and the search, and if you like the Python of the exercises. It is fetched when you press the button, and not before. With a network you always read what is published now; without one you read your copy.',
    noScript: 'Saving needs a script. Without scripts, your browser can save single pages, and the whole guide can be printed.',
    withPython: 'Also the Python of the exercises ({size} more)',
    save: 'Save for offline',
    update: 'Fetch the new version',
    remove: 'Remove the copy',
    client: {
      size: 'It takes {size} of this device’s storage.',
      unavailable: 'This browser does not allow pages to be saved here, for instance because the window is private. Nothing was saved.',
      noList: 'The list of files could not be fetched. Check your connection and try again.',
      saving: 'Saving: {done} of {all} …',
      saved: 'Saved on {day}, without Python: {size}. It can be read without a network.',
      savedPython: 'Saved on {day}, with Python: {size}. It can be read without a network.',
      current: 'It is the version that is published now.',
      newer: 'A newer version of the guide has been published since.',
      failed: 'It could not be saved whole: the connection broke, or a file was missing. Try again.',
      noRoom: 'There is not enough room on this device for {size}.',
      nothingKept: 'Nothing was kept.',
      removed: 'The copy has been removed.',
    },
  },
};
