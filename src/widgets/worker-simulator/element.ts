import { h, need } from '../../explorers/dom.ts';
import { ExplorerElement } from '../../explorers/explorer-element.ts';
import { toElement, type Shape } from '../shared/drawing.ts';
import { fill } from '../shared/format.ts';
import { drawAxis, drawWaiting, drawWorker } from './draw.ts';
import { simulate, type Run } from './model.ts';
import { matters, numbers, presets, readSettings, simulationOf, type NumberName, type PresetName, type Settings } from './settings.ts';
import type { Strings } from './strings.ts';
import { cells, law, sentences, shown } from './tell.ts';
import { timelineOf } from './timeline.ts';

const sliders = (Object.keys(numbers) as NumberName[]).filter((name) => name !== 'seed');

/** Runs the visitors that the reader sets through the server that the reader sets. Markup: WorkerSimulator.astro. */
export class WorkerSimulatorElement extends ExplorerElement<Settings> {
  /** The texts in the page's language, which the page itself brings. */
  readonly #text = JSON.parse(this.dataset['text'] ?? '{}') as Strings;
  #settings: Settings = presets.four;

  protected override read(value: unknown): Settings | undefined {
    return readSettings(value);
  }

  protected override begin(): void {
    this.#show(this.#read());
  }

  protected override restore(settings: Settings): void {
    this.#show(settings);
  }

  protected override listen(form: HTMLFormElement, signal: AbortSignal): void {
    const change = (settings: Settings): void => {
      this.#show(settings);
      this.keep(settings);
    };
    form.addEventListener(
      'input',
      ({ target }) => change(target instanceof HTMLSelectElement && target.name === 'preset' ? presets[target.value as PresetName] : this.#read()),
      { signal },
    );
    need(this, '[data-again]').addEventListener('click', () => change({ ...this.#read(), seed: (this.#settings.seed % numbers.seed.max) + 1 }), { signal });
    need<HTMLDetailsElement>(this, 'details.all').addEventListener('toggle', () => this.#list(), { signal });
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return need(this, `[name="${name}"]`);
  }

  #read(): Settings {
    const values = Object.fromEntries(sliders.map((name) => [name, Number(this.#field(name).value)]));
    return readSettings({ ...values, kind: this.#field('kind').value, pattern: this.#field('pattern').value, seed: this.#settings.seed }) ?? this.#settings;
  }

  #show(settings: Settings): void {
    const text = this.#text;
    this.#settings = settings;
    for (const name of ['kind', 'pattern'] as const) this.#field(name).value = settings[name];
    for (const name of sliders) {
      const field = this.#field(name);
      field.value = String(settings[name]);
      field.closest<HTMLElement>('.slide')?.toggleAttribute('hidden', !matters(name, settings));
      need<HTMLOutputElement>(this, `output[for="worker-simulator-${name}"]`).value = shown(name, settings[name], text);
    }
    const run = this.#run();
    const [result = '', ...more] = sentences(run, settings, text);
    need(this, '[data-says]').replaceChildren(h('p', { class: 'result' }, result), h('p', { class: 'small' }, more.join(' ')));
    need(this, '[data-law]').textContent = law(run, text);
    this.#draw(run);
    this.#list();
  }

  #run(): Run {
    return simulate(simulationOf(this.#settings));
  }

  #draw(run: Run): void {
    const timeline = timelineOf(run);
    const waiting = need(this, '[data-waiting]');
    waiting.textContent = fill(waiting.dataset['waiting'] ?? '', { n: timeline.mostWaiting });
    const rows = timeline.workers.flatMap((worker, i) => [
      h('p', {}, `${fill(this.#text.worker, { n: i + 1 })} `, h('span', {}, fill(this.#text.workerTook, { n: worker.taken }))),
      picture(drawWorker(worker)),
    ]);
    need(this, '[data-lanes]').replaceChildren(waiting, picture(drawWaiting(timeline)), ...rows, picture(drawAxis(timeline)));
  }

  /** The table is made when it is open. */
  #list(): void {
    if (!need<HTMLDetailsElement>(this, 'details.all').open) return;
    const rows = this.#run().requests.map((request) => h('tr', {}, ...cells(request, this.#text).map((cell, i) => (i === 0 ? h('th', { scope: 'row' }, cell) : h('td', {}, cell)))));
    need(this, '[data-rows]').replaceChildren(...rows);
  }
}

/** Holds a drawing of draw.ts. */
const picture = (drawing: Shape): HTMLElement => h('div', {}, toElement(drawing));

customElements.define('worker-simulator', WorkerSimulatorElement);
