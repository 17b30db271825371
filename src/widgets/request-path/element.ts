import { need } from '../../explorers/dom.ts';
import { ExplorerElement } from '../../explorers/explorer-element.ts';
import { localized } from '../../i18n/locales.ts';
import { fresh, giveUp, look, looks, modes, most, name, readState, score, stepAfter, type Case, type Diagnosis, type Failure, type HopId, type Look, type Mode, type Recordings, type State } from './model.ts';
import { strings } from './strings.ts';
import { caseView, closedView, failureView, shotView, stepsView } from './views.ts';

/** Follows a request, shows how it dies, and hides failures to be found. Markup: RequestPath.astro. */
export class RequestPathElement extends ExplorerElement<State> {
  readonly #text = localized(strings, document.documentElement.lang);
  readonly #marks = new Map<string, Element>();
  readonly #diagnoses = new Map<number, Diagnosis>();
  #data: Recordings | undefined;
  #step = 0;

  protected override read(value: unknown): State | undefined {
    const options = (field: string): string[] => [...need<HTMLSelectElement>(this, `[name="${field}"]`).options].map((option) => option.value);
    return readState(value, { scenarios: options('scenario'), failures: options('failure'), cases: options('case').length });
  }

  protected override begin(): void {
    void this.#show();
  }

  protected override restore(state: State): void {
    this.#fill(state);
    void this.#show();
  }

  protected override listen(form: HTMLFormElement, signal: AbortSignal): void {
    for (const mark of this.querySelectorAll('.trace .mk')) this.#marks.set(mark.parentElement?.className ?? '', mark);
    const changed = async (isStep = false): Promise<void> => {
      this.keep(this.#state());
      await this.#show();
      if (isStep) this.querySelector('.trace [aria-current]')?.scrollIntoView({ block: 'nearest' });
    };
    form.addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === 'scenario') this.#step = 0;
        void changed();
      },
      { signal },
    );
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('button') : null;
        if (button && this.#act(button)) void changed('by' in button.dataset);
      },
      { signal },
    );
    this.addEventListener(
      'submit',
      (event) => {
        if (!(event.target instanceof HTMLFormElement) || !event.target.hasAttribute('data-answer-form')) return;
        event.preventDefault();
        this.#answer(event.target);
        this.keep(this.#state());
      },
      { signal },
    );
  }

  #value(field: string): string {
    return need<HTMLSelectElement>(this, `[name="${field}"]`).value;
  }

  get #mode(): Mode {
    const value = this.querySelector<HTMLInputElement>('[name="request-path-mode"]:checked')?.value;
    return modes.find((mode) => mode === value) ?? 'follow';
  }

  get #case(): number {
    return Number(this.#value('case'));
  }

  get #diagnosis(): Diagnosis {
    return this.#diagnoses.get(this.#case) ?? fresh;
  }

  #state(): State {
    return { mode: this.#mode, scenario: this.#value('scenario'), step: this.#step, failure: this.#value('failure'), case: this.#case, taken: this.#diagnosis.taken };
  }

  #fill({ mode, scenario, step, failure, case: number, taken }: State): void {
    for (const input of this.querySelectorAll<HTMLInputElement>('[name="request-path-mode"]')) input.checked = input.value === mode;
    for (const [field, value] of Object.entries({ scenario, failure, case: String(number) })) need<HTMLSelectElement>(this, `[name="${field}"]`).value = value;
    this.#step = step;
    this.#diagnoses.set(number, { ...fresh, taken });
  }

  /** Does what a button says. Returns whether something is to be shown anew. */
  #act({ dataset }: HTMLButtonElement): boolean {
    const { by, look: wanted } = dataset;
    const what = looks.find((one) => one === wanted);
    if (by !== undefined) this.#step = stepAfter(this.#step, Number(by), this.#data?.scenarios.find(({ id }) => id === this.#value('scenario'))?.steps.length);
    else if (what) this.#diagnoses.set(this.#case, look(this.#diagnosis, what));
    else if ('giveUp' in dataset) this.#diagnoses.set(this.#case, giveUp(this.#diagnosis));
    else if ('again' in dataset) this.#diagnoses.delete(this.#case);
    else if ('nextCase' in dataset) need<HTMLSelectElement>(this, '[name="case"]').value = String(this.#case + 1);
    else return false;
    if ('again' in dataset || 'nextCase' in dataset) need(this, '[name="case"]').focus();
    return true;
  }

  async #load(): Promise<Recordings | undefined> {
    if (this.#data) return this.#data;
    const status = need(this, '[data-loading]');
    status.textContent = this.#text.loading;
    try {
      const response = await fetch(this.dataset['source'] ?? '');
      if (!response.ok) throw new Error(`the recordings answered ${response.status}`);
      this.#data = (await response.json()) as Recordings;
      status.textContent = '';
    } catch {
      status.textContent = this.#text.failed;
    }
    return this.#data;
  }

  async #show(): Promise<void> {
    const mode = this.#mode;
    for (const part of this.querySelectorAll<HTMLElement>('[data-for]')) part.hidden = part.dataset['for'] !== mode;
    const data = await this.#load();
    if (!data || mode !== this.#mode) return;
    if (mode === 'follow') this.#follow(data);
    else if (mode === 'break') this.#break(data);
    else this.#find(data);
  }

  #follow({ scenarios }: Recordings): void {
    const scenario = scenarios.find(({ id }) => id === this.#value('scenario'));
    if (!scenario) return;
    this.#step = stepAfter(this.#step, 0, scenario.steps.length);
    const count = scenario.steps.length;
    need(this, '[data-title]').textContent = scenario.title;
    const list = need(this, '[data-steps]');
    list.replaceChildren(...stepsView(scenario, this.#step, this.#text, (phase) => this.#mark(phase)));
    need(this, '[data-place]').textContent = this.#text.place(this.#step + 1, count, scenario.steps[this.#step]?.title ?? '');
    need(this, '[data-by="-1"]').setAttribute('aria-disabled', String(this.#step === 0));
    need(this, '[data-by="1"]').setAttribute('aria-disabled', String(this.#step === count - 1));
  }

  #break({ failures }: Recordings): void {
    const failure = failures.find(({ id }) => id === this.#value('failure'));
    if (failure) need(this, '[data-failure]').replaceChildren(...failureView(failure, this.#text, (phase) => this.#mark(phase)));
  }

  #find(data: Recordings): void {
    const one = data.cases[this.#case];
    const truth = data.failures.find(({ id }) => id === one?.failure);
    if (!one || !truth) return;
    const place = need(this, '[data-case]');
    // A look adds to the case; the fields and the place of the focus stay.
    if (place.dataset['case'] !== String(this.#case) || this.#diagnosis === fresh) {
      place.dataset['case'] = String(this.#case);
      place.replaceChildren(...caseView(one, data.failures, this.#text));
      need(this, '[data-said]').textContent = '';
    }
    this.#takenAndClosed(data, one, truth);
  }

  #takenAndClosed(data: Recordings, one: Case, truth: Failure): void {
    const text = this.#text;
    const { taken, state } = this.#diagnosis;
    const shown = need(this, '[data-taken]');
    for (const what of taken.slice(shown.childElementCount)) shown.append(shotView(truth.looks[what], text, text.looks[what]));
    for (const button of this.querySelectorAll<HTMLElement>('[data-look]')) button.setAttribute('aria-disabled', String(state !== 'open' || taken.some((what) => what === button.dataset['look'])));
    const last: Look | undefined = taken.at(-1);
    if (state === 'open' && last) need(this, '[data-said]').textContent = text.looked(text.looks[last].replaceAll('`', ''), taken.length);
    const closed = need(this, '[data-closed-case]');
    need(this, '[data-answer-form]').hidden = state !== 'open';
    if (state === 'open') return closed.replaceChildren();
    closed.replaceChildren(...closedView(one, truth, taken, this.#case === data.cases.length - 1, text));
    const done = [...this.#diagnoses].filter(([, { state: end }]) => end !== 'open');
    const points = done.reduce((sum, [number, diagnosis]) => sum + score(diagnosis, data.cases[number]?.way ?? []), 0);
    const own = state === 'solved' ? `${text.answers.right} ${text.scored(score(this.#diagnosis, one.way), most)}` : text.gaveUp;
    const said = need(this, '[data-said]');
    said.textContent = `${own} ${text.total(points, done.length, data.cases.length)}`;
    said.tabIndex = -1;
    said.focus({ preventScroll: true });
  }

  #answer(form: HTMLFormElement): void {
    const fields = new FormData(form);
    const [hop, failure] = [String(fields.get('hop')), String(fields.get('cause'))];
    const truth = this.#data?.failures.find(({ id }) => id === this.#data?.cases[this.#case]?.failure);
    if (!truth) return;
    const said = need(this, '[data-said]');
    if (!hop || !failure) {
      said.textContent = this.#text.incomplete;
      return;
    }
    const { diagnosis, answer } = name(this.#diagnosis, { hop: hop as HopId, failure }, truth);
    this.#diagnoses.set(this.#case, diagnosis);
    if (answer === 'right') void this.#show();
    else said.textContent = this.#text.answers[answer];
  }

  /** A copy of a phase's mark, as the page draws it. */
  #mark(phase: string): Node {
    return this.#marks.get(phase)?.cloneNode(true) ?? document.createTextNode('');
  }
}

customElements.define('request-path', RequestPathElement);
