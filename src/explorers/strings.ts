import type { Localized } from '../i18n/locales.ts';

interface Strings {
  readonly title: string;
  readonly open: string;
  readonly opening: string;
  readonly failed: string;
  readonly ownPage: string;
  readonly share: string;
  readonly brokenLink: string;
  readonly compared: string;
  readonly leavesOut: string;
  readonly explainedIn: string;
  readonly predict: string;
  readonly commit: string;
  readonly skip: string;
  readonly yourGuess: string;
  readonly noGuess: string;
  readonly happens: string;
}

export const strings: Localized<Strings> = {
  en: {
    title: 'Explorer',
    open: 'Open the explorer',
    opening: 'Opening …',
    failed: 'The explorer could not be loaded. Check your connection and try again, or open its own page.',
    ownPage: 'On a page of its own',
    share: 'Link to this state',
    brokenLink: 'The state in this link could not be read: it was cut or changed. The explorer shows its first example instead.',
    compared: 'How far to trust it',
    leavesOut: 'What it leaves out',
    explainedIn: 'Explained in',
    predict: 'First, predict',
    commit: 'That is my guess',
    skip: 'Go on without a guess',
    yourGuess: 'Your guess',
    noGuess: 'You made no guess.',
    happens: 'What happens',
  },
};
