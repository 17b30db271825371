import { make } from '../shared/dom.ts';
import { marked } from '../shared/marked.ts';
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
  const says = marked(make('output', 'pz-says'), 'says');
  const main = marked(make('button', 'btn solid', text.check), 'main');
  const show = marked(make('button', 'btn line', text.show), 'show');
  for (const button of [main, show]) button.type = 'button';
  // An element that was moved in the page comes here again.
  for (const old of root.querySelectorAll(':scope > :is([data-says], [data-acts])')) old.remove();
  root.append(says, marked(make('div', 'acts', main, show), 'acts'));
  return { says, main, show };
}
