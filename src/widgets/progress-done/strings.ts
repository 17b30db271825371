import type { Localized } from '../../i18n/locales.ts';
import type { Plural } from '../shared/format.ts';

export interface DoneStrings {
  readonly mark: string;
  readonly isRead: string;
  readonly undo: string;
  /** `{right}` of `{n}`. */
  readonly quiz: Plural;
}

export const strings: Localized<DoneStrings> = {
  en: {
    mark: 'Mark this chapter as read',
    isRead: 'Read.',
    undo: 'Undo',
    quiz: { one: 'Quiz: {right} of {n} right', other: 'Quiz: {right} of {n} right' },
  },
};
