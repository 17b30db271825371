import sheet from '../../styles/python-exercise.css?url';
import { localized } from '../../i18n/locales.ts';
import { onProgress, progress } from '../../progress/browser.ts';
import { answerKey, longestProgram, withExercise } from '../../progress/model.ts';
import { find, make } from '../shared/dom.ts';
import { loadSheet } from '../shared/load-sheet.ts';
import { ownMarkup } from '../shared/trusted.ts';
import { notice, verdict } from '../shared/verdict-line.ts';
import { EditorArea } from './editor-area.ts';
import type { ExerciseData } from './exercise-data.ts';
import { dataOf } from './exercise-file.ts';
import { after, mayOpenHint, mayOpenSolution, recordOf, stateOf, type ExerciseEvent, type ExerciseState } from './model.ts';
import { exchangeView } from './exchange-view.ts';
import { FrameworkPanel } from './framework-panel.ts';
import type { ExerciseRequest } from './own-request.ts';
import { parseReport, problemIn, summary } from './report.ts';
import { RequestForm } from './request-form.ts';
import { resultSentence, testDetail, testList, withCode } from './result-view.ts';
import { canRun, RunControls } from './run-controls.ts';
import type { Outcome } from './runtime/manager.ts';
import { pagePython } from './runtime/page-python.ts';
import { notGraded, strings, type Strings } from './strings.ts';

/** Milliseconds after the last key until the program is kept. */
const keepAfter = 600;

/**
 * Makes an exercise work. Waits for its style and its data, which no other part of the page needs.
 * @throws Error when the data does not come
 */
export async function openExercise(host: HTMLElement): Promise<void> {
  const [data] = await Promise.all([dataOf(host.dataset['exercise'] ?? ''), loadSheet(sheet)]);
  if (!host.dataset['open']) new ExerciseView(host, data);
  host.dataset['open'] = '';
}

/** An exercise that runs: editor, tests, hints and solution by steps, a request of the reader's own. */
class ExerciseView {
  readonly #data: ExerciseData;
  readonly #text: Strings;
  readonly #area: EditorArea;
  readonly #controls: RunControls;
  readonly #framework: FrameworkPanel | undefined;
  readonly #says = make('output', 'x-says');
  readonly #result = make('div', 'x-result');
  readonly #ownResult = make('div', 'x-result');
  readonly #ownSays = make('output', 'x-says');
  readonly #hints: readonly HTMLDetailsElement[];
  /** The worked solution, and the same program with a framework. */
  readonly #solutions: readonly HTMLDetailsElement[];
  #state: ExerciseState;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Typed since it was last kept. */
  #isDirty = false;
  /** The program before it was replaced by the start. */
  #before: string | undefined;

  constructor(host: HTMLElement, data: ExerciseData) {
    this.#data = data;
    this.#text = localized(strings, this.#data.locale);
    this.#hints = [...host.querySelectorAll<HTMLDetailsElement>('details[data-hint]')];
    this.#solutions = [...host.querySelectorAll<HTMLDetailsElement>('details:is([data-solution], [data-framework])')];
    const record = progress.read().exercises[this.#key];
    this.#state = stateOf(record);

    const help = make('p', 'x-help', this.#text.leave);
    help.id = `leave-${this.#key.replace('/', '-')}`;
    this.#area = new EditorArea({
      text: record?.text ?? this.#data.starter,
      label: this.#text.program,
      helpId: help.id,
      help: this.#text.leave,
      onInput: () => this.#typed(),
      onEscape: () => this.#say(notice(this.#text.tabLeaves)),
    });
    const python = pagePython(this.#data.manifest);
    this.#controls = new RunControls(python, this.#text, this.#data.bytes, {
      run: () => void this.#run(),
      reset: () => this.#reset(),
      say: (...content) => this.#say(...content),
      failed: () => this.#render(),
    });
    find(host, '[data-start]').replaceWith(this.#area.root, help, this.#controls.root, this.#says, this.#result, this.#ownRequest());
    const { framework } = this.#data;
    if (framework) {
      const panel = find(host, 'details[data-framework]');
      find(panel, '[data-program]').replaceWith(ownMarkup(framework.html));
      if (canRun) panel.append((this.#framework = new FrameworkPanel(python, this.#data, framework, this.#text)).root);
    }
    this.#follow();
    this.#render();
  }

  get #key(): string {
    return answerKey(this.#data.chapter, this.#data.id);
  }

  #follow(): void {
    for (const [i, hint] of this.#hints.entries()) {
      hint.addEventListener('toggle', () => hint.open && this.#happened({ kind: 'hint', number: i + 1 }));
    }
    for (const solution of this.#solutions) solution.addEventListener('toggle', () => solution.open && this.#happened({ kind: 'solution' }));
    addEventListener('pagehide', () => this.#keep());
    document.addEventListener('visibilitychange', () => document.hidden && this.#keep());
    onProgress(() => this.#changedElsewhere(), new AbortController().signal);
  }

  #typed(): void {
    this.#isDirty = true;
    this.#before = undefined;
    this.#controls.showUndo(false);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), keepAfter);
  }

  #keep(): void {
    if (!this.#isDirty) return;
    this.#write();
    const { text } = this.#area;
    if (text.length > longestProgram) this.#say(notice(this.#text.tooLong));
    else if (progress.problem) this.#say(notice(this.#text.problem[progress.problem]));
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    progress.update((all) => {
      const before = all.exercises[this.#key];
      const record = recordOf(this.#state, this.#area.text, this.#data.starter, new Date().toISOString(), before, longestProgram);
      return record ? withExercise(all, this.#key, record) : all;
    });
  }

  /** Another tab wrote, or the progress page cleared or imported. */
  #changedElsewhere(): void {
    if (this.#isDirty) return;
    const record = progress.read().exercises[this.#key];
    this.#state = stateOf(record);
    const text = record?.text ?? this.#data.starter;
    if (text !== this.#area.text && this.#area.text.length <= longestProgram) this.#area.text = text;
    this.#render();
  }

  #happened(event: ExerciseEvent): void {
    const next = after(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    this.#write();
    this.#render();
  }

  #render(): void {
    for (const [i, hint] of this.#hints.entries()) hint.hidden = !mayOpenHint(this.#state, i + 1);
    // Who cannot run Python here is not kept from reading.
    for (const solution of this.#solutions) solution.hidden = !mayOpenSolution(this.#state) && !this.#controls.hasFailed;
    this.#controls.showSolved(this.#state.phase === 'passed');
  }

  #say(...content: readonly Node[]): void {
    this.#says.replaceChildren(...content);
  }

  #reset(): void {
    if (this.#before === undefined) {
      const before = this.#area.text;
      this.#area.text = this.#data.starter;
      this.#typed();
      if (before !== this.#data.starter) this.#before = before;
      this.#result.replaceChildren();
    } else {
      this.#area.text = this.#before;
      this.#typed();
    }
    this.#controls.showUndo(this.#before !== undefined);
    this.#say(notice(this.#before === undefined ? this.#text.undone : this.#text.resetDone));
  }

  async #run(): Promise<void> {
    this.#keep();
    this.#area.markLine(undefined);
    this.#result.replaceChildren();
    this.#say(notice(this.#text.running));
    const { interface: kind, requests } = this.#data;
    const outcome = await this.#controls.python.run({ interface: kind, requests }, this.#area.text);
    const report = outcome.kind === 'report' ? parseReport(outcome.report) : undefined;
    if (!report) {
      this.#say(notice(this.#notGraded(outcome)));
      this.#happened({ kind: 'cut' });
      return;
    }
    const { bold, rest } = resultSentence(report, this.#text);
    this.#say(verdict(report.accepted, bold, make('span', '', ...withCode(rest))));
    this.#result.replaceChildren(testList(report, this.#text, this.#data.locale));
    this.#framework?.compare(report);
    this.#area.markLine(summary(report).first?.error?.line);
    this.#happened({ kind: 'graded', accepted: report.accepted });
  }

  #notGraded(outcome: Outcome): string {
    return notGraded(outcome, this.#text, outcome.kind === 'report' ? problemIn(outcome.report) : undefined);
  }

  #ownRequest(): HTMLElement {
    const { requests, interface: kind } = this.#data;
    const form = new RequestForm(requests[0]?.request ?? {}, kind === 'asgi', `own-${this.#key.replace('/', '-')}`, this.#text, (request) => void this.#send(request));
    return make('details', 'hint', make('summary', '', this.#text.own), make('p', 'small', this.#text.ownHelp), form.root, this.#ownSays, this.#ownResult);
  }

  /** Shows what arrives and what goes out; counts as no try. */
  async #send(request: ExerciseRequest): Promise<void> {
    const { python } = this.#controls;
    this.#ownResult.replaceChildren();
    if (python.state.kind === 'off' || python.state.kind === 'failed') {
      this.#ownSays.replaceChildren(notice(this.#text.ownNotLoaded));
      return;
    }
    this.#ownSays.replaceChildren(notice(this.#text.running));
    const outcome = await python.run({ interface: this.#data.interface, requests: [{ id: 'own', title: '', request }] }, this.#area.text);
    const report = outcome.kind === 'report' ? parseReport(outcome.report) : undefined;
    const [test] = report?.tests ?? [];
    if (!report || !test) {
      this.#ownSays.replaceChildren(notice(this.#notGraded(outcome)));
      return;
    }
    this.#ownSays.replaceChildren(verdict(test.accepted, test.accepted ? this.#text.ownRuns : this.#text.ownBroken));
    this.#ownResult.replaceChildren(testDetail(test, this.#text, this.#data.locale), exchangeView(test.exchange, test.response, this.#text));
  }
}
