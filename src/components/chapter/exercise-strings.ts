import type { Localized } from '../../i18n/locales.ts';
import type { Exercise, Framework, Interface } from '../../schemas/exercise.ts';

interface Strings {
  /** Heading of an exercise; the title follows. */
  readonly exercise: (number: string) => string;
  readonly interfaces: Readonly<Record<Interface, string>>;
  /** Said of an exercise whose start is not merely unfinished. */
  readonly kinds: Readonly<Record<Exercise['kind'], string | undefined>>;
  readonly minutes: (count: number) => string;
  readonly see: string;
  readonly tests: string;
  /** What the program does with the requests. */
  readonly passes: string;
  /** Heading of the program, after a puzzle. */
  readonly write: string;
  readonly starter: string;
  readonly hint: (number: number, of: number) => string;
  readonly solution: string;
  readonly nearMisses: string;
  /** Summary over the same program with a framework. */
  readonly framework: (name: string) => string;
  readonly frameworkNames: Readonly<Record<Framework, string>>;
  /** Link to that program. */
  readonly asText: string;
}

export const strings: Localized<Strings> = {
  en: {
    exercise: (number) => `Exercise ${number}`,
    interfaces: { cgi: 'CGI', wsgi: 'WSGI', asgi: 'ASGI' },
    kinds: { write: undefined, repair: 'This code has one fault.', find: 'This code breaks one rule.' },
    minutes: (count) => `about ${count} minutes`,
    see: 'Explained in',
    tests: 'What is tested',
    passes: 'The program keeps every rule of the interface, and answers these requests:',
    write: 'Then write it',
    starter: 'Where you start',
    hint: (number, of) => `Hint ${number} of ${of}`,
    solution: 'Worked solution',
    nearMisses: 'Near misses',
    framework: (name) => `The same with ${name}`,
    frameworkNames: { flask: 'Flask', starlette: 'Starlette' },
    asText: 'The program as text',
  },
};
