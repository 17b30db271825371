import { h, need, withCode } from '../../explorers/dom.ts';
import { ExplorerElement } from '../../explorers/explorer-element.ts';
import { localized } from '../../i18n/locales.ts';
import { rungs } from './ladder.ts';
import { defaults, reuse, whoGivesUp, type TimeOuts, type Verdict, type Work } from './model.ts';
import { mayBeNone, readSettings, scenarios, type ScenarioName, type Settings } from './settings.ts';
import { strings } from './strings.ts';

const costs = ['compute', 'query', 'idle'] as const;
const svg = 'http://www.w3.org/2000/svg';

/** Says who gives up first with the limits that the reader sets. Markup: TimeOuts.astro. */
export class TimeOutsElement extends ExplorerElement<Settings> {
  readonly #text = localized(strings, document.documentElement.lang);

  protected override read(value: unknown): Settings | undefined {
    return readSettings(value);
  }

  protected override begin(): void {
    this.#show(this.#settings());
  }

  protected override restore(settings: Settings): void {
    this.#fill(settings);
    this.#show(settings);
  }

  protected override listen(form: HTMLFormElement, signal: AbortSignal): void {
    form.addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === 'scenario') this.#fill(scenarios[target.value as ScenarioName]);
        const settings = this.#settings();
        this.#show(settings);
        this.keep(settings);
      },
      { signal },
    );
  }

  #field<T extends HTMLInputElement | HTMLSelectElement = HTMLInputElement>(name: string): T {
    return need<T>(this, `[name="${name}"]`);
  }

  #settings(): Settings {
    const none: readonly string[] = mayBeNone;
    const number = (name: string): number => Number(this.#field(name).value);
    const timeouts = Object.fromEntries(Object.keys(defaults).map((name) => [name, none.includes(name) ? number(name) || null : number(name)]));
    const work: Work = {
      worker: this.#field<HTMLSelectElement>('worker').value as Work['worker'],
      upstream: this.#field<HTMLSelectElement>('upstream').value as Work['upstream'],
      compute: number('compute'),
      query: number('query'),
      idle: number('idle'),
      stop: number('stop') || null,
      isUnread: this.#field('isUnread').checked,
    };
    return { timeouts: timeouts as unknown as TimeOuts, work };
  }

  #fill({ timeouts, work }: Settings): void {
    for (const name of Object.keys(defaults) as (keyof TimeOuts)[]) this.#field(name).value = String(timeouts[name] ?? 0);
    for (const name of costs) this.#field(name).value = String(work[name]);
    this.#field('stop').value = String(work.stop ?? 0);
    this.#field<HTMLSelectElement>('worker').value = work.worker;
    this.#field<HTMLSelectElement>('upstream').value = work.upstream;
    this.#field('isUnread').checked = work.isUnread;
  }

  #show(settings: Settings): void {
    const text = this.#text;
    const { timeouts, work } = settings;
    const verdict = whoGivesUp(timeouts, work);
    const values: Readonly<Record<string, number | null>> = { ...timeouts, compute: work.compute, query: work.query, idle: work.idle, stop: work.stop };
    for (const [name, value] of Object.entries(values)) {
      const isNone = value === null || (name === 'gunicornTimeout' && value === 0);
      need<HTMLOutputElement>(this, `output[for="time-outs-${name}"]`).value = isNone ? text.none : text.seconds(value);
    }
    const head = h('tr', {}, ...text.columns.map((column) => h('th', { scope: 'col' }, column)));
    const rows = verdict.logs.map(({ log, text: line }) => h('tr', {}, h('th', { scope: 'row' }, text.logs[log]), h('td', {}, h('code', {}, line))));
    const remarks = [...verdict.inVain.map(({ who, until }) => text.inVain(who, until)), ...text.kept(reuse(timeouts, work), work.idle)];
    need(this, '[data-shown]').replaceChildren(
      h('p', {}, h('b', {}, withCode(text.verdict(verdict))), ` ${text.client(verdict.status)}`),
      h('div', { class: 'tbl', role: 'group', 'aria-label': text.result, tabindex: '0' }, h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows))),
      h('ul', { class: 'dots' }, ...remarks.map((remark) => h('li', {}, withCode(remark)))),
    );
    this.#draw(settings, verdict);
  }

  #draw(settings: Settings, verdict: Verdict): void {
    const text = this.#text;
    const ladder = rungs(settings);
    const scale = Math.max(1, Number.isFinite(verdict.at) ? verdict.at : 0, ...ladder.map(({ to }) => to), settings.work.compute + settings.work.query);
    const rows = ladder.map(({ hop, limit, from, to }) => {
      const isFirst = limit === verdict.limit;
      const bar = document.createElementNS(svg, 'svg');
      for (const [name, value] of Object.entries({ class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' })) bar.setAttribute(name, value);
      const rect = document.createElementNS(svg, 'rect');
      for (const [name, value] of Object.entries({ x: (from / scale) * 100, width: ((to - from) / scale) * 100, height: 10 })) rect.setAttribute(name, String(value));
      bar.append(rect);
      const cell = h('td', {}, h('span', {}, text.ends(to, isFirst)));
      cell.prepend(bar);
      return h('tr', isFirst ? { class: 'first' } : {}, h('th', { scope: 'row' }, `${text.hops[hop]} `, h('code', {}, text.limits[limit])), cell);
    });
    need(this, '[data-ladder] tbody').replaceChildren(...rows);
  }
}

customElements.define('time-outs', TimeOutsElement);
