/** Gives an element that a script makes the attribute by which it is found: `marked(button, 'check')` has `data-check`. */
export function marked<T extends HTMLElement>(element: T, name: string): T {
  element.dataset[name] = '';
  return element;
}
