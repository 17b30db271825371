import { h, need, withCode } from '../../explorers/dom.ts';
import { ExplorerElement } from '../../explorers/explorer-element.ts';
import { localized } from '../../i18n/locales.ts';
import { resolve, type Resolution } from './model.ts';
import { scenarios, zoneOrigins, type ScenarioName, type Settings } from './scenarios.ts';
import { readSettings, worldOf, type Problems } from './settings.ts';
import { strings } from './strings.ts';
import { keptRows, stops } from './trace.ts';
import { emptyCaches, type Caches } from './world.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Follows a look-up through what the reader has set. Markup: NameResolution.astro. */
export class NameResolutionElement extends ExplorerElement<Settings> {
  readonly #text = localized(strings, document.documentElement.lang);
  #caches: Caches = emptyCaches;
  #now = 0;

  protected override read(value: unknown): Settings | undefined {
    return readSettings(value);
  }

  protected override begin(): void {
    this.#follow();
  }

  protected override restore(settings: Settings): void {
    this.#fill(settings);
    this.#forget();
    this.#follow();
  }

  protected override listen(form: HTMLFormElement, signal: AbortSignal): void {
    form.addEventListener('submit', () => (this.#follow(), this.keep(this.#settings())), { signal });
    form.addEventListener(
      'change',
      ({ target }) => {
        if (!(target instanceof HTMLSelectElement) || target.name !== 'scenario') return;
        this.restore(scenarios[target.value as ScenarioName]);
        this.keep(this.#settings());
      },
      { signal },
    );
    form.addEventListener('input', () => this.#say(worldOf(this.#settings()).problems), { signal });
    form.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest<HTMLElement>('[data-later], [data-forget]') : null;
        if (!button) return;
        if (button.hasAttribute('data-forget')) this.#forget();
        else this.#now += Number(button.dataset['later']);
        this.#showCaches();
      },
      { signal },
    );
  }

  #field<T extends Field>(name: string): T {
    return need<T>(this, `[name="${name}"]`);
  }

  #settings(): Settings {
    const value = (name: string): string => this.#field(name).value;
    return {
      name: value('name'),
      type: value('type') as Settings['type'],
      hosts: value('hosts'),
      sources: value('sources') as Settings['sources'],
      doh: this.#field<HTMLInputElement>('doh').checked,
      resolver: this.#field<HTMLInputElement>('silent').checked ? 'silent' : 'answers',
      zones: zoneOrigins.map((_, i) => ({ text: value(`zone${i}`), state: value(`state${i}`) as Settings['zones'][number]['state'] })),
    };
  }

  #fill({ name, type, hosts, sources, doh, resolver, zones }: Settings): void {
    for (const [field, text] of Object.entries({ name, type, hosts, sources })) this.#field(field).value = text;
    this.#field<HTMLInputElement>('doh').checked = doh;
    this.#field<HTMLInputElement>('silent').checked = resolver === 'silent';
    for (const [i, zone] of zones.entries()) {
      this.#field(`zone${i}`).value = zone.text;
      this.#field(`state${i}`).value = zone.state;
    }
  }

  #forget(): void {
    this.#caches = emptyCaches;
    this.#now = 0;
  }

  #follow(): void {
    const settings = this.#settings();
    const { world, name, problems } = worldOf(settings, this.#caches);
    this.#say(problems);
    if (problems.name) return this.#field('name').focus();
    const result = resolve(world, name, settings.type, this.#now);
    this.#caches = result.world.caches;
    this.#show(result);
    this.#showCaches();
  }

  #show({ steps, outcome }: Resolution): void {
    const mark = this.querySelector('.trace .mk');
    const items = stops(steps, this.#text).map(({ title, text, state, phase }) => {
      const item = h('li', { class: `${phase} ${state}` }, h('b', {}, title), withCode(text));
      if (mark) item.prepend(mark.cloneNode(true));
      return item;
    });
    need(this, '[data-shown]').replaceChildren(h('ol', { class: 'trace' }, ...items), h('p', { class: 'result' }, withCode(this.#text.outcomes(outcome))));
  }

  #showCaches(): void {
    const rows = keptRows(this.#caches, this.#now, this.#text);
    need(this, '[data-clock]').textContent = this.#text.clock(this.#now);
    need(this, '[data-kept]').hidden = rows.length === 0;
    need(this, '[data-nothing]').hidden = rows.length > 0;
    need(this, '[data-kept] tbody').replaceChildren(
      ...rows.map(([where, question, answer, left]) => h('tr', {}, h('th', { scope: 'row' }, where), h('td', {}, h('code', {}, question)), h('td', {}, answer), h('td', {}, left))),
    );
  }

  #say({ name, skipped, zones }: Problems): void {
    const text = this.#text;
    const put = (field: string, sentences: readonly string[], isWrong: boolean): void => {
      need(this, `[data-problem="${field}"]`).replaceChildren(...sentences.flatMap((sentence, i) => [...(i ? [h('br')] : []), withCode(sentence)]));
      this.#field(field).setAttribute('aria-invalid', String(isWrong));
    };
    put('name', name ? [text.problems[name]] : [], name !== undefined);
    put('hosts', skipped.map(text.skipped), false);
    for (const [i, problems] of zones.entries()) put(`zone${i}`, problems.map(text.zoneProblem), problems.length > 0);
  }
}

customElements.define('name-resolution', NameResolutionElement);
