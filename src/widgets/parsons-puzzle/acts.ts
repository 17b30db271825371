import { make } from '../shared/dom.ts';
import { marked, putActs } from '../shared/marked.ts';
import type { ClientStrings } from './strings.ts';

/** What stands below a puzzle once it can be put in order. */
export interface Acts {
  /** Where sentences are shown and announced. */
  readonly says: HTMLElement;
  /** Checks, and begins another round. */
  readonly main: HTMLButtonElement;
  readonly show: HTMLElement;
}

/** Puts below a puzzle what its reader does with it. */
export function addActs(root: HTMLElement, text: ClientStrings): Acts {
  const says = make('output', 'pz-says');
  const main = marked(make('button', 'btn solid', text.check), 'main');
  const show = marked(make('button', 'btn line', text.show), 'show');
  for (const button of [main, show]) button.type = 'button';
  putActs(root, says, make('div', 'acts', main, show));
  return { says, main, show };
}
