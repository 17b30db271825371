import { h, need, withCode } from '../../explorers/dom.ts';
import { ExplorerElement } from '../../explorers/explorer-element.ts';
import { localized } from '../../i18n/locales.ts';
import { anatomy, urlLimit } from './model.ts';
import { partRows, remarks, sentRows, type Row } from './rows.ts';
import { strings } from './strings.ts';

interface State {
  readonly url: string;
}

/** Takes the URL of its field apart. Markup: UrlAnatomy.astro. */
export class UrlAnatomyElement extends ExplorerElement<State> {
  readonly #text = localized(strings, document.documentElement.lang);

  protected override read(value: unknown): State | undefined {
    const url = (value as Partial<State> | null)?.url;
    return typeof url === 'string' && url.length <= urlLimit ? { url } : undefined;
  }

  protected override begin(): void {
    this.#show(this.#field.value);
  }

  protected override restore({ url }: State): void {
    this.#field.value = url;
    this.#show(url);
  }

  protected override listen(form: HTMLFormElement, signal: AbortSignal): void {
    const field = this.#field;
    const run = (): void => {
      this.#show(field.value);
      this.keep({ url: field.value });
    };
    form.addEventListener('submit', run, { signal });
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
  }

  get #field(): HTMLInputElement {
    return need(this, '[name="url"]');
  }

  #show(url: string): void {
    const text = this.#text;
    const result = anatomy(url);
    const isUrl = result.kind === 'url';
    this.#field.setAttribute('aria-invalid', String(!isUrl));
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

customElements.define('url-anatomy', UrlAnatomyElement);
