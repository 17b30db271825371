import { h, need, withCode } from '../../explorers/dom.ts';
import { awaitGuess } from '../../explorers/prediction.ts';
import { SharedState } from '../../explorers/shared-state.ts';
import { localized } from '../../i18n/locales.ts';
import { anatomy, urlLimit } from './model.ts';
import { partRows, remarks, sentRows, type Row } from './rows.ts';
import { strings } from './strings.ts';

interface State {
  readonly url: string;
}

/** Takes the URL of its field apart. Markup: UrlAnatomy.astro. */
export class UrlAnatomyElement extends HTMLElement {
  readonly #text = localized(strings, document.documentElement.lang);
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const form = need<HTMLFormElement>(this, 'form:not([data-prediction])');
    const field = need<HTMLInputElement>(form, '[name="url"]');
    const state = new SharedState<State>(this, {
      read: readState,
      show: ({ url }) => {
        open();
        field.value = url;
        this.#show(url);
      },
    });
    const open = awaitGuess(this, () => this.#show(field.value), signal);
    const run = (): void => {
      this.#show(field.value);
      void state.keep({ url: field.value });
    };
    form.addEventListener('submit', (event) => (event.preventDefault(), run()), { signal });
    field.addEventListener('input', run, { signal });
    form.addEventListener(
      'click',
      ({ target }) => {
        const example = target instanceof Element && target.closest<HTMLElement>('[data-example]')?.dataset['example'];
        if (!example) return;
        field.value = example;
        run();
      },
      { signal },
    );
    void state.start(signal);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #show(url: string): void {
    const text = this.#text;
    const result = anatomy(url);
    const isUrl = result.kind === 'url';
    need(this, '[name="url"]').setAttribute('aria-invalid', String(!isUrl));
    const sentences = isUrl ? remarks(result, text) : [text.invalid, text.reasons[result.reason.code](result.reason.detail)];
    need(this, '[data-says]').replaceChildren(...sentences.map((sentence) => h('p', {}, withCode(sentence))));
    fill(need(this, '[data-parts]'), (isUrl ? partRows(result, text) : []).map((row) => tableRow(row, true)));
    fill(need(this, '[data-sent]'), (isUrl ? sentRows(result, text) : []).map((row) => tableRow(row, false)));
  }
}

/** Puts the rows into the table of a part of the page; without rows, the part is not shown. */
function fill(part: HTMLElement, rows: readonly HTMLElement[]): void {
  need(part, 'tbody').replaceChildren(...rows);
  part.hidden = rows.length === 0;
}

function tableRow({ name, value, isCode, note }: Row, hasNote: boolean): HTMLTableRowElement {
  const cell = h('td', {}, isCode ? h('code', {}, value) : withCode(value));
  return h('tr', {}, h('th', { scope: 'row' }, name), cell, hasNote && h('td', {}, withCode(note)));
}

function readState(value: unknown): State | undefined {
  const url = (value as Partial<State> | null)?.url;
  return typeof url === 'string' && url.length <= urlLimit ? { url } : undefined;
}

customElements.define('url-anatomy', UrlAnatomyElement);
