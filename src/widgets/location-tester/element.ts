import { h, need, withCode } from '../../explorers/dom.ts';
import { ExplorerElement } from '../../explorers/explorer-element.ts';
import { fill } from '../shared/format.ts';
import { ConfigError, NotSimulatedError, route, type Route } from './model.ts';
import { fileList, readSettings, type Settings } from './settings.ts';
import { code, stops, verdict } from './tell.ts';
import type { Strings } from './strings.ts';

type Field = 'config' | 'target' | 'files';

/** Sends the reader's request through the reader's configuration. Markup: LocationTester.astro. */
export class LocationTesterElement extends ExplorerElement<Settings> {
  /** The texts in the page's language, which the page itself brings. */
  readonly #text = JSON.parse(this.dataset['text'] ?? '{}') as Strings;

  protected override read(value: unknown): Settings | undefined {
    return readSettings(value);
  }

  protected override begin(): void {
    this.#send();
  }

  protected override restore(settings: Settings): void {
    this.#fill(settings);
    this.#send();
  }

  protected override listen(form: HTMLFormElement, signal: AbortSignal): void {
    const send = (settings?: Settings): void => {
      if (settings) this.#fill(settings);
      this.#send();
      this.keep(this.#settings());
    };
    form.addEventListener('submit', () => send(), { signal });
    form.addEventListener(
      'change',
      ({ target }) => {
        send(readSettings(target instanceof HTMLSelectElement && { ...target.selectedOptions[0]?.dataset }));
      },
      { signal },
    );
    const config = this.#field('config');
    config.addEventListener('input', () => this.#number(), { signal });
    config.addEventListener('scroll', () => (need(this, '[data-numbers]').scrollTop = config.scrollTop), { signal });
    this.addEventListener(
      'click',
      ({ target }) => {
        if (!(target instanceof Element)) return;
        const row = target.closest('[data-try]')?.closest('tr');
        if (row) {
          const cell = (name: string): string => need(row, `[data-${name}]`).textContent;
          send({ config: `${cell('case')}\n`, target: cell('target'), files: need(this, '[data-surprises]').dataset['files'] ?? '' });
          need(this, '[data-says]').scrollIntoView({ block: 'center' });
        }
        const line = Number(target.closest<HTMLElement>('[data-line]')?.dataset['line']);
        if (line > 0) this.#select(line);
      },
      { signal },
    );
  }

  #field(name: Field): HTMLInputElement | HTMLTextAreaElement {
    return need(this, `[name="${name}"]`);
  }

  #settings(): Settings {
    return { config: this.#field('config').value, target: this.#field('target').value, files: this.#field('files').value };
  }

  #fill(settings: Settings): void {
    for (const name of ['config', 'target', 'files'] as const) this.#field(name).value = settings[name];
  }

  #send(): void {
    const { config, target, files } = this.#settings();
    try {
      const result = route(config, target, { files: fileList(files) });
      this.#problem();
      this.#show(result);
      this.#number(result.location?.line);
    } catch (error) {
      if (!(error instanceof ConfigError || error instanceof NotSimulatedError)) throw error;
      this.#refuse(error);
    }
  }

  #refuse(error: ConfigError | NotSimulatedError): void {
    const isWrong = error instanceof ConfigError;
    const { line } = error;
    const words = isWrong ? h('code', {}, `nginx: [emerg] ${error.message}`) : withCode(fill(this.#text.declined[error.reason], { what: error.what, code: code(error.what) }));
    const field: Field = isWrong || line > 0 || error.reason === 'config-too-long' ? 'config' : error.reason === 'files-too-many' ? 'files' : 'target';
    this.#problem(field, words, line);
    this.#number(line, true);
    need(this, '[data-says]').replaceChildren(h('p', { class: 'result' }, need(this, `[data-problem="${field}"]`).firstElementChild?.textContent ?? ''));
    need(this, '[data-trace]').replaceChildren();
  }

  /** Says what is wrong beneath its field; without arguments, that nothing is. */
  #problem(field?: Field, words?: Node, line = 0): void {
    for (const name of ['config', 'target', 'files'] as const) {
      const isWrong = name === field;
      this.#field(name).setAttribute('aria-invalid', String(isWrong));
      const parts = isWrong && words ? [h('span', {}, words), line > 0 && h('button', { type: 'button', class: 'btn text', 'data-line': String(line) }, fill(this.#text.toLine, { line }))] : [];
      need(this, `[data-problem="${name}"]`).replaceChildren(...parts.filter((part) => part !== false));
    }
  }

  #show(result: Route): void {
    const text = this.#text;
    const mark = this.querySelector('.trace .mk') ?? need(this, '[data-mark] .mk');
    const items = stops(result, text).map((stop) => {
      const item = h('li', { class: `accept ${stop.state}` }, h('b', {}, withCode(stop.title)), withCode(stop.text));
      item.prepend(mark.cloneNode(true));
      return item;
    });
    need(this, '[data-says]').replaceChildren(...verdict(result, text).map((sentence, i) => h('p', { class: i === 0 ? 'result' : 'small' }, withCode(sentence))));
    need(this, '[data-trace]').replaceChildren(...items);
  }

  /** Numbers the lines of the configuration and marks one: the one that answered, or the one that is wrong. */
  #number(marked = 0, isWrong = false): void {
    const lines = this.#field('config').value.split('\n').map((_, i) => {
      const n = i + 1;
      return n === marked ? h('b', { class: isWrong ? 'wrong' : 'chosen' }, `${isWrong ? '✗' : '▸'}${String(n)}\n`) : `${String(n)}\n`;
    });
    const numbers = need(this, '[data-numbers]');
    numbers.replaceChildren(...lines);
    numbers.scrollTop = this.#field('config').scrollTop;
  }

  #select(line: number): void {
    const field = this.#field('config');
    const lines = field.value.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + Number(line > 1);
    field.focus();
    field.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  }
}

customElements.define('location-tester', LocationTesterElement);
