import { h, need, withCode } from '../../explorers/dom.ts';
import { ExplorerElement } from '../../explorers/explorer-element.ts';
import { localized } from '../../i18n/locales.ts';
import { recommend, type Choices, type Point, type StackFile } from './model.ts';
import { lists, readChoices } from './settings.ts';
import { strings } from './strings.ts';

/** Recommends a stack for what the reader chooses, with its files. Markup: StackBuilder.astro. */
export class StackBuilderElement extends ExplorerElement<Choices> {
  readonly #text = localized(strings, document.documentElement.lang);
  #files: readonly StackFile[] = [];

  protected override read(value: unknown): Choices | undefined {
    return readChoices(value);
  }

  protected override begin(): void {
    this.#show(this.#choices());
  }

  protected override restore(choices: Choices): void {
    this.#show(choices);
  }

  protected override listen(form: HTMLFormElement, signal: AbortSignal): void {
    form.addEventListener(
      'change',
      () => {
        const choices = this.#choices();
        this.#show(choices);
        this.keep(choices);
      },
      { signal },
    );
    need(this, '[data-download]').addEventListener('click', () => void this.#download(), { signal });
    need(this, '[data-files]').addEventListener('click', ({ target }) => void this.#copy(target), { signal });
  }

  #field<T extends HTMLInputElement | HTMLSelectElement = HTMLSelectElement>(name: string): T {
    return need<T>(this, `[name="${name}"]`);
  }

  #choices(): Choices {
    const listed = Object.fromEntries(Object.keys(lists).map((name) => [name, this.#field(name).value]));
    const isOn = (name: string): boolean => this.#field<HTMLInputElement>(name).checked;
    return { ...listed, isBehindBalancer: isOn('isBehindBalancer'), hasWebSocket: isOn('hasWebSocket'), cores: Number(this.#field<HTMLInputElement>('cores').value) } as Choices;
  }

  #fill(choices: Choices): void {
    for (const name of Object.keys(lists) as (keyof typeof lists)[]) this.#field(name).value = choices[name];
    for (const name of ['isBehindBalancer', 'hasWebSocket'] as const) this.#field<HTMLInputElement>(name).checked = choices[name];
    this.#field<HTMLInputElement>('cores').value = String(choices.cores);
  }

  #show(wanted: Choices): void {
    const text = this.#text;
    const stack = recommend(wanted);
    // The fields say what is shown; what was put right is told.
    this.#fill(stack.choices);
    need(this, '[data-summary]').replaceChildren(h('b', {}, text.summary(stack)));
    need(this, '[data-corrected]').textContent = stack.corrected.length ? text.corrected(stack.corrected.map((name) => text.fields[name])) : '';
    const points = (list: readonly Point[]): HTMLElement[] => list.map((point) => h('li', {}, withCode(text.points[point])));
    need(this, '[data-reasons]').replaceChildren(...points(stack.reasons));
    need(this, '[data-prices]').replaceChildren(...points(stack.prices));
    need(this, '[data-downloaded]').textContent = '';
    this.#showFiles(stack.files);
  }

  #showFiles(files: readonly StackFile[]): void {
    this.#files = files;
    const place = need(this, '[data-files]');
    const opened = new Set([...place.querySelectorAll<HTMLDetailsElement>('details[open]')].map((details) => details.dataset['path'] ?? 'nginx.conf'));
    place.replaceChildren(
      ...files.map(({ path, text }) =>
        h(
          'details',
          { 'data-path': path, ...(opened.has(path) && { open: true as const }) },
          h('summary', {}, h('code', {}, path)),
          h('p', { class: 'acts' }, h('button', { class: 'btn line', type: 'button', 'data-copy-file': path }, this.#text.copy), h('span', { role: 'status' })),
          h('pre', { tabindex: '0' }, h('code', {}, text)),
        ),
      ),
    );
  }

  async #copy(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy-file]') : null;
    const file = this.#files.find(({ path }) => path === button?.dataset['copyFile']);
    if (!button || !file) return;
    const said = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(file.text);
      if (said) said.textContent = this.#text.copied;
    } catch {
      if (said) said.textContent = this.#text.notCopied;
    }
  }

  async #download(): Promise<void> {
    const { downloadZip } = await import('client-zip');
    // A fixed moment: the same choices give the same archive.
    const lastModified = new Date(Date.UTC(2026, 0, 1));
    const files = this.#files.map(({ path, text }) => ({ name: `shop/${path}`, input: text, lastModified }));
    const address = URL.createObjectURL(await downloadZip(files).blob());
    h('a', { href: address, download: 'shop.zip' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    need(this, '[data-downloaded]').textContent = this.#text.downloaded(files.length);
  }
}

customElements.define('stack-builder', StackBuilderElement);
