import { find, make } from '../shared/dom.ts';
import { marked, putActs } from '../shared/marked.ts';
import type { ClientStrings } from './strings.ts';

/** What stands below a question once it can be answered. */
export interface Acts {
  /** Where sentences about an answer are shown and announced. */
  readonly says: HTMLElement;
  readonly check: HTMLButtonElement;
  readonly sure: HTMLElement;
  readonly show: HTMLElement;
  readonly read: HTMLElement;
}

/** Puts below a question what its reader does: check, say how sure they are, see the solution, read again. */
export function addActs(root: HTMLElement, text: ClientStrings): Acts {
  const { id } = root;
  const says = make('output', 'q-says');
  says.id = `${id}-says`;
  find(root, 'form > fieldset').setAttribute('aria-describedby', says.id);
  const check = marked(make('button', 'btn solid', text.check), 'check');
  check.type = 'submit';
  const sure = marked(make('fieldset', 'q-sure', make('legend', '', text.sure), radio('yes', text.isSure), radio('no', text.notSure)), 'sure');
  const show = marked(make('button', 'btn line', text.show), 'show');
  show.type = 'button';
  // The solution holds this link for those who read it without a script.
  const read = marked(find(root, '.q-see > a').cloneNode(true) as HTMLElement, 'read');
  putActs(find(root, 'form'), says, make('div', 'acts q-acts', check, sure, show, read));
  return { says, check, sure, show, read };
}

function radio(value: string, words: string): HTMLElement {
  const input = make('input', '');
  Object.assign(input, { type: 'radio', name: 'sure', value });
  return make('label', '', input, make('span', '', words));
}
