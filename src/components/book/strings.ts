import type { Localized } from '../../i18n/locales.ts';

interface Strings {
  /** Under the title: which edition this is. */
  readonly edition: (version: string, date: string) => string;
  /** What the one page leaves to the site; its address follows. */
  readonly about: string;
  readonly contents: string;
  /** Above what follows the last chapter. */
  readonly afterChapters: string;
  readonly questions: string;
  readonly questionNumber: (chapter: number, number: number) => string;
  readonly answers: string;
  readonly answersOf: (chapter: number) => string;
  readonly toAnswers: string;
  readonly toMatch: string;
  readonly solutions: string;
  readonly toSolution: string;
  readonly toTask: string;
  readonly hints: string;
  readonly predict: string;
  readonly explorerAt: string;
}

export const strings: Localized<Strings> = {
  en: {
    edition: (version, date) => `Version ${version} of ${date}`,
    about: 'Programs are run, explorers are opened and answers are checked on the site:',
    contents: 'Table of contents',
    afterChapters: 'After the chapters',
    questions: 'Questions',
    questionNumber: (chapter, number) => `${chapter}.${number}`,
    answers: 'Answers to the questions',
    answersOf: (chapter) => `Chapter ${chapter}`,
    toAnswers: 'Answers at the end',
    toMatch: 'To be matched with:',
    solutions: 'Solutions of the exercises',
    toSolution: 'Solution at the end',
    toTask: 'The task',
    hints: 'Hints',
    predict: 'Before you read on: predict',
    explorerAt: 'It runs at',
  },
};
