import type { Localized } from '../../i18n/locales.ts';
import type { QuestionKind } from '../../schemas/quiz.ts';
import type { StoreProblem } from '../../progress/store.ts';
import type { Plural } from '../shared/format.ts';
import type { OrderStrings } from '../shared/order-buttons.ts';

/** Texts that the script brings along: the page needs none of them before. */
export interface ClientStrings extends OrderStrings {
  readonly check: string;
  readonly sure: string;
  readonly isSure: string;
  readonly notSure: string;
  readonly show: string;
  readonly checkAgain: string;
  readonly next: string;
  readonly seeResult: string;
  readonly answered: string;
  readonly right: string;
  readonly notRight: string;
  readonly yourRight: string;
  readonly yourWrong: string;
  readonly inPlace: string;
  readonly notHere: string;
  /** Names the place that the reader gave a step. */
  readonly yourPlace: string;
  readonly youChose: string;
  readonly empty: string;
  readonly emptyMatch: string;
  readonly emptyShort: string;
  readonly same: string;
  readonly isRight: string;
  readonly isRightNow: string;
  readonly isWrong: string;
  /** The round is over; the solution stands above. */
  readonly solution: string;
  readonly solutionShown: string;
  readonly yourAnswer: string;
  readonly tryAgain: string;
  readonly countRight: Plural;
  readonly countWrong: Plural;
  readonly countMissed: Plural;
  readonly noneInPlace: string;
  readonly noneMatched: string;
  readonly countInPlace: Plural;
  readonly countMatched: Plural;
  readonly firstOut: string;
  readonly lastOne: string;
  readonly resultFirst: string;
  readonly resultAll: string;
  readonly resultNow: string;
  readonly readAgain: string;
  readonly nothingToRead: string;
  readonly because: Readonly<Record<'sure-and-wrong' | 'wrong' | 'right-but-unsure', string>>;
  readonly questions: Plural;
  readonly repeat: Plural;
  readonly repeating: Plural;
  /** The link to a question has been copied. */
  readonly linked: string;
  /** On paper. */
  readonly answeredOn: string;
  readonly problem: Readonly<Record<StoreProblem, string>>;
}

interface Strings {
  readonly client: ClientStrings;
  readonly question: string;
  readonly hint: Readonly<Record<QuestionKind, string>>;
  readonly solution: string;
  readonly readAgain: string;
  /** Link to the question in the quiz of its chapter. */
  readonly inChapter: string;
  /** Link to the question itself, to be kept or sent; `name` is read out only. */
  readonly link: string;
  readonly linkName: string;
  readonly yourAnswer: string;
  readonly choose: string;
  readonly toMatch: string;
  readonly line: string;
  readonly linesOf: string;
  /** Above a recorded run. */
  readonly run: string;
  readonly otherwise: string;
  readonly nobody: string;
  readonly alsoRight: string;
  readonly kept: string;
  readonly keptLink: string;
  readonly result: string;
  readonly print: string;
  readonly key: string;
}

export const strings: Localized<Strings> = {
  en: {
    client: {
      check: 'Check',
      sure: 'How sure are you?',
      isSure: 'sure',
      notSure: 'not sure',
      show: 'Show the solution',
      checkAgain: 'Check again',
      next: 'Next question',
      seeResult: 'See the result',
      answered: 'Answered',
      right: 'Right',
      notRight: 'Not right',
      yourRight: 'Your answer, right',
      yourWrong: 'Your answer, not right',
      inPlace: 'in place',
      notHere: 'not here',
      yourPlace: 'you had it at {place}',
      youChose: 'You chose:',
      moveUp: 'Move up: {text}',
      moveDown: 'Move down: {text}',
      moved: '{text}: now {place} of {of}.',
      empty: 'Choose an answer first.',
      emptyMatch: 'Choose something in each row first.',
      emptyShort: 'Write an answer first.',
      same: 'You have tried this answer. Change it, or see the solution.',
      isRight: 'Right.',
      isRightNow: 'Right this time.',
      isWrong: 'Not right.',
      solution: 'Not right. The solution is above.',
      solutionShown: 'The solution is above.',
      yourAnswer: 'You wrote:',
      tryAgain: 'You have another try.',
      countRight: { one: '{n} right', other: '{n} right' },
      countWrong: { one: '{n} wrong', other: '{n} wrong' },
      countMissed: { one: '{n} missing', other: '{n} missing' },
      noneInPlace: 'No step is in place yet.',
      noneMatched: 'No row is right yet.',
      countInPlace: { one: '{n} step is in place.', other: '{n} steps are in place.' },
      countMatched: { one: '{n} row is right.', other: '{n} rows are right.' },
      firstOut: 'The first one that is not:',
      lastOne: 'That was the last question; the result is below.',
      resultFirst: '{right} of {of} right at the first answer',
      resultAll: 'All {of} right at the first answer',
      resultNow: 'By now {right} of {of} are right.',
      readAgain: 'Read again',
      nothingToRead: 'Nothing here asks to be read again.',
      because: {
        'sure-and-wrong': 'you were sure, and it was not right',
        wrong: 'not right at first',
        'right-but-unsure': 'right, but you were not sure',
      },
      questions: { one: 'question {numbers}', other: 'questions {numbers}' },
      repeat: { one: 'Repeat the question that went wrong', other: 'Repeat the {n} questions that went wrong' },
      repeating: { one: 'One question is open again.', other: '{n} questions are open again.' },
      linked: 'Link copied',
      answeredOn: 'Answered on {day}.',
      problem: {
        forbidden: 'This browser does not let the page keep anything. The quiz works, but your answers go when you leave the page.',
        full: 'There is no room left in this browser’s storage. The quiz works, but new answers go when you leave the page.',
        newer: 'The answers kept in this browser were written by a newer version of this site. They are left as they are, and new answers go when you leave the page.',
        damaged: 'Some of the answers kept in this browser could not be read. They were put aside, and keeping began anew.',
      },
    },
    question: 'Question {n} of {of}',
    hint: {
      choice: 'Choose one',
      several: 'Choose all that apply',
      order: 'Put in order',
      match: 'Match',
      short: 'Short answer',
      point: 'Point at a line',
      output: 'Predict the output',
    },
    solution: 'Answer and explanations',
    readAgain: 'Read again:',
    inChapter: 'This question in its chapter',
    link: 'Link',
    linkName: 'to question {n}',
    yourAnswer: 'Your answer',
    choose: 'Choose…',
    toMatch: 'To be matched with:',
    line: 'Line {n}',
    linesOf: 'Lines of {name}',
    run: 'Recorded run',
    otherwise: 'Any other',
    nobody: 'belongs to none',
    alsoRight: 'Also accepted:',
    kept: 'Answers are kept in this browser only.',
    keptLink: 'Export, import or clear them',
    result: 'Result',
    print: 'Print the result',
    key: 'Answers to the questions',
  },
};
