import type { Localized } from '../../i18n/locales.ts';
import type { PresetName } from './presets.ts';

/** What stands in the page from the beginning; the element needs none of it. Texts with `code` between backticks. */
export interface PageStrings {
  readonly ask: string;
  readonly options: readonly [string, string, string];
  readonly because: string;
  readonly preset: string;
  readonly presets: Readonly<Record<PresetName, string>>;
  readonly config: string;
  readonly configHelp: string;
  readonly target: string;
  readonly files: string;
  readonly filesHelp: string;
  readonly send: string;
  readonly trace: string;
  readonly surprises: string;
  readonly surprisesLead: string;
  readonly columns: readonly [string, string, string];
  readonly tryIt: (request: string) => string;
}

export const pageStrings: Localized<PageStrings> = {
  en: {
    ask: 'A server has the locations `/`, `/static/` and `~ \\.css$`, in this order. Which one answers `/static/site.css`?',
    options: ['`location /`: it stands first.', '`location /static/`: it is the longest prefix.', '`location ~ \\.css$`: it is a regular expression.'],
    because: 'The longest prefix is only remembered. Then the regular expressions are tried, and the first that matches takes the request away. `^~` before the prefix would have kept it.',
    preset: 'Begin with',
    presets: {
      order: 'prefix or expression',
      shop: 'a shop: files, else the app',
      slash: 'proxy_pass and its slash',
      alias: 'an alias with a hole',
      'single-page': 'a single-page front end',
      rewrite: 'rewrites',
      errors: 'error pages',
    },
    config: 'Configuration',
    configHelp: 'The content of one `server` block, or a whole `server { … }`; 8 kB at most.',
    target: 'Request target',
    files: 'Files that exist',
    filesHelp: 'Absolute paths, one on each line. One that ends in `/` is an empty folder.',
    send: 'Send the request',
    trace: 'Step by step',
    surprises: 'Surprises',
    surprisesLead: 'Cases in which Nginx does something else than most people expect. Each was sent to a real one, too. The files are `/srv/shop/index.html`, `about.html`, `settings.py` and `static/site.css`, and an empty folder `books`.',
    columns: ['Configuration', 'Request', 'What happens, and why'],
    tryIt: (request) => `Try ${request}`,
  },
};
