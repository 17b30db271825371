import { find, icon, make } from './dom.ts';
import { fill } from './format.ts';

/** Texts of the buttons. */
export interface OrderStrings {
  /** Name of a button: `{text}` is what is moved. */
  readonly moveUp: string;
  readonly moveDown: string;
  /** Said after a step was moved: `{text}`, `{place}`, `{of}`. */
  readonly moved: string;
}

/** What is put in order. */
export interface Ordering {
  readonly text: OrderStrings;
  /** Called with a sentence after each move. */
  readonly moved: (sentence: string) => void;
  /** What a step is called in names and sentences; without it, what `[data-text]` in it holds. */
  readonly nameOf?: (step: HTMLElement) => string;
}

/** The steps of a list, as they stand. Items with `data-fixed` keep their places between them. */
export function stepsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > li:not([data-fixed])')];
}

/**
 * Gives each step of a list a button up and a button down in its `.mv`. Focus stays with the step.
 * @returns names the buttons anew and marks those that lead nowhere: to be called after a change from elsewhere
 */
export function addOrderButtons(list: HTMLElement, { text, moved, nameOf = textOf }: Ordering): () => void {
  /** A button that leads nowhere stays where it is, so that focus is not lost. */
  const update = (): void => {
    const all = stepsOf(list);
    for (const [i, step] of all.entries()) {
      const [up, down] = find(step, '.mv').querySelectorAll('button');
      if (!up || !down) continue;
      up.ariaLabel = fill(text.moveUp, { text: nameOf(step) });
      down.ariaLabel = fill(text.moveDown, { text: nameOf(step) });
      up.setAttribute('aria-disabled', String(i === 0));
      down.setAttribute('aria-disabled', String(i === all.length - 1));
    }
  };

  const move = (step: HTMLElement, button: HTMLElement, by: -1 | 1): void => {
    const all = stepsOf(list);
    const place = all.indexOf(step) + by;
    const other = all[place];
    if (!other) return;
    exchange(step, other);
    button.focus();
    update();
    moved(fill(text.moved, { text: nameOf(step), place: place + 1, of: all.length }));
  };

  for (const step of stepsOf(list)) {
    const button = (name: 'up' | 'down', by: -1 | 1): HTMLButtonElement => {
      const element = make('button', 'btn', icon(name));
      element.type = 'button';
      element.addEventListener('click', () => move(step, element, by));
      return element;
    };
    find(step, '.mv').replaceChildren(button('up', -1), button('down', 1));
  }
  update();
  return update;
}

/** Puts each of two elements where the other was; what stands between them stays. */
export function exchange(one: HTMLElement, other: HTMLElement): void {
  const place = document.createComment('');
  other.replaceWith(place);
  one.replaceWith(other);
  place.replaceWith(one);
}

function textOf(step: HTMLElement): string {
  return find(step, '[data-text]').textContent ?? '';
}
