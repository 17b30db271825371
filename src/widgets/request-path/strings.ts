import type { Localized } from '../../i18n/locales.ts';
import type { Answer, HopId, Look, Mode } from './model.ts';

/** Texts with `code` between backticks. */
export interface Strings {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  readonly because: string;
  readonly hops: Readonly<Record<HopId, string>>;
  readonly loading: string;
  readonly failed: string;
  readonly mode: string;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly scenario: string;
  readonly back: string;
  readonly next: string;
  /** Number of the stop from 1, of how many, its title, its milliseconds. */
  readonly place: (stop: number, count: number, title: string) => string;
  readonly clock: (milliseconds: number | undefined) => string;
  readonly recordedWith: string;
  readonly wayBack: string;
  readonly logged: string;
  readonly inPart: string;
  readonly nothing: string;
  readonly failure: string;
  readonly died: (hop: string) => string;
  readonly diesHere: string;
  readonly broken: string;
  readonly notBroken: string;
  readonly looks: Readonly<Record<Look, string>>;
  readonly overview: string;
  readonly columns: readonly [string, string, string];
  readonly caseOf: (number: number, count: number) => string;
  readonly case: string;
  readonly look: string;
  readonly looked: (look: string, count: number) => string;
  readonly name: string;
  readonly hop: string;
  readonly cause: string;
  readonly choose: string;
  readonly answer: string;
  readonly giveUp: string;
  readonly again: string;
  readonly nextCase: string;
  readonly incomplete: string;
  readonly answers: Readonly<Record<Answer, string>>;
  readonly scored: (points: number, most: number) => string;
  readonly gaveUp: string;
  readonly truth: (hop: string, cause: string) => string;
  readonly shortest: (looks: readonly string[]) => string;
  readonly total: (points: number, solved: number, count: number) => string;
}

export const strings: Localized<Strings> = {
  en: {
    ask: 'A visitor at `198.51.100.7` asks for `https://shop.test/books/42`. Nginx passes the request on to Gunicorn. Which address does the app find in `REMOTE_ADDR`?',
    options: ['`198.51.100.7`, the visitor’s', '`127.0.0.1`, from which Nginx connects', '`192.0.2.10`, the shop’s'],
    because: 'Gunicorn’s peer is Nginx, on the same machine. The visitor’s address is known to Nginx alone, which must write it into a header: see `HTTP_X_FORWARDED_FOR` at the worker’s stop.',
    hops: { browser: 'browser', name: 'name', connection: 'connection', 'web-server': 'Nginx', gateway: 'Nginx to app server', workers: 'worker', app: 'app', database: 'database' },
    loading: 'Loading the recordings …',
    failed: 'The recordings could not be loaded. Check your connection and choose again.',
    mode: 'What do you want to do?',
    modes: { follow: 'Follow a request', break: 'See it die', find: 'Find the break' },
    scenario: 'Request',
    back: 'Back',
    next: 'Next',
    place: (stop, count, title) => `Stop ${stop} of ${count}: ${title}.`,
    clock: (milliseconds) => (milliseconds === undefined ? 'not timed' : `${milliseconds} ms after the first packet`),
    recordedWith: 'Recorded with',
    wayBack: 'on the way back',
    logged: 'A new line in',
    inPart: 'in part',
    nothing: '(nothing was printed)',
    failure: 'Failure',
    died: (hop) => `It dies here: ${hop}.`,
    diesHere: 'dies here',
    broken: 'What was done to break it',
    notBroken: 'Nothing was done to the system: the request is enough.',
    looks: { browser: 'The browser', curl: '`curl -v`', dig: '`dig`', ss: '`ss` on the server', error: 'Nginx’s error.log', access: 'Nginx’s access.log', gunicorn: 'Gunicorn’s error log', journal: '`journalctl`: app and database' },
    overview: 'All failures at a glance',
    columns: ['Failure', 'Dies at', 'What tells'],
    caseOf: (number, count) => `Case ${number} of ${count}`,
    case: 'Case',
    look: 'Look at',
    looked: (what, count) => `${what}. ${count === 1 ? 'One look' : `${count} looks`} so far.`,
    name: 'Name it',
    hop: 'Where does it go wrong?',
    cause: 'Why?',
    choose: 'choose',
    answer: 'That is it',
    giveUp: 'Give up and show it',
    again: 'Begin this case again',
    nextCase: 'Next case',
    incomplete: 'Choose both: where, and why.',
    answers: { right: 'Right.', 'hop-only': 'The place is right, the cause is another one.', 'cause-only': 'The cause is right. It takes effect at another place.', wrong: 'Neither the place nor the cause.' },
    scored: (points, most) => `${points} of ${most} points.`,
    gaveUp: 'No points this time.',
    truth: (hop, cause) => `Place: ${hop}. Cause: ${cause}.`,
    shortest: (looks) => `The shortest way: ${looks.join(', then ')}.`,
    total: (points, solved, count) => `${solved} of ${count} cases closed, ${points} points.`,
  },
};
