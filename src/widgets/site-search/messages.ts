import { pagePath, withBase } from '../../lib/paths.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Found } from '../../search/find.ts';
import { addressInSite, make, texts } from './result-row.ts';

/** Address of a page of this edition. */
export function editionPage(name: string): string {
  return withBase(pagePath(document.documentElement.lang as Locale, name), import.meta.env.BASE_URL);
}

/** Shown when nothing was found: the nearest terms, and where to go on. */
export function nothingFound({ near }: Found): HTMLElement {
  const { hint, nearest, further } = texts();
  const terms = near.map(({ address, title }) => make('li', {}, make('a', { href: addressInSite(address) }, title)));
  const list = terms.length > 0 ? [make('p', {}, nearest), make('ul', { className: 'dots plain' }, ...terms)] : [];
  return make('div', { className: 's-note' }, make('p', {}, hint), ...list, make('p', {}, further), waysOn('failures'));
}

/** What is said about an answer: how many results, and what was searched when the guide does not have a word of the query. */
export function saidOf({ query, meant, total, results }: Found): string {
  const { none, count, corrected } = texts();
  if (total === 0) return none(query);
  return meant === undefined ? count(total, results.length, query) : `${corrected(query, meant)} ${count(total, results.length, meant)}`;
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
function waysOn(...more: readonly 'failures'[]): HTMLUListElement {
  const text = texts();
  const { contents, glossary } = text;
  const item = (name: string, label: string): HTMLLIElement => make('li', {}, make('a', { href: editionPage(name) }, label));
  return make('ul', { className: 'dots plain' }, item('chapters', contents), item('glossary', glossary), ...more.map((name) => item(name, text[name])));
}
