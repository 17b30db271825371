import { make } from '../shared/dom.ts';
import { notice, verdict } from '../shared/verdict-line.ts';
import type { ExerciseData } from './exercise-data.ts';
import { parseReport, problemIn, summary, type Report } from './report.ts';
import { testList, type Beside } from './result-view.ts';
import type { Outcome, PythonRuntime, RuntimeState } from './runtime/manager.ts';
import { notGraded, type Strings } from './strings.ts';

/**
 * Runs the program that uses a framework, and shows what it does beside what the reader's own program does. The
 * framework is fetched by the button here and by nothing else.
 */
export class FrameworkPanel {
  readonly root: HTMLElement;
  readonly #python: PythonRuntime;
  readonly #data: ExerciseData;
  readonly #framework: NonNullable<ExerciseData['framework']>;
  readonly #text: Strings;
  readonly #button = make('button', 'btn line');
  readonly #says = make('output', 'x-says');
  readonly #result = make('div', 'x-result');
  #report: Report | undefined;
  #own: Report | undefined;
  /** A run that was asked for here is under way. */
  #isRunning = false;
  /** It came once, so its size is no news. */
  #hasCome = false;
  #told: RuntimeState['kind'] | undefined;

  constructor(python: PythonRuntime, data: ExerciseData, framework: NonNullable<ExerciseData['framework']>, text: Strings) {
    this.#python = python;
    this.#data = data;
    this.#framework = framework;
    this.#text = text;
    this.#button.type = 'button';
    this.#button.addEventListener('click', () => void this.#run());
    this.root = make('div', 'x-framework', make('p', 'acts', this.#button), this.#says, this.#result);
    python.listen((state) => this.#changed(state), new AbortController().signal);
    this.#show(python.state);
  }

  /** The reader's program was graded: it stands beside from now on. */
  compare(own: Report): void {
    this.#own = own;
    this.#render();
  }

  #changed(state: RuntimeState): void {
    this.#show(state);
    if (!this.#isRunning || state.kind === this.#told) return;
    this.#told = state.kind;
    const { loadingPython, starting, attaching, importing, running, megabytes, kilobytes } = this.#text;
    const { archive, bytes } = this.#framework;
    const sentences: Partial<Readonly<Record<RuntimeState['kind'], string>>> = {
      loading: loadingPython(megabytes(this.#data.bytes)),
      starting,
      attaching: attaching(archive.title, kilobytes(bytes)),
      importing: importing(archive.title),
      running,
    };
    const sentence = sentences[state.kind];
    if (sentence) this.#says.replaceChildren(notice(sentence));
  }

  #show({ kind }: RuntimeState): void {
    const { runWith, megabytes, kilobytes } = this.#text;
    const size = this.#hasCome ? undefined : kilobytes(this.#framework.bytes);
    this.#button.textContent = runWith(this.#framework.archive.title, size, kind === 'off' || kind === 'failed' ? megabytes(this.#data.bytes) : undefined);
    // A button that is switched off would lose the focus.
    this.#button.setAttribute('aria-disabled', String(this.#isRunning || (kind !== 'off' && kind !== 'failed' && kind !== 'ready')));
  }

  async #run(): Promise<void> {
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    const { interface: kind, requests } = this.#data;
    const { source, archive } = this.#framework;
    this.#isRunning = true;
    this.#told = undefined;
    this.#report = undefined;
    this.#result.replaceChildren();
    this.#python.start();
    const outcome = await this.#python.run({ interface: kind, requests }, source, { ...archive, address: new URL(archive.address, location.href).href });
    this.#isRunning = false;
    this.#hasCome ||= outcome.kind === 'report';
    this.#report = outcome.kind === 'report' ? parseReport(outcome.report) : undefined;
    this.#show(this.#python.state);
    this.#says.replaceChildren(this.#report ? this.#verdict(this.#report) : notice(this.#failure(outcome)));
    this.#render();
  }

  #verdict(report: Report): HTMLElement {
    const { passed, of } = summary(report);
    return verdict(report.accepted, report.accepted ? this.#text.allPassed(of) : this.#text.passed(passed, of));
  }

  /** Why nothing was graded. A Python that did not start is the reason for everything. */
  #failure(outcome: Outcome): string {
    const { state } = this.#python;
    const { failed, unattached, tryAgain } = this.#text;
    if (state.kind === 'failed') return `${failed[state.problem]} ${tryAgain}`;
    if (outcome.kind === 'unattached') return `${unattached(this.#framework.archive.title)[outcome.problem]} ${tryAgain}`;
    return notGraded(outcome, this.#text, outcome.kind === 'report' ? problemIn(outcome.report) : undefined);
  }

  #render(): void {
    if (!this.#report) return;
    const beside: Beside = { label: this.#text.withFramework(this.#framework.archive.title), other: this.#text.program, report: this.#own };
    // What the reader has opened stays open.
    const open = [...this.#result.querySelectorAll('details')].map((details) => details.open);
    const { canImport, compareLater } = this.#text;
    const next = make('p', 'small quiet', [canImport(this.#framework.archive.title), ...(this.#own ? [] : [compareLater])].join(' '));
    this.#result.replaceChildren(next, testList(this.#report, this.#text, this.#data.locale, beside));
    for (const [i, details] of this.#result.querySelectorAll('details').entries()) details.open = open[i] ?? false;
  }
}
