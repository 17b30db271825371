import type { Localized } from '../../i18n/locales.ts';
import type { StoreProblem } from '../../progress/store.ts';
import type { Plural } from '../shared/format.ts';

/** Texts that the script needs; they reach it as JSON in the page. */
export interface DataStrings {
  readonly readOf: Plural;
  readonly answered: Plural;
  /** Of the exercises begun, `{solved}` are solved. */
  readonly solvedOf: Plural;
  /** Draws of the final exam that were begun. */
  readonly exams: Plural;
  readonly nothing: string;
  readonly unread: string;
  readonly begun: string;
  readonly quizOf: string;
  readonly noQuiz: string;
  readonly saved: string;
  readonly merged: string;
  readonly mergedAnswers: Plural;
  readonly mergedChapters: Plural;
  readonly mergedExercises: Plural;
  readonly unchanged: string;
  readonly tooLarge: string;
  readonly notJson: string;
  readonly notProgress: string;
  readonly newerFile: string;
  readonly wrongEntries: string;
  readonly unreadable: string;
  readonly cleared: string;
  readonly undone: string;
  readonly problem: Readonly<Record<StoreProblem, string>>;
}

interface Strings {
  readonly client: DataStrings;
  readonly title: string;
  readonly description: string;
  readonly where: string;
  readonly noScript: string;
  readonly chapters: string;
  readonly columns: Readonly<Record<'chapter' | 'read' | 'quiz', string>>;
  readonly export: string;
  readonly exportWhy: string;
  readonly save: string;
  readonly aside: string;
  readonly saveAside: string;
  readonly import: string;
  readonly importWhy: string;
  readonly file: string;
  readonly clear: string;
  readonly clearWhy: string;
  readonly clearAll: string;
  readonly confirm: string;
  readonly confirmWhy: string;
  readonly confirmYes: string;
  readonly confirmNo: string;
  readonly undo: string;
}

export const strings: Localized<Strings> = {
  en: {
    title: 'Your progress',
    description: 'What you have read and answered is kept in this browser and nowhere else. Here you can take it with you in a file, bring it back, or clear it.',
    where: 'Nothing of this is sent anywhere. Another browser, or a private window, begins with nothing.',
    noScript: 'Answers and chapters read are kept by a script, and scripts do not run in this browser. The chapters, and the answers to their questions, can be read without it.',
    chapters: 'Chapters',
    columns: { chapter: 'Chapter', read: 'Read', quiz: 'First answers' },
    export: 'Take it with you',
    exportWhy: 'The file holds your answers, how sure you were, your programs, and the days on which you read a chapter. It is JSON, and readable.',
    save: 'Save as a file',
    aside: 'Something was kept here that could not be read. It was put aside, and can be saved as it is.',
    saveAside: 'Save what was put aside',
    import: 'Bring it back',
    importWhy: 'A file is joined with what is here: of each answer and program the newer one stays, of each chapter the first day on which it was read. A file that is not wholly right changes nothing.',
    file: 'Progress file',
    clear: 'Clear',
    clearWhy: 'Forgets all answers and programs, and which chapters were read, in this browser.',
    clearAll: 'Clear everything',
    confirm: 'Clear everything?',
    confirmWhy: 'Your answers, your programs and the marks of the chapters go. If you may want them back, save them as a file first.',
    confirmYes: 'Clear',
    confirmNo: 'Keep it',
    undo: 'Undo',
    client: {
      readOf: { one: '{read} of {n} chapter read', other: '{read} of {n} chapters read' },
      answered: { one: '{n} question answered', other: '{n} questions answered' },
      solvedOf: { one: '{solved} of {n} exercise begun is solved', other: '{solved} of {n} exercises begun are solved' },
      exams: { one: '{n} draw of the final exam begun', other: '{n} draws of the final exam begun' },
      nothing: 'Nothing has been read or answered in this browser yet.',
      unread: 'not yet',
      begun: 'begun',
      quizOf: '{right} of {of} right',
      noQuiz: 'not finished',
      saved: 'Saved as {name}.',
      merged: 'Joined: {answers}, {chapters} and {exercises} from the file.',
      mergedAnswers: { one: '{n} answer', other: '{n} answers' },
      mergedChapters: { one: '{n} chapter', other: '{n} chapters' },
      mergedExercises: { one: '{n} exercise', other: '{n} exercises' },
      unchanged: 'Nothing was changed.',
      tooLarge: 'This file is larger than any progress can be.',
      notJson: 'This file is not JSON. Choose a file that was saved on this page.',
      notProgress: 'This file is JSON, but holds no progress of this guide.',
      newerFile: 'This file was written by a newer version of the site (format {version}). Reload this page, and try again.',
      wrongEntries: 'Entries of this file cannot be read: {entries}.',
      unreadable: 'This file could not be opened.',
      cleared: 'Everything is cleared.',
      undone: 'Everything is back.',
      problem: {
        forbidden: 'This browser does not let the page keep anything. What you read and answer is forgotten when you leave.',
        full: 'There is no room left in this browser’s storage. What is new is forgotten when you leave.',
        newer: 'What is kept in this browser was written by a newer version of this site. It is left as it is; reload the page to use it.',
        damaged: 'Some of what was kept in this browser could not be read. It was put aside, and keeping began anew.',
      },
    },
  },
};
