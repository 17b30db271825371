import { pagePath, withBase } from '../../lib/paths.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Found } from '../../search/find.ts';
import { narrowedInWords, type Narrowed } from './choice.ts';
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

/**
 * What is said about an answer: how many results, of which choice, and what was searched when the guide does not have a
 * word of the query.
 */
export function saidOf({ query, meant, total, all, results }: Found, narrowed: Narrowed): string {
  const text = texts();
  const choice = narrowedInWords(narrowed, text);
  const asked = meant ?? query;
  const correction = meant === undefined ? '' : `${text.corrected(query, meant)} `;
  if (all === 0) return text.none(query);
  if (total === 0) return correction + text.noneChosen(asked, choice, all);
  return correction + text.count(total, results.length, asked, choice);
}

/**
 * Shown when nothing of the choice was found, but something elsewhere.
 * @param unchoose what the button does
 */
export function nothingChosen(unchoose: () => void): HTMLElement {
  const button = make('button', { className: 'btn line', type: 'button' }, texts().unchoose);
  button.addEventListener('click', unchoose);
  return make('div', { className: 's-note' }, make('p', { className: 'acts' }, button));
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
