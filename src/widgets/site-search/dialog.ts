import sheet from '../../styles/search.css?url';
import type { Found } from '../../search/find.ts';
import { longestQuery } from '../../search/query.ts';
import { loadSheet } from '../shared/load-sheet.ts';
import { findInGuide, loadEngine } from './engine-once.ts';
import { LiveSearch, type SearchState } from './live-search.ts';
import { filtersOf, narrowedBy, searchOf, selectsIn } from './choice.ts';
import { editionPage, nothingChosen, nothingFound, outOfReach, saidOf } from './messages.ts';
import { groupResults, nextPlace } from './model.ts';
import { Announcer, searchIcon } from './parts.ts';
import { forgetSearches, keepSearch, recentSearches } from './recent.ts';
import { make, resultRow, texts } from './result-row.ts';

/** So many results are shown; a link leads to all of them. */
const limit = 12;

let dialog: Promise<SearchDialog> | undefined;

/**
 * Makes the dialog, once for the page, and loads its style.
 * @param host element that holds it
 */
export function loadDialog(host: HTMLElement): Promise<SearchDialog> {
  dialog ??= loadSheet(sheet).then(() => new SearchDialog(host));
  return dialog;
}

/**
 * The dialog: a field and, below it, lists of plain links under headings. The arrow keys move the focus itself from
 * link to link. No listbox: screen readers read headings, lists and links well everywhere, say both lines of a result,
 * and a link can be opened in a new tab; options of a listbox lose all that, and groups of options are often not said.
 */
export class SearchDialog {
  readonly #text = texts();
  readonly #field = make('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false, maxLength: longestQuery, ariaLabel: this.#text.label, enterKeyHint: 'search' });
  readonly #choice = make('p', { className: 's-choice' }, ...filtersOf(this.#text).map(({ name, label, options }) => make('label', {}, make('span', {}, label), ' ', make('select', { name }, ...options.map(([value, option]) => new Option(option, value))))));
  readonly #count = make('p', { className: 's-count' });
  readonly #list = make('div', { className: 's-list', tabIndex: -1 });
  readonly #announcer = new Announcer();
  readonly #live = new LiveSearch((query, early) => findInGuide(query, { limit, early, ...narrowedBy(selectsIn(this.#choice)) }), (state) => this.#show(state));
  readonly #dialog: HTMLDialogElement;

  constructor(host: HTMLElement) {
    const close = make('button', { className: 'btn text', type: 'button' }, this.#text.close);
    const form = make('form', { className: 's-bar', action: editionPage('search') }, searchIcon(), this.#field, close);
    form.setAttribute('role', 'search');
    const key = (name: string, does: string): HTMLElement => make('span', {}, make('kbd', {}, name), ` ${does}`);
    const { choose, open, close: closes } = this.#text.keys;
    const foot = make('p', { className: 's-foot' }, make('span', {}, make('kbd', {}, '↑'), ' ', make('kbd', {}, '↓'), ` ${choose}`), key('Enter', open), key('Esc', closes));
    this.#dialog = make('dialog', { className: 'search', ariaLabel: this.#text.label }, form, this.#choice, this.#count, this.#announcer.element, this.#list, foot);
    host.append(this.#dialog);

    close.addEventListener('click', () => this.#dialog.close());
    this.#field.addEventListener('input', () => this.#live.ask(this.#field.value));
    this.#choice.addEventListener('change', () => void this.#live.now(this.#field.value));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#openFirst();
    });
    this.#list.addEventListener('click', (event) => this.#follow(event));
    this.#dialog.addEventListener('keydown', (event) => this.#press(event));
    this.#dialog.addEventListener('close', () => this.#live.stop());
    // The dialog has no padding: a click on itself is one beside it.
    this.#dialog.addEventListener('click', ({ target }) => target === this.#dialog && this.#dialog.close());
  }

  /**
   * Opens the dialog over the page; the index is loaded meanwhile.
   * @param typed what was typed before the dialog was there
   */
  open(typed: string): void {
    if (!this.#dialog.open) {
      this.#field.value = typed;
      // A choice made for another question would hide answers to this one.
      for (const select of selectsIn(this.#choice)) select.value = '';
      this.#dialog.showModal();
      void this.#live.now(typed);
      // The index comes while the reader types; whether it came is said with the first answer.
      loadEngine().catch(() => undefined);
    }
    this.#field.focus();
    if (!typed) this.#field.select();
  }

  #show(state: SearchState): void {
    const { loading, empty, unreachable, first } = this.#text;
    this.#list.scrollTop = 0;
    switch (state.name) {
      case 'empty':
        this.#say(empty, '');
        this.#list.replaceChildren(...this.#recent());
        break;
      case 'loading':
        this.#say(loading, '');
        break;
      case 'unreachable':
        this.#say('', unreachable);
        this.#list.replaceChildren(outOfReach(() => this.#retry()));
        break;
      case 'found': {
        const { total, all, results } = state.found;
        const said = saidOf(state.found, narrowedBy(selectsIn(this.#choice)));
        const [best] = results;
        const focused = document.activeElement instanceof HTMLAnchorElement && this.#list.contains(document.activeElement) ? document.activeElement.href : undefined;
        this.#list.replaceChildren(...(all === 0 ? [nothingFound(state.found)] : total === 0 ? [nothingChosen(() => this.#unchoose())] : this.#groups(state.found)));
        this.#list.querySelector('a')?.classList.toggle('on', total > 0);
        // The first results come before the others: who has moved on to one stays there.
        if (focused !== undefined) [...this.#list.querySelectorAll('a')].find(({ href }) => href === focused)?.focus();
        this.#say(said, best ? `${said}. ${first(best.title.map(({ text }) => text).join(''))}` : said);
      }
    }
  }

  #say(visible: string, spoken: string): void {
    this.#count.textContent = visible;
    this.#count.hidden = visible === '';
    this.#announcer.say(spoken);
  }

  #groups({ query, total, results }: Found): readonly HTMLElement[] {
    const lists = groupResults(results).flatMap(({ kind, chapter, results: own }) => {
      const title = kind === 'chapter' ? (chapter ?? '') : this.#text.kinds[kind];
      return [make('h2', {}, title), make('ul', {}, ...own.map((result) => resultRow(result)))];
    });
    if (total <= results.length) return lists;
    const all = make('a', { href: editionPage('search') + searchOf(query, narrowedBy(selectsIn(this.#choice))) }, this.#text.all(total));
    return [...lists, make('p', { className: 's-all' }, all)];
  }

  #recent(): readonly HTMLElement[] {
    const queries = recentSearches();
    if (queries.length === 0) return [];
    const item = (query: string): HTMLLIElement => {
      const button = make('button', { type: 'button' }, query);
      button.addEventListener('click', () => {
        this.#field.value = query;
        this.#field.focus();
        void this.#live.now(query);
      });
      return make('li', {}, button);
    };
    const forget = make('button', { className: 'btn text', type: 'button' }, this.#text.forget);
    forget.addEventListener('click', () => {
      forgetSearches();
      this.#field.focus();
      void this.#live.now('');
    });
    return [make('h2', {}, this.#text.recent), make('ul', { className: 's-recent' }, ...queries.map(item)), make('p', { className: 'acts' }, forget)];
  }

  #unchoose(): void {
    for (const select of selectsIn(this.#choice)) select.value = '';
    this.#retry();
  }

  #retry(): void {
    this.#field.focus();
    void this.#live.now(this.#field.value);
  }

  async #openFirst(): Promise<void> {
    const query = this.#field.value;
    const state = await this.#live.settled(query);
    if (state?.name !== 'found' || state.found.total === 0 || this.#field.value !== query) return;
    // A search that was begun by this Enter is shown a moment later than it is answered.
    await Promise.resolve();
    this.#list.querySelector('a')?.click();
  }

  #follow(event: MouseEvent): void {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    if (!(target as Element).closest('li[data-result] a, .s-all a')) return;
    keepSearch(this.#field.value);
    // The way may lead to another place of this very page.
    if (!ctrlKey && !metaKey && !shiftKey) this.#dialog.close();
  }

  #press(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || event.isComposing) return;
    if (key === 'Escape') {
      // Without this the first press only empties the field, in some browsers.
      event.preventDefault();
      this.#dialog.close();
      return;
    }
    // The arrows choose in a list that is to be chosen from.
    if (event.target instanceof HTMLSelectElement) return;
    const items = [...this.#list.querySelectorAll<HTMLElement>('a, button')];
    const place = items.indexOf(document.activeElement as HTMLElement);
    const next = items.length > 0 ? nextPlace(key, place, items.length) : undefined;
    if (next !== undefined) {
      event.preventDefault();
      (items[next] ?? this.#field).focus();
    } else if (place >= 0 && ((key.length === 1 && key !== ' ') || key === 'Backspace')) {
      // Typing goes on in the field.
      this.#field.focus();
    }
  }
}
