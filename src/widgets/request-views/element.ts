import { h, need, withCode } from '../../explorers/dom.ts';
import { awaitGuess } from '../../explorers/prediction.ts';
import { SharedState } from '../../explorers/shared-state.ts';
import { localized } from '../../i18n/locales.ts';
import type { Views } from './model.ts';
import type { Pane } from './panes.ts';
import { presets, type PresetName } from './presets.ts';
import { connectionOf, readSettings, toRequest, type Settings } from './settings.ts';
import { strings } from './strings.ts';

type Simulation = typeof import('./simulation.ts');
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Shows what each server makes of the request in its field, and marks one fact in all of them. Markup: RequestViews.astro. */
export class RequestViewsElement extends HTMLElement {
  readonly #text = localized(strings, document.documentElement.lang);
  #listeners = new AbortController();
  #simulation: Simulation | undefined;
  #turn = 0;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const form = need<HTMLFormElement>(this, 'form:not([data-prediction])');
    const state = new SharedState<Settings>(this, {
      read: readSettings,
      show: (settings) => {
        open();
        this.#fill(settings);
        void this.#show(settings.fact);
      },
    });
    const open = awaitGuess(this, () => void this.#show(presets.names.fact), signal);
    const keep = (): void => void state.keep(this.#settings());
    form.addEventListener('submit', (event) => (event.preventDefault(), void this.#show().then(keep)), { signal });
    form.addEventListener(
      'change',
      ({ target }) => {
        if (!(target instanceof HTMLSelectElement)) return;
        if (target.name === 'preset') {
          const preset = presets[target.value as PresetName];
          this.#fill(preset);
          void this.#show(preset.fact).then(keep);
        } else if (target.name === 'fact') {
          this.#light();
          keep();
        } else void this.#show().then(keep);
      },
      { signal },
    );
    form.addEventListener('input', () => this.#say(), { signal });
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
    void state.start(signal);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
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
    const { peer, scheme, mount } = presets.names;
    if (settings.peer !== peer || settings.scheme !== scheme || settings.mount !== mount) need<HTMLDetailsElement>(this, 'details.hint').open = true;
  }

  /** Says at each field what is wrong with it. */
  #say(): void {
    const { problems } = connectionOf(this.#settings());
    for (const name of ['text', 'peer', 'mount'] as const) {
      const isWrong = problems.includes(name);
      this.#control(name).setAttribute('aria-invalid', String(isWrong));
      need(this, `[data-problem="${name}"]`).replaceChildren(...(isWrong ? [withCode(this.#text.problems[name])] : []));
    }
  }

  /** @param fact what to mark; the same as before when it is not given */
  async #show(fact = this.#control('fact').value): Promise<void> {
    this.#say();
    const turn = ++this.#turn;
    try {
      this.#simulation ??= await import('./simulation.ts');
    } catch {
      need(this, '[data-lit]').textContent = this.#text.notLoaded;
      return;
    }
    // While the models were loading, something else was asked for.
    if (turn !== this.#turn) return;
    const { views, factsOf, differencesOf, panesOf } = this.#simulation;
    const settings = this.#settings();
    const { connection } = connectionOf(settings);
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
      ...(more ? [h('li', {}, this.#text.moreLines(more))] : []),
    );
  }

  #showPane({ name, verdict, rows, logs, more }: Pane): void {
    const pane = need(this, `[data-pane="${name}"]`);
    need(pane, '.result').replaceChildren(withCode(verdict));
    need(pane, '.tbl').hidden = rows.length + logs.length === 0;
    need(pane, 'tbody').replaceChildren(
      ...rows.map((row) => h('tr', { 'data-facts': row.facts.join(' ') }, h('th', { scope: 'row' }, h('code', {}, row.name)), h('td', {}, h('code', {}, row.value)))),
      ...logs.map(({ title, text }) => h('tr', {}, h('th', { scope: 'row' }, title), h('td', {}, h('code', {}, text)))),
      ...(more ? [h('tr', {}, h('td', { colspan: '2' }, this.#text.moreRows(more)))] : []),
    );
  }

  #name(fact: string): string {
    return this.#text.facts[fact] ?? this.#text.field(fact.slice('field:'.length));
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
    const counts = (this.#simulation?.paneNames ?? []).map((name) => this.#text.litIn(this.#text.short[name], this.querySelectorAll(`[data-pane="${name}"] .lit`).length));
    need(this, '[data-lit]').textContent = counts.length ? this.#text.lit(this.#name(fact), counts) : '';
  }
}

customElements.define('request-views', RequestViewsElement);
