import type { Station } from '../lib/hops.ts';
import type { Myth } from '../schemas/myth.ts';
import type { Source } from '../schemas/source.ts';
import type { TimeOut } from '../schemas/time-out.ts';
import type { Localized } from './locales.ts';

/** Texts of the frame around the content. Inline Markdown only where a comment says so. */
export interface Strings {
  readonly home: { readonly title: string; readonly description: string; readonly h1: string; readonly lead: string; readonly promise: string };
  readonly ways: {
    readonly label: string;
    readonly start: (title: string) => readonly [string, string];
    readonly search: readonly [string, string];
    readonly broken: readonly [string, string];
    readonly explore: readonly [string, string];
  };
  readonly map: {
    readonly label: string;
    readonly zones: readonly [string, string, string, string];
    readonly says: Readonly<Record<Station['id'], string>>;
  };
  /** A soft hyphen shows where a long name may break. */
  readonly stations: Readonly<Record<Station['id'], string>>;
  readonly wholeWay: string;
  readonly wayBack: string;
  readonly phases: { readonly reach: string; readonly accept: string; readonly translate: string; readonly process: string; readonly back: string; readonly plain: string };
  readonly strip: (stop: number | undefined) => string;
  readonly parts: Readonly<Record<1 | 2 | 3, string>>;
  readonly part: (number: 1 | 2 | 3) => string;
  readonly table: { readonly line: string; readonly number: string; readonly stop: string; readonly question: string; readonly time: string };
  readonly minutes: (count: number) => string;
  readonly minutesShort: (count: number) => string;
  readonly frame: {
    readonly skip: string;
    readonly site: string;
    readonly search: string;
    readonly contents: string;
    readonly close: string;
    readonly onPage: string;
    readonly lookUp: string;
    readonly language: string;
    readonly licence: string;
    readonly corrections: string;
    readonly report: string;
    readonly breadcrumbs: string;
    readonly guide: string;
  };
  /** Said when a script or a style did not arrive. */
  readonly missingPart: { readonly says: string; readonly reload: string };
  readonly chapter: {
    readonly number: (order: number) => string;
    /** How many there are, and their minutes. */
    readonly exercises: (count: number, minutes: number) => string;
    readonly afterwards: string;
    readonly before: string;
    readonly quiz: string;
    readonly sources: string;
    readonly reviewed: (date: string) => string;
    readonly with: string;
    readonly markdown: string;
    readonly edit: string;
    readonly pager: string;
    readonly previous: (order: number) => string;
    readonly next: (stop: string) => string;
    /** Above the link that follows the last chapter. */
    readonly afterLast: string;
    readonly allTerms: string;
  };
  readonly glossary: { readonly also: string; readonly explainedIn: string };
  readonly verdicts: Readonly<Record<Myth['verdict'], string>>;
  readonly failures: {
    readonly symptoms: string;
    readonly see: string;
    readonly also: string;
    readonly log: string;
    readonly cause: string;
    readonly check: string;
    readonly fix: string;
    /** Before the link to the same failure in the explorer of the request's path. */
    readonly watch: string;
    readonly more: string;
    readonly status: (status: number | null) => string;
  };
  readonly sourceKinds: Readonly<Record<Source['kind'], string>>;
  readonly citedIn: string;
  /** The whole guide as one text. */
  readonly wholeText: string;
  readonly changes: string;
  /** Link to the one page that holds everything. */
  readonly printAll: string;
  readonly missing: {
    readonly title: string;
    readonly description: string;
    readonly says: string;
    readonly perhaps: string;
    readonly search: string;
    readonly go: string;
    readonly all: string;
  };
  readonly pages: Readonly<Record<'chapters' | 'cheat-sheet' | 'glossary' | 'myths' | 'failures' | 'time-outs' | 'sources' | 'exam' | 'about' | 'search' | 'progress' | 'explore' | 'review' | 'offline' | 'privacy' | 'print', { readonly title: string; readonly description: string }>>;
  /** Inline Markdown in the caption. */
  readonly cheatSheet: { readonly caption: string; readonly columns: Readonly<Record<'component' | 'category' | 'job' | 'talksTo' | 'config' | 'logs', string>> };
  readonly timeOuts: {
    readonly caption: string;
    readonly columns: Readonly<Record<'who' | 'unset' | 'measures' | 'sees' | 'log', string>>;
    readonly clocks: Readonly<Record<TimeOut['clock'], string>>;
    readonly all: string;
    readonly more: string;
  };
  readonly date: (day: string) => string;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const strings: Localized<Strings> = {
  en: {
    home: {
      title: 'how a web request travels',
      description:
        'An illustrated guide for people who write web apps: follow one request from the browser through Nginx and Gunicorn to the database, and back.',
      h1: 'Follow one request, there and back',
      lead: 'You can write a web app, but not say why it wants Gunicorn behind Nginx? Follow one request for `shop.test/books/42` past eight stops: who handles it, what each is sent, and where it can go wrong.',
      promise: 'Every output shown was recorded from a real run. No account; nothing is sent.',
    },
    ways: {
      label: 'Ways in',
      start: (title) => ['Start here: read in order', `Chapter 1: ${title}`],
      search: ['Search', 'A term, a command, the line in your log.'],
      broken: ['Something is broken', 'The failure catalogue: from what you see to the stop, the log line and the cause.'],
      explore: ['Try it yourself', 'Explorers: follow a request and break it, a name, a location, workers, time-outs.'],
    },
    map: {
      label: 'The route',
      zones: ['Your machine', 'The network', 'The server', 'Another machine'],
      says: {
        browser: 'Reads the URL, decides what to fetch and with which headers.',
        name: 'Turns shop.test into an address.',
        connection: 'Opens TCP to port 443, agrees on TLS.',
        'web-server': 'Serves files itself; passes the rest on.',
        gateway: 'Agrees how HTTP becomes a call: CGI, WSGI or ASGI.',
        workers: 'Hold the app in memory and call it.',
        app: 'Finds the view for /books/42 and runs it.',
        database: 'Returns one row. From here on, everything goes back.',
      },
    },
    stations: {
      browser: 'Browser',
      name: 'Name',
      connection: 'Connec\u00adtion',
      'web-server': 'Web server',
      gateway: 'Gateway',
      workers: 'Workers',
      app: 'App',
      database: 'Database',
    },
    wholeWay: 'All stops',
    wayBack: 'The way back',
    phases: { reach: 'reach', accept: 'accept', translate: 'translate', process: 'process', back: 'return', plain: 'all' },
    strip: (stop) => (stop ? `The way of a request, stop ${stop} of 8` : 'The way of a request'),
    parts: { 1: 'Reaching the server', 2: 'Into the server', 3: 'In production' },
    part: (number) => `Part ${number}: ${strings.en.parts[number]}`,
    table: { line: 'Line', number: 'No.', stop: 'Stop', question: 'Question', time: 'Time' },
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    minutesShort: (count) => `${count} min`,
    missingPart: {
      says: 'A part of this page could not be loaded: the connection broke, or the guide has been renewed since you opened the page. Everything can be read, and your answers are kept; some buttons may do nothing until you reload.',
      reload: 'Reload the page',
    },
    frame: {
      skip: 'Skip to the text',
      site: 'Site',
      search: 'Search',
      contents: 'Contents',
      close: 'Close',
      onPage: 'On this page',
      lookUp: 'Look up',
      language: 'Language',
      licence: 'Text CC BY 4.0, code MIT.',
      corrections: 'Suggest a correction',
      report: 'Report a mistake on this page',
      breadcrumbs: 'Breadcrumbs',
      guide: 'Guide',
    },
    chapter: {
      number: (order) => `Chapter ${order}`,
      exercises: (count, minutes) => `${count === 1 ? '1 exercise' : `${count} exercises`}, ${minutes} minutes`,
      afterwards: 'You will be able to',
      before: 'Read first',
      quiz: 'Quiz',
      sources: 'Sources',
      reviewed: (date) => `Last reviewed ${date}`,
      with: 'with',
      markdown: 'This chapter as Markdown',
      edit: 'Edit this chapter',
      pager: 'Previous and next chapter',
      previous: (order) => `Previous, chapter ${order}`,
      next: (stop) => `Next stop: ${stop}`,
      afterLast: 'After the last stop',
      allTerms: 'In the glossary',
    },
    glossary: { also: 'Also:', explainedIn: 'Explained in' },
    verdicts: { wrong: 'Wrong', imprecise: 'Imprecise', outdated: 'Outdated', 'half-true': 'Half true' },
    failures: {
      symptoms: 'What do you see?',
      see: 'You see',
      also: 'Or',
      log: 'Log line',
      cause: 'Cause',
      check: 'Check',
      fix: 'Fix',
      watch: 'See it die',
      more: 'More',
      status: (status) => (status === null ? 'No HTTP answer' : `Status ${status}`),
    },
    cheatSheet: {
      caption: 'Components in the order of the way out; paths of Debian’s packages. How long each waits stands under [Time-outs](time-out:)',
      columns: { component: 'Component', category: 'Category', job: 'Job', talksTo: 'Talks to', config: 'Configured in', logs: 'Logs' },
    },
    timeOuts: {
      caption: 'Time-outs from the browser inwards, with the value that holds when nobody sets one',
      columns: { who: 'Who gives up', unset: 'Default', measures: 'The clock runs', sees: 'The client gets', log: 'Line that tells of it' },
      clocks: { whole: 'Whole wait', silence: 'Silence', idle: 'Idle' },
      all: 'Every time-out',
      more: 'More',
    },
    sourceKinds: {
      standard: 'Standards',
      specification: 'Specifications',
      documentation: 'Documentation',
      'source-code': 'Source code',
      paper: 'Papers',
      announcement: 'Announcements',
    },
    citedIn: 'Cited in',
    wholeText: 'Everything in one file',
    changes: 'Changes',
    printAll: 'Print or save the whole guide',
    missing: {
      title: 'No page at this address',
      description: 'The address leads nowhere: a page was moved, or the link was mistyped. Search, or choose a chapter.',
      says: 'This one died at the web server: it looked for a file of this name and found none. A page was moved, or the address was mistyped.',
      perhaps: 'Perhaps you meant:',
      search: 'Search the guide',
      go: 'Search',
      all: 'All pages',
    },
    pages: {
      chapters: { title: 'Chapters', description: 'All chapters of the guide in reading order, with the time each takes and what you have read.' },
      'cheat-sheet': { title: 'Cheat sheet', description: 'Who is on the way of a request: what each does, whom it talks to, where it is configured and where it writes its log. One page, to print.' },
      glossary: { title: 'Glossary', description: 'The terms of the guide, each in one exact sentence, with the Russian term and the chapter that explains it.' },
      myths: { title: 'Common beliefs', description: 'Widespread beliefs about how the web works, what is so instead, and where that is shown.' },
      failures: { title: 'Failure catalogue', description: 'From what you see to the stop where the request died, the log line that says so, the cause, a check and the fix.' },
      'time-outs': { title: 'Time-outs', description: 'Every time-out from the browser to the database: who gives up first, after what, which status the client gets and which log line follows.' },
      sources: { title: 'Sources', description: 'Every standard, specification and manual that the guide rests on, and the chapters that cite it.' },
      exam: { title: 'Final exam', description: 'Forty questions drawn from all chapters, with a result by topic that says what to read again.' },
      about: { title: 'About this guide', description: 'What Request Path is, how its texts and outputs are made and checked, its licence, and its changes.' },
      privacy: { title: 'Privacy', description: 'No cookies, no counters, no other hosts: what stays in your browser, how to clear it, and what the host of these files sees.' },
      explore: { title: 'Explorers', description: 'Try it: names, URLs, requests, Nginx locations, workers and time-outs, in models that were compared with the real servers.' },
      search: { title: 'Search', description: 'Search all chapters, terms and failures of the guide.' },
      offline: { title: 'Read without a network', description: 'Save the whole guide in this browser, on request: what it takes, what is saved, how to renew it and how to remove it.' },
      review: { title: 'Review', description: 'What was wrong or unsure comes back after 2, 7, 21 and 60 days. Here are the questions of today.' },
      print: { title: 'The whole guide', description: 'All chapters, with glossary, failure catalogue, time-outs and sources, on one page to print or save; answers and solutions at the end.' },
      progress: { title: 'Your progress', description: 'What you have read and answered: kept in this browser only, to export, import or clear.' },
    },
    date: (day) => {
      const [year, month, date] = day.split('-').map(Number);
      return `${date} ${months[(month ?? 1) - 1]} ${year}`;
    },
  },
};
