import type { Localized } from '../../i18n/locales.ts';
import type { StoreProblem } from '../../progress/store.ts';
import type { Outcome } from './runtime/manager.ts';
import type { FieldName, RequestProblem } from './own-request.ts';
import type { StartProblem } from './runtime/protocol.ts';

/** Texts of an exercise. `{size}` and `{loaded}` are megabytes. */
export interface Strings {
  readonly noScript: string;
  readonly program: string;
  readonly leave: string;
  readonly tabLeaves: string;
  readonly load: string;
  readonly loadAgain: string;
  readonly about: string;
  readonly megabytes: (bytes: number) => string;
  readonly loading: string;
  readonly loaded: (loaded: string, size: string) => string;
  readonly starting: string;
  readonly restarting: string;
  readonly ready: (version: string) => string;
  readonly run: string;
  readonly running: string;
  readonly stop: string;
  readonly reset: string;
  readonly undo: string;
  readonly resetDone: string;
  readonly undone: string;
  readonly solved: string;
  readonly failed: Readonly<Record<StartProblem, string>>;
  readonly stillReadable: string;
  readonly stopped: Readonly<Record<'limit' | 'reader' | 'broke', string>>;
  readonly noReport: string;
  readonly passed: (passed: number, of: number) => string;
  readonly allPassed: (of: number) => string;
  readonly ruleBroken: string;
  readonly errorIn: (line: number | undefined) => string;
  readonly testPassed: string;
  readonly testFailed: string;
  readonly rule: string;
  readonly section: string;
  readonly line: string;
  readonly sent: string;
  readonly expected: string;
  readonly explained: string;
  readonly traceback: string;
  readonly printed: string;
  readonly logged: string;
  readonly cut: string;
  readonly exchange: string;
  readonly given: string;
  readonly events: string;
  readonly fromServer: string;
  readonly fromApp: string;
  readonly response: string;
  readonly noBody: string;
  readonly empty: string;
  /** `size` is that of the framework, `python` that of Python, as far as they are still to be fetched. */
  readonly runWith: (name: string, size: string | undefined, python: string | undefined) => string;
  readonly kilobytes: (bytes: number) => string;
  readonly loadingPython: (size: string) => string;
  readonly attaching: (name: string, size: string) => string;
  readonly importing: (name: string) => string;
  readonly unattached: (name: string) => Readonly<Record<StartProblem, string>>;
  readonly tryAgain: string;
  readonly withFramework: (name: string) => string;
  readonly canImport: (name: string) => string;
  readonly compareLater: string;
  readonly own: string;
  readonly ownHelp: string;
  readonly ownRun: string;
  readonly ownNotLoaded: string;
  readonly ownRuns: string;
  readonly ownBroken: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly wrong: Readonly<Record<RequestProblem, string>>;
  readonly headersHelp: string;
  readonly tooLong: string;
  readonly problem: Readonly<Record<StoreProblem, string>>;
}

export const strings: Localized<Strings> = {
  en: {
    noScript: 'Programs are run by a script in this page. It does not run in this browser, or did not arrive: reload the page to try again. The program to begin with and the worked solution can be read without it.',
    program: 'Your program',
    leave: 'Tab indents. Escape, then Tab, leaves the editor.',
    tabLeaves: 'Tab now leaves the editor.',
    load: 'Load Python, {size}',
    loadAgain: 'Try again',
    about: 'Python runs in this page, and nothing is sent anywhere. After the first time it comes from the browser’s cache.',
    megabytes: (bytes) => `${(bytes / 1e6).toFixed(1)} MB`,
    loading: 'Loading Python, {size}.',
    loaded: (loaded, size) => `${loaded} of ${size}`,
    starting: 'Python starts.',
    restarting: 'Python starts again.',
    ready: (version) => `Python ${version} is ready.`,
    run: 'Run the tests',
    running: 'Running; it is stopped after 5 seconds.',
    stop: 'Stop',
    reset: 'Start again',
    undo: 'Undo',
    resetDone: 'The program that you began with is back in the editor.',
    undone: 'Your program is back.',
    solved: 'Solved.',
    failed: {
      network: 'Python could not be loaded: the connection failed, or broke off.',
      damaged: 'Python could not be loaded: a file arrived damaged.',
      'no-wasm': 'This browser has no WebAssembly, or it is switched off, so Python cannot run in this page.',
      broken: 'Python did not start in this browser.',
    },
    stillReadable: 'Your program is kept. The worked solution can be read below.',
    stopped: {
      limit: 'Not graded: stopped after 5 s. Some loop in the program does not end, or it waits for something that never comes.',
      reader: 'Not graded: you stopped it.',
      broke: 'Not graded: Python itself gave up during this run, and is started again.',
    },
    noReport: 'Not graded: the graders gave no report. That is a mistake of this site, not of your program.',
    passed: (passed, of) => `${passed} of ${of} ${of === 1 ? 'request passes' : 'requests pass'}.`,
    allPassed: (of) => (of === 1 ? 'The request passes.' : `All ${of} requests pass.`),
    ruleBroken: 'Rule broken:',
    errorIn: (line) => (line === undefined ? 'Error in your program:' : `Error in line ${line} of your program:`),
    testPassed: 'Passes:',
    testFailed: 'Fails:',
    rule: 'Rule',
    section: 'It stands in',
    line: 'Line',
    sent: 'Your program',
    expected: 'Expected',
    explained: 'Explained in the guide',
    traceback: 'Traceback',
    printed: 'Printed',
    logged: 'Written to the log',
    cut: '… cut: the rest is not shown.',
    exchange: 'What arrived and what went out',
    given: 'What the program is given',
    events: 'What goes to and fro',
    fromServer: 'server',
    fromApp: 'program',
    response: 'What the client gets',
    noBody: 'no body',
    empty: 'empty',
    runWith: (name, size, python) => {
      const sizes = size && python ? `${size}, and Python, ${python}` : (size ?? python);
      return `Run it with ${name}${sizes ? ` (${sizes})` : ''}`;
    },
    kilobytes: (bytes) => `${Math.round(bytes / 1000)} kB`,
    loadingPython: (size) => `Loading Python, ${size}.`,
    attaching: (name, size) => `Loading ${name}, ${size}.`,
    importing: (name) => `Importing ${name}, which takes some seconds.`,
    unattached: (name) => ({
      network: `${name} could not be loaded: the connection failed, or broke off.`,
      damaged: `${name} could not be loaded: its file arrived damaged.`,
      'no-wasm': `${name} cannot run without WebAssembly.`,
      broken: `${name} could not be imported in this browser.`,
    }),
    tryAgain: 'The button tries again.',
    withFramework: (name) => `With ${name}`,
    canImport: (name) => `Until you leave the page, your own program can import ${name}, too.`,
    compareLater: 'Run it to see both side by side.',
    own: 'Send a request of your own',
    ownHelp: 'Change the request, and see what arrives at your program and what leaves it.',
    ownRun: 'Send it',
    ownNotLoaded: 'Load Python first, by the button below the program.',
    ownRuns: 'The program keeps the rules with this request.',
    ownBroken: 'With this request a rule is broken:',
    fields: { method: 'Method', path: 'Path and query', headers: 'Headers', body: 'Body', parts: 'Body arrives in so many events', messages: 'Messages of the client' },
    wrong: {
      method: 'A method is one word, such as GET.',
      path: 'A path begins with a slash and has no # and, in the query, no spaces.',
      headers: 'Write each header on a line of its own: Name: value. Only Latin-1 can be sent.',
      parts: 'Write a whole number from 1 to 20.',
    },
    headersHelp: 'One a line: Name: value',
    tooLong: 'This program is longer than 20,000 characters; it runs, but is not kept when you leave the page.',
    problem: {
      forbidden: 'This browser does not let the page keep anything: your program goes when you leave the page.',
      full: 'There is no room left in this browser’s storage: your program goes when you leave the page.',
      newer: 'What is kept in this browser was written by a newer version of this site; it is left as it is, and your program goes when you leave the page.',
      damaged: 'Some of what was kept in this browser could not be read. It was put aside, and keeping began anew.',
    },
  },
};

/** Why a run gave no verdict. @param problem what the graders say of a request that cannot be sent */
export function notGraded(outcome: Outcome, text: Strings, problem: string | undefined): string {
  if (outcome.kind === 'report') return problem ?? text.noReport;
  if (outcome.kind === 'stopped') return text.stopped[outcome.by];
  return `${text.stopped.broke} ${outcome.detail.split('\n').at(-1) ?? ''}`.trim();
}
