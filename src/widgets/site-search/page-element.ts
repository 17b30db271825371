import type { Found } from '../../search/find.ts';
import { boundQuery } from '../../search/query.ts';
import { narrowedBy, searchOf, selectsIn } from './choice.ts';
import { findInGuide } from './engine-once.ts';
import { LiveSearch, type SearchState } from './live-search.ts';
import { nothingChosen, nothingFound, outOfReach, saidOf } from './messages.ts';
import { Announcer } from './parts.ts';
import { keepSearch } from './recent.ts';
import { make, placeOf, resultRow, texts } from './result-row.ts';

/** So many results are shown at first, and more on each request. */
const step = 20;

/**
 * The search page: the query is in the address, so that it can be kept and sent; the results are one list, best first.
 * Markup: pages/[locale]/search.astro.
 */
export class SearchPageElement extends HTMLElement {
  #listeners = new AbortController();
  #limit = step;
  readonly #announcer = new Announcer();
  readonly #live = new LiveSearch((query) => findInGuide(query, { limit: this.#limit, ...narrowedBy(selectsIn(this)) }), (state) => this.#show(state));
  readonly #title = document.title;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#part('[data-without]').hidden = true;
    this.#part('[data-output]').append(this.#announcer.element);
    this.#field.addEventListener('input', () => this.#change(), { signal });
    this.#part<HTMLFormElement>('form').addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        keepSearch(this.#field.value);
        void this.#live.now(this.#field.value);
      },
      { signal },
    );
    this.#part('ol').addEventListener('click', () => keepSearch(this.#field.value), { signal });
    this.#connectShortcut(signal);
    const asked = new URLSearchParams(location.search);
    for (const select of selectsIn(this)) {
      const wanted = asked.get(select.name) ?? '';
      if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted;
      select.addEventListener('change', () => this.#change(), { signal });
    }
    this.#field.value ||= boundQuery(asked.get('q') ?? '');
    if (this.#field.value) this.#change();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    this.#live.stop();
  }

  get #field(): HTMLInputElement {
    return this.#part('input[name="q"]');
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    const part = this.querySelector<Part>(selector);
    if (!part) throw new Error(`<search-page> needs ${selector}; its markup is in pages/[locale]/search.astro.`);
    return part;
  }

  #change(): void {
    this.#limit = step;
    const query = boundQuery(this.#field.value);
    history.replaceState(history.state, '', searchOf(query, narrowedBy(selectsIn(this))) || location.pathname);
    document.title = query ? `${query} · ${this.#title}` : this.#title;
    this.#live.ask(this.#field.value);
  }

  #show(state: SearchState): void {
    const { loading, unreachable } = texts();
    switch (state.name) {
      case 'empty':
        this.#draw('', undefined);
        break;
      case 'loading':
        this.#part('.s-count').textContent = loading;
        break;
      case 'unreachable':
        this.#draw('', undefined, outOfReach(() => void this.#live.now(this.#field.value)));
        this.#announcer.say(unreachable);
        break;
      case 'found': {
        const { total, all, results } = state.found;
        const said = saidOf(state.found, narrowedBy(selectsIn(this)));
        const after = all === 0 ? [nothingFound(state.found)] : total === 0 ? [nothingChosen(() => this.#unchoose())] : total > results.length ? [this.#more()] : [];
        this.#draw(said, state.found, ...after);
        this.#announcer.say(said);
      }
    }
  }

  #draw(said: string, found: Found | undefined, ...after: readonly HTMLElement[]): void {
    this.#part('.s-count').textContent = said;
    const list = this.#part('ol');
    list.replaceChildren(...(found?.results ?? []).map((result) => resultRow(result, placeOf(result))));
    list.hidden = list.childElementCount === 0;
    this.#part('[data-after]').replaceChildren(...after);
    if (!said) this.#announcer.say('');
  }

  #unchoose(): void {
    for (const select of selectsIn(this)) select.value = '';
    this.#field.focus();
    this.#change();
  }

  #more(): HTMLElement {
    const button = make('button', { className: 'btn line', type: 'button' }, texts().more);
    button.addEventListener('click', async () => {
      const from = this.#limit;
      this.#limit += step;
      await this.#live.now(this.#field.value);
      // The button is gone or new: reading goes on at the first new result.
      this.querySelectorAll<HTMLElement>('li[data-result] a')[from]?.focus();
    });
    return make('p', { className: 'acts' }, button);
  }

  #connectShortcut(signal: AbortSignal): void {
    // The key is in the markup: importing it would cost every page of the guide one more file.
    const box = this.#part<HTMLInputElement>('input[data-shortcut]');
    const shortcutKey = box.dataset['shortcut'] ?? '';
    try {
      box.checked = localStorage.getItem(shortcutKey) !== 'off';
    } catch {
      box.disabled = true;
    }
    box.addEventListener(
      'change',
      () => {
        try {
          if (box.checked) localStorage.removeItem(shortcutKey);
          else localStorage.setItem(shortcutKey, 'off');
        } catch {
          box.checked = true;
        }
      },
      { signal },
    );
  }
}

customElements.define('search-page', SearchPageElement);
