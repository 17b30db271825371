import type { AnswerRecord } from '../../progress/model.ts';
import { addActs } from './acts.ts';
import { isPossible, type Answer, type AnswerKey } from './answer.ts';
import { possibleValues, readAnswer, writeAnswer } from './controls.ts';
import { find, make, option } from '../shared/dom.ts';
import { clearMarks, markControls, markSolution } from './marks.ts';
import { check, isOver, openState, recordAfter, recordShown, showSolution, stateFrom, type QuestionState } from './model.ts';
import { addOrderButtons } from '../shared/order-buttons.ts';
import type { ClientStrings } from './strings.ts';
import { notice, verdict } from '../shared/verdict-line.ts';
import { wrongVerdict } from './verdict.ts';

/** What a question asks of the quiz around it. */
export interface QuizHost {
  readonly text: ClientStrings;
  readonly locale: string;
  /** What is kept of a question's present revision. */
  recordOf(id: string, rev: number): AnswerRecord | undefined;
  /** Keeps an answer. `change` gets what is kept now, which may come from another tab. */
  keep(id: string, rev: number, change: (before: AnswerRecord | undefined) => AnswerRecord): void;
  /** Goes to the next open question, or to the result. */
  goOn(from: QuestionView): void;
  /** True when no question but this one is open. */
  isLast(view: QuestionView): boolean;
}

/** One question on the page: shows its state, and hears the reader. */
export class QuestionView {
  readonly root: HTMLElement;
  readonly id: string;
  readonly rev: number;
  readonly see: string;
  readonly number: number;
  readonly #host: QuizHost;
  readonly #key: AnswerKey;
  readonly #parts;
  readonly #hint: string;
  #state: QuestionState = openState;
  /** A later round has begun and has not been checked. */
  #isRepeated = false;
  /** What was kept when last looked at. */
  #known = '';
  /** When the main button last changed its meaning. */
  #changed = 0;

  constructor(root: HTMLElement, number: number, host: QuizHost, signal: AbortSignal) {
    const { question = '', rev = '1', see = '', key = '' } = root.dataset;
    this.root = root;
    this.number = number;
    this.id = question;
    this.rev = Number(rev);
    this.see = see;
    this.#host = host;
    this.#key = JSON.parse(key) as AnswerKey;
    this.#parts = {
      form: find<HTMLFormElement>(root, 'form'),
      controls: find(root, '[data-controls]'),
      solution: find<HTMLDetailsElement>(root, '[data-solution]'),
      list: find(root, '[data-list]'),
      hint: find(root, '[data-hint]'),
      ...addActs(root, host.text),
    };
    this.#hint = this.#parts.hint.textContent ?? '';
    this.#listen(signal);
    this.refresh();
    this.#render(true);
  }

  get isOver(): boolean {
    return isOver(this.#state);
  }

  get isOpen(): boolean {
    return this.#state.phase === 'open';
  }

  get record(): AnswerRecord | undefined {
    const record = this.#host.recordOf(this.id, this.rev);
    return record && isPossible(this.#key, record.last ?? record.first, possibleValues(this.root)) ? record : undefined;
  }

  /** Takes over what is kept, when that has changed. */
  refresh(): void {
    const { record } = this;
    const known = JSON.stringify(record) ?? '';
    if (known === this.#known) return;
    this.#known = known;
    this.#isRepeated = false;
    this.#state = stateFrom(record);
    writeAnswer(this.root, this.#key.kind, this.#state.answer ?? []);
    this.#render(true);
  }

  /** Opens the question for another round. The first answer stays kept. */
  repeat(): void {
    this.#state = openState;
    this.#isRepeated = true;
    if (this.#key.kind !== 'order') writeAnswer(this.root, this.#key.kind, []);
    this.#render(true);
  }

  /** Shows the question and puts focus into it. */
  focus(): void {
    this.root.scrollIntoView({ block: 'start' });
    const first = this.isOver ? undefined : this.#parts.controls.querySelector<HTMLElement>('input, select, button');
    (first ?? this.root).focus({ preventScroll: true });
  }

  #listen(signal: AbortSignal): void {
    const { form, show, controls } = this.#parts;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // The press that checked, held or doubled, must not lead on at once.
      if (!this.isOver) this.#check();
      else if (event.timeStamp - this.#changed > 500) this.#host.goOn(this);
    }, { signal });
    show.addEventListener('click', () => this.#show(), { signal });
    controls.addEventListener('input', ({ target }) => this.#clearStale(target), { signal });
    if (this.#key.kind === 'order') {
      addOrderButtons(controls, {
        text: this.#host.text,
        moved: (sentence) => {
          clearMarks(controls);
          this.#say(make('span', 'vh', sentence));
        },
      });
    }
  }

  /** A mark on something that has been changed since would be untrue. */
  #clearStale(target: EventTarget | null): void {
    const row = target instanceof HTMLSelectElement ? target.parentElement : undefined;
    if (row) clearMarks(row);
    if (this.#key.kind === 'short') clearMarks(this.#parts.controls);
  }

  #check(): void {
    const { text } = this.#host;
    const answer = readAnswer(this.root, this.#key.kind);
    const checked = check(this.#state, this.#key, answer);
    if (checked.verdict === 'empty' || checked.verdict === 'same') {
      this.#say(notice(checked.verdict === 'same' ? text.same : this.#emptyText()));
      return;
    }
    const sure = this.#sure();
    const at = new Date().toISOString();
    const isRight = checked.verdict === 'right';
    const repeated = this.#isRepeated && this.isOpen;
    this.#state = checked.state;
    this.#isRepeated = this.#isRepeated && !this.isOver;
    this.#keep((before) => recordAfter(before, { rev: this.rev, answer, right: isRight, sure, at, repeated }));
    this.#render(false);
  }

  #show(): void {
    this.#state = showSolution(this.#state);
    this.#keep((before) => recordShown(before ?? recordAfter(undefined, { rev: this.rev, answer: this.#state.answer ?? [], right: false, sure: undefined, at: '' }), new Date().toISOString()));
    this.#render(false);
    this.#parts.check.focus();
  }

  /** Keeps what `change` makes, and remembers it as this view's own. */
  #keep(change: (before: AnswerRecord | undefined) => AnswerRecord): void {
    this.#host.keep(this.id, this.rev, (before) => {
      const record = change(before);
      this.#known = JSON.stringify(record);
      return record;
    });
  }

  #sure(): boolean | undefined {
    const value = this.#parts.sure.querySelector<HTMLInputElement>(':checked')?.value;
    return value === undefined ? undefined : value === 'yes';
  }

  #emptyText(): string {
    const { text } = this.#host;
    return this.#key.kind === 'match' ? text.emptyMatch : this.#key.kind === 'short' ? text.emptyShort : text.empty;
  }

  /** @param isQuiet nothing is announced: the reader has not just done something here */
  #render(isQuiet: boolean): void {
    const { text } = this.#host;
    const { controls, solution, check: button, show, sure, read, hint, list } = this.#parts;
    const { phase, answer } = this.#state;
    const { kind } = this.#key;
    const over = this.isOver;
    this.root.dataset['phase'] = phase;
    clearMarks(controls);
    if (answer && (phase === 'again' || kind === 'point')) markControls(controls, this.#key, answer, text, over);
    for (const input of controls.querySelectorAll('input')) input.disabled = over && kind === 'point';
    controls.hidden = over && kind !== 'point';
    solution.hidden = !over;
    solution.open = over;
    if (answer && over) markSolution(list, this.#key, answer, text, (value) => this.#sideText(value));
    sure.hidden = over || this.record !== undefined;
    show.hidden = phase !== 'again';
    read.hidden = phase === 'open';
    hint.textContent = over ? text.answered : this.#hint;
    const label = over ? (this.#host.isLast(this) ? text.seeResult : text.next) : phase === 'again' ? text.checkAgain : text.check;
    if (button.textContent !== label) this.#changed = performance.now();
    button.textContent = label;
    button.classList.toggle('solid', !over);
    button.classList.toggle('line', over);
    this.#say(this.#verdict(answer), isQuiet);
  }

  #verdict(answer: Answer | undefined): Node | undefined {
    const { text, locale } = this.#host;
    const { phase } = this.#state;
    if (!answer || phase === 'open') return undefined;
    const typed = this.#key.kind === 'short' ? [text.yourAnswer, make('code', '', answer[0])] : [];
    if (phase === 'right') return verdict(true, text.isRight, ...typed);
    if (phase === 'shown') return verdict(false, text.solution, ...typed);
    return wrongVerdict({ key: this.#key, answer, solution: this.#parts.list, text, locale });
  }

  #sideText(value: string): string {
    const choices = this.#parts.controls.querySelector('select')?.options ?? [];
    return [...choices].find((choice) => choice.value === value)?.text ?? option(this.#parts.list, value)?.textContent ?? '';
  }

  /** Shows a sentence below the question; a screen reader says it once, unless `isQuiet`. */
  #say(content: Node | undefined, isQuiet = false): void {
    const { says } = this.#parts;
    if (isQuiet) says.setAttribute('aria-live', 'off');
    else says.removeAttribute('aria-live');
    says.replaceChildren(...(content ? [content] : []));
  }
}
