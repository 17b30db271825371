import { pagePath, withBase } from '../../lib/paths.ts';
import type { Locale } from '../../i18n/locales.ts';
import { make, texts } from './result-row.ts';

/** Address of a page of this edition. */
export function editionPage(name: string): string {
  return withBase(pagePath(document.documentElement.lang as Locale, name), import.meta.env.BASE_URL);
}

/** Shown when nothing was found. */
export function nothingFound(): HTMLElement {
  const { hint } = texts();
  return make('div', { className: 's-note' }, make('p', {}, hint), waysOn());
}

/**
 * Shown when the index is out of reach.
 * @param retry what the button does
 */
export function outOfReach(retry: () => void): HTMLElement {
  const { unreachable, again } = texts();
  const button = make('button', { className: 'btn line', type: 'button' }, again);
  button.addEventListener('click', retry);
  return make('div', { className: 's-note' }, make('p', {}, unreachable), waysOn(), make('p', { className: 'acts' }, button));
}

/** The table of contents and the glossary: ways on without the search. */
function waysOn(): HTMLUListElement {
  const { contents, glossary } = texts();
  const item = (name: string, text: string): HTMLLIElement => make('li', {}, make('a', { href: editionPage(name) }, text));
  return make('ul', { className: 'dots plain' }, item('chapters', contents), item('glossary', glossary));
}
