import type { Localized } from '../../i18n/locales.ts';
import type { Plural } from '../shared/format.ts';

/** Texts that the script needs; they reach it as JSON in the page. */
export interface ExamStrings {
  readonly title: string;
  readonly question: string;
  readonly draw: string;
  readonly open: string;
  readonly answeredOf: string;
  readonly finished: string;
  readonly start: string;
  readonly goOn: string;
  readonly toResult: string;
  /** In the list of draws. */
  readonly drawDone: string;
  readonly drawBegun: string;
  readonly states: Readonly<Record<'open' | 'again' | 'right' | 'wrong', string>>;
  readonly fetching: string;
  readonly failed: string;
  readonly failedNew: string;
  readonly retry: string;
  readonly broken: string;
  readonly done: string;
  readonly resultSoFar: string;
  readonly result: string;
  readonly rightOf: string;
  readonly notAnswered: Plural;
  readonly startOver: Plural;
  readonly startedOver: Plural;
  readonly undone: string;
  readonly copied: string;
  readonly copyFailed: string;
}

interface Strings {
  readonly client: ExamStrings;
  readonly how: (count: number, minutes: number) => string;
  readonly closedBook: string;
  readonly counts: string;
  readonly noScript: string;
  readonly questions: string;
  readonly newDraw: string;
  readonly yourDraws: string;
  readonly caption: string;
  readonly columns: Readonly<Record<'topic' | 'right' | 'again', string>>;
  readonly all: string;
  readonly print: string;
  readonly link: string;
  readonly copy: string;
  readonly undo: string;
  readonly paper: string;
}

export const strings: Localized<Strings> = {
  en: {
    how: (count, minutes) => `Of the ${count} questions at least two come from each chapter, and most are applied. There is no time limit; it takes about ${minutes} minutes, and you can leave and come back.`,
    closedBook: 'The exam is meant without looking things up: where to read is shown after each answer.',
    counts: 'The first answer counts. After a wrong one you may try again, which helps to learn and changes no score.',
    noScript: 'Without scripts nothing is checked or kept, and there is this one draw. Each question has its answer under “Answer and explanations”.',
    questions: 'Questions',
    newDraw: 'New draw',
    yourDraws: 'Your draws',
    caption: 'Right at the first answer, by topic',
    columns: { topic: 'Topic', right: 'Right', again: 'Read again' },
    all: 'All topics',
    print: 'Print the result',
    link: 'Anybody who opens this link gets the same questions:',
    copy: 'Copy the link',
    undo: 'Undo',
    paper: 'Printed from',
    client: {
      title: 'Final exam',
      question: 'Question {n} of {of}',
      draw: 'Draw {draw}',
      open: '{of} questions, none answered yet.',
      answeredOf: '{answered} of {of} answered.',
      finished: 'All {of} answered: {right} right at the first answer.',
      start: 'Begin with question 1',
      goOn: 'Go on with question {n}',
      toResult: 'See the result',
      drawDone: 'Draw {draw}: {right} of {of} right',
      drawBegun: 'Draw {draw}: {answered} of {of} answered',
      states: { open: '', again: 'one more try', right: 'right', wrong: 'not right at first' },
      fetching: 'Fetching the questions of draw {draw} …',
      failed: 'The questions of draw {draw} could not be fetched. Those below are of draw 1.',
      failedNew: 'The questions for a new draw could not be fetched. Try again when you are connected.',
      retry: 'Try again',
      broken: 'There is no draw “{written}”: draws are whole numbers from 1 to {last}. Below is draw 1.',
      done: 'That was the last question: {right} of {of} right at the first answer. The result by topic is at the end of the page.',
      resultSoFar: 'Result so far: {answered} of {of} answered',
      result: 'Result of draw {draw}: {right} of {of} right at the first answer',
      rightOf: '{right} of {of}',
      notAnswered: { one: '{n} not answered', other: '{n} not answered' },
      startOver: { one: 'Start over, without this {n} answer', other: 'Start over, without these {n} answers' },
      startedOver: { one: 'Draw {draw} begins anew; {n} answer was put away.', other: 'Draw {draw} begins anew; {n} answers were put away.' },
      undone: 'The answers are back.',
      copied: 'Copied',
      copyFailed: 'The browser did not allow copying. Copy the link by hand.',
    },
  },
};
