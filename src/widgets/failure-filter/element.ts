import { fromSearch, isAnswer, toSearch, type FailureEntry, type FailureQuery } from './model.ts';

/** Hides the failures that do not answer the reader's question; the question stands in the address. Markup: FailureFilter.astro. */
export class FailureFilterElement extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const form = this.querySelector('form');
    if (!form) throw new Error('<failure-filter> needs a <form>.');
    const options = (name: string): string[] => [...this.#field<HTMLSelectElement>(name).options].map(({ value }) => value);
    this.#fill(fromSearch(location.search, options('hop'), options('status')));
    form.addEventListener('input', () => this.#render(true), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('reset', () => setTimeout(() => this.#render(true)), { signal });
    // A link to an entry that is hidden shows everything.
    addEventListener('hashchange', () => this.#showTarget(), { signal });
    this.#render(false);
    this.#showTarget();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #field<T extends HTMLInputElement | HTMLSelectElement>(name: string): T {
    const field = this.querySelector<T>(`[name="${name}"]`);
    if (!field) throw new Error(`<failure-filter> needs a field named ${name}.`);
    return field;
  }

  #fill({ text, hop, status }: FailureQuery): void {
    this.#field('q').value = text;
    this.#field('hop').value = hop;
    this.#field('status').value = status;
  }

  #query(): FailureQuery {
    return { text: this.#field('q').value, hop: this.#field('hop').value, status: this.#field('status').value };
  }

  #render(isAsked: boolean): void {
    const query = this.#query();
    const faults = [...document.querySelectorAll<HTMLElement>('.fault[data-hop]')];
    let shown = 0;
    for (const fault of faults) {
      const isShown = isAnswer(entryOf(fault), query);
      fault.hidden = !isShown;
      shown += Number(isShown);
      const link = document.querySelector(`.symptoms a[href="#${CSS.escape(fault.id)}"]`);
      link?.closest('li')?.toggleAttribute('hidden', !isShown);
    }
    for (const section of document.querySelectorAll<HTMLElement>('[data-stop], .symptoms > div')) {
      section.hidden = !section.querySelector('.fault:not([hidden]), li:not([hidden])');
    }
    const output = this.querySelector('output');
    const { count = '', none = '' } = this.dataset;
    if (output) output.value = shown ? count.replace('{shown}', String(shown)).replace('{all}', String(faults.length)) : none;
    if (isAsked) history.replaceState(null, '', `${location.pathname}${toSearch(query)}${location.hash}`);
  }

  #showTarget(): void {
    // An address may hold a fragment that cannot be decoded; the browser finds what it names.
    const target = document.querySelector(':target');
    if (!target || !target.closest('[hidden]')) return;
    this.#fill({ text: '', hop: '', status: '' });
    this.#render(false);
    target.scrollIntoView();
  }
}

function entryOf(fault: HTMLElement): FailureEntry {
  return { text: fault.textContent, hop: fault.dataset['hop'] ?? '', status: fault.dataset['status'] ?? '' };
}

customElements.define('failure-filter', FailureFilterElement);
