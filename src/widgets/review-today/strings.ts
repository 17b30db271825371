import type { Localized } from '../../i18n/locales.ts';
import type { Plural } from '../shared/format.ts';

/** Texts that the script needs; `{…}` is filled in. */
export interface ReviewStrings {
  readonly nothingYet: string;
  readonly nothingToday: string;
  readonly today: Plural;
  readonly more: string;
  readonly fetching: string;
  readonly failed: string;
  readonly retry: string;
  readonly question: string;
  readonly left: string;
  readonly done: string;
  readonly next: string;
  readonly noNext: string;
}

interface Strings {
  readonly client: ReviewStrings;
  readonly how: string;
  readonly noScript: string;
  readonly title: string;
  readonly start: string;
  readonly chapters: string;
}

export const strings: Localized<Strings> = {
  en: {
    how: 'A question that was wrong at the first try, or of which you were not sure, comes back after 2 days. Answered rightly it rests longer: 7 days, 21, 60. Then it stays away; a wrong answer begins anew. The list is kept in this browser only, and is part of the file that you can export.',
    noScript: 'The list is made in your browser, by a script. Without scripts, the questions stand at the end of each chapter.',
    title: 'Today',
    start: 'Begin',
    chapters: 'To the chapters',
    client: {
      nothingYet: 'Nothing is on the list. Questions come here when you answer the quizzes of the chapters or the final exam.',
      nothingToday: 'Nothing is due today. {waiting} on the list; the next on {day}.',
      today: { one: 'One question is due today.', other: '{n} questions are due today.' },
      more: '{count} more wait for another day.',
      fetching: 'Fetching the questions …',
      failed: 'The questions could not be fetched. Check your connection and try again; nothing is lost.',
      retry: 'Try again',
      question: 'Question {n} of {of}',
      left: '{count} left.',
      done: 'Done for today: {right} of {of} right.',
      next: 'The next questions come on {day}.',
      noNext: 'Nothing else is on the list.',
    },
  },
};
