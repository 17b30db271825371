/** Gives an element that a script makes the attribute by which it is found: `marked(button, 'check')` has `data-check`. */
export function marked<T extends HTMLElement>(element: T, name: string): T {
  element.dataset[name] = '';
  return element;
}

/** Puts what a reader does at the end of a place: where sentences are shown, then the row of buttons. An element that was moved in the page comes here again. */
export function putActs(place: HTMLElement, says: HTMLElement, acts: HTMLElement): void {
  for (const old of place.querySelectorAll(':scope > :is([data-says], [data-acts])')) old.remove();
  place.append(marked(says, 'says'), marked(acts, 'acts'));
}
