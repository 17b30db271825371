import { h, need, withCode } from '../../explorers/dom.ts';
import { ExplorerElement } from '../../explorers/explorer-element.ts';
import { fill } from '../shared/format.ts';
import type { Views } from './model.ts';
import type { Pane } from './panes.ts';
import type { Problem } from './request.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Strings } from './strings.ts';

type Simulation = typeof import('./simulation.ts');
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Shows what each server makes of the request in its field, and marks one fact in all of them. Markup: RequestViews.astro. */
export class RequestViewsElement extends ExplorerElement<Settings> {
  /** The texts in the page's language, which the page itself brings. */
  readonly #text = JSON.parse(this.dataset['text'] ?? '{}') as Strings;
  #simulation: Simulation | undefined;
  #turn = 0;

  protected override read(value: unknown): Settings | undefined {
    return readSettings(value);
  }

  protected override begin(): void {
    void this.#show();
  }

  protected override restore(settings: Settings): void {
    this.#fill(settings);
    void this.#show(settings.fact);
  }

  protected override listen(form: HTMLFormElement, signal: AbortSignal): void {
    const keep = (): void => this.keep(this.#settings());
    form.addEventListener('submit', () => void this.#show().then(keep), { signal });
    form.addEventListener(
      'change',
      ({ target }) => {
        if (!(target instanceof HTMLSelectElement)) return;
        if (target.name === 'preset') {
          const preset = readSettings({ ...target.selectedOptions[0]?.dataset });
          if (!preset) return;
          this.#fill(preset);
          void this.#show(preset.fact).then(keep);
        } else if (target.name === 'fact') {
          this.#light();
          keep();
        } else void this.#show().then(keep);
      },
      { signal },
    );
    form.addEventListener('input', () => this.#say(this.#simulation?.connectionOf(this.#settings()).problems ?? []), { signal });
    // A short cut for those who point: the list of facts does the same.
    this.addEventListener(
      'click',
      ({ target }) => {
        const facts = target instanceof Element ? target.closest<HTMLElement>('[data-facts]')?.dataset['facts'] : undefined;
        if (!facts) return;
        this.#control('fact').value = facts.split(' ', 1)[0] ?? '';
        this.#light();
        keep();
      },
      { signal },
    );
  }

  #control(name: string): Control {
    return need<Control>(this, `[name="${name}"]`);
  }

  #settings(): Settings {
    const value = (name: string): string => this.#control(name).value;
    return { text: value('text'), peer: value('peer'), scheme: value('scheme') === 'https' ? 'https' : 'http', mount: value('mount'), fact: value('fact') };
  }

  #fill(settings: Settings): void {
    for (const name of ['text', 'peer', 'scheme', 'mount'] as const) this.#control(name).value = settings[name];
    const { peer, scheme, mount } = settings;
    if (scheme !== 'http' || mount || peer !== need<HTMLInputElement>(this, '[name="peer"]').defaultValue) need<HTMLDetailsElement>(this, 'details.hint').open = true;
  }

  /** Says at each field what is wrong with it. */
  #say(problems: readonly Problem[]): void {
    for (const name of ['text', 'peer', 'mount'] as const) {
      const isWrong = problems.includes(name);
      this.#control(name).setAttribute('aria-invalid', String(isWrong));
      need(this, `[data-problem="${name}"]`).replaceChildren(...(isWrong ? [withCode(this.#text.problems[name])] : []));
    }
  }

  /** @param fact what to mark; the same as before when it is not given */
  async #show(fact = this.#control('fact').value): Promise<void> {
    const turn = ++this.#turn;
    try {
      this.#simulation ??= await import('./simulation.ts');
    } catch {
      need(this, '[data-lit]').textContent = this.#text.notLoaded;
      return;
    }
    // While the models were loading, something else was asked for.
    if (turn !== this.#turn) return;
    const { connectionOf, differencesOf, factsOf, panesOf, toRequest, views } = this.#simulation;
    const settings = this.#settings();
    const { connection, problems } = connectionOf(settings);
    this.#say(problems);
    const request = toRequest(settings.text);
    const all = views(request, connection);
    const facts = factsOf(all);
    this.#control('fact').replaceChildren(...facts.map((one) => h('option', { value: one }, this.#name(one))));
    this.#control('fact').value = facts.some((one) => one === fact) ? fact : 'path';
    this.#showRequest(request, all, this.#simulation);
    const differences = differencesOf(all, request, connection, this.#text);
    need(this, '[data-differ]').replaceChildren(...(differences.length ? differences : [this.#text.alike]).map((sentence) => h('li', {}, withCode(sentence))));
    for (const pane of panesOf(all, this.#text)) this.#showPane(pane);
    this.#light();
  }

  #showRequest(request: Uint8Array, all: Views, { segmentsOf, remarksOf }: Simulation): void {
    const { lines, more } = segmentsOf(Array.from(request, (byte) => String.fromCharCode(byte)).join(''));
    const remarks = remarksOf(all, this.#text);
    const last = Math.max(1, lines.length);
    need(this, '[data-sent]').replaceChildren(
      ...lines.map(({ segments, end }, i) => {
        const here = remarks.filter(({ line }) => Math.min(line, last) === i + 1).map(({ text }) => text);
        return h('li', {}, h('code', {}, ...segments.map(({ text, facts }) => h('span', { 'data-facts': facts.join(' ') }, text)), h('span', { class: 'end' }, end)), here.length > 0 && h('p', { class: 'bad' }, here.join(' · ')));
      }),
      ...(more ? [h('li', {}, fill(this.#text.moreLines, { n: more }))] : []),
    );
  }

  #showPane({ name, verdict, rows, logs, more }: Pane): void {
    const pane = need(this, `[data-pane="${name}"]`);
    need(pane, '.result').replaceChildren(withCode(verdict));
    need(pane, '.tbl').hidden = rows.length + logs.length === 0;
    need(pane, 'tbody').replaceChildren(
      ...rows.map((row) => h('tr', { 'data-facts': row.facts.join(' ') }, h('th', { scope: 'row' }, h('code', {}, row.name)), h('td', {}, h('code', {}, row.value)))),
      ...logs.map(({ title, text }) => h('tr', {}, h('th', { scope: 'row' }, title), h('td', {}, h('code', {}, text)))),
      ...(more ? [h('tr', {}, h('td', { colspan: '2' }, fill(this.#text.moreRows, { n: more })))] : []),
    );
  }

  #name(fact: string): string {
    return this.#text.facts[fact] ?? fill(this.#text.field, { name: fact.slice('field:'.length) });
  }

  /** Marks the chosen fact in the request and in all panes. */
  #light(): void {
    const fact = this.#control('fact').value;
    const holds = (element: HTMLElement): boolean => (element.dataset['facts'] ?? '').split(' ').includes(fact);
    for (const segment of this.querySelectorAll<HTMLElement>('[data-sent] [data-facts]')) {
      const text = segment.textContent;
      segment.replaceChildren(holds(segment) ? h('mark', {}, text) : text);
    }
    for (const row of this.querySelectorAll<HTMLElement>('[data-panes] tr[data-facts]')) row.classList.toggle('lit', holds(row));
    const counts = (this.#simulation?.paneNames ?? []).map((name) => fill(this.#text.litIn, { server: this.#text.short[name], n: this.querySelectorAll(`[data-pane="${name}"] .lit`).length }));
    need(this, '[data-lit]').textContent = counts.length ? fill(this.#text.lit, { fact: this.#name(fact), counts: counts.join(', ') }) : '';
  }
}

customElements.define('request-views', RequestViewsElement);
