import { find, icon, make } from './dom.ts';
import { fill } from './format.ts';
import type { ClientStrings } from './strings.ts';

/**
 * Gives each step of a list a button up and a button down. Focus stays with the step.
 * @param moved called with a sentence after each move
 */
export function addOrderButtons(list: HTMLElement, text: ClientStrings, moved: (sentence: string) => void): void {
  const steps = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > li')];
  const nameOf = (step: HTMLElement): string => find(step, '[data-text]').textContent ?? '';

  /** A button that leads nowhere stays where it is, so that focus is not lost. */
  const update = (): void => {
    const all = steps();
    for (const [i, step] of all.entries()) {
      const [up, down] = step.querySelectorAll('button');
      up?.setAttribute('aria-disabled', String(i === 0));
      down?.setAttribute('aria-disabled', String(i === all.length - 1));
    }
  };

  const move = (step: HTMLElement, button: HTMLElement, by: -1 | 1): void => {
    const all = steps();
    const place = all.indexOf(step) + by;
    const other = all[place];
    if (!other) return;
    if (by < 0) other.before(step);
    else other.after(step);
    button.focus();
    update();
    moved(fill(text.moved, { text: nameOf(step), place: place + 1, of: all.length }));
  };

  for (const step of steps()) {
    const button = (name: 'up' | 'down', label: string, by: -1 | 1): HTMLButtonElement => {
      const element = make('button', 'btn', icon(name));
      element.type = 'button';
      element.ariaLabel = fill(label, { text: nameOf(step) });
      element.addEventListener('click', () => move(step, element, by));
      return element;
    };
    find(step, '.mv').replaceChildren(button('up', text.moveUp, -1), button('down', text.moveDown, 1));
  }
  update();
}
