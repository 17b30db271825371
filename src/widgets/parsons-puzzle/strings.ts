import type { Localized } from '../../i18n/locales.ts';
import type { Plural } from '../shared/format.ts';
import type { OrderStrings } from '../shared/order-buttons.ts';

/** Texts that the script brings along: the page needs none of them before. */
export interface ClientStrings extends OrderStrings {
  /** Added to `moved` where the line now stands below a comment: `{subgoal}`. */
  readonly below: string;
  /** Names a pair of which nothing is chosen: `{a}`, `{b}`. */
  readonly pair: string;
  readonly check: string;
  readonly show: string;
  readonly again: string;
  readonly unchosen: Plural;
  readonly same: string;
  readonly right: string;
  readonly wrong: string;
  /** `{place}` of the first line out of place. */
  readonly outOfPlace: string;
  readonly orderRight: string;
  readonly left: Plural;
  readonly shown: string;
  readonly thirdTry: string;
  readonly reset: string;
  readonly markPlace: string;
  readonly markChoice: string;
  readonly markUnchosen: string;
}

interface Strings {
  readonly client: ClientStrings;
  readonly title: string;
  readonly task: string;
  readonly pairs: string;
  readonly chooseOne: string;
  readonly indented: Plural;
  readonly solution: string;
  readonly program: string;
  readonly notThese: string;
}

export const strings: Localized<Strings> = {
  en: {
    client: {
      moveUp: 'Move up: {text}',
      moveDown: 'Move down: {text}',
      moved: '{text}: now line {place} of {of}.',
      below: 'It stands below the comment “{subgoal}”.',
      pair: '{a}, or {b}',
      check: 'Check',
      show: 'Show the solution',
      again: 'Start again',
      unchosen: { one: 'One pair has no choice yet. Choose one of its two lines first.', other: '{n} pairs have no choice yet. Choose one of the two lines of each first.' },
      same: 'You have checked this already. Change something, or see the solution.',
      right: 'Right: this is the program.',
      wrong: 'Not right yet.',
      outOfPlace: 'Line {place} is the first that stands in a wrong place:',
      orderRight: 'The order is right.',
      left: { one: 'After one more wrong try the solution opens.', other: 'After {n} more wrong tries the solution opens.' },
      shown: 'The solution is above.',
      thirdTry: 'Not right. That was the third try; the solution is above.',
      reset: 'The lines are mixed again.',
      markPlace: 'first in a wrong place',
      markChoice: 'not this line',
      markUnchosen: 'nothing chosen',
    },
    title: 'First, put the program in order',
    task: 'The comments stay where they are; each line carries its indentation.',
    pairs: 'Where two lines stand together, choose the right one.',
    chooseOne: 'One of the two:',
    indented: { one: 'indented by {n} level:', other: 'indented by {n} levels:' },
    solution: 'The program in order',
    program: 'The program in order, as code',
    notThese: 'The other lines, and why they are wrong:',
  },
};
