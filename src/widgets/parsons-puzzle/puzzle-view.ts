import sheet from '../../styles/puzzle-live.css?url';
import { localized } from '../../i18n/locales.ts';
import { onProgress, progress } from '../../progress/browser.ts';
import { answerKey, answerTo, withAnswer, type AnswerRecord } from '../../progress/model.ts';
import { recordAfter, recordShown } from '../chapter-quiz/model.ts';
import { dataOf } from '../python-exercise/exercise-file.ts';
import { contentOf, find, icon, make } from '../shared/dom.ts';
import { fill, fillCount } from '../shared/format.ts';
import { loadSheet } from '../shared/load-sheet.ts';
import { addOrderButtons, stepsOf } from '../shared/order-buttons.ts';
import { addOrderDrag } from '../shared/order-drag.ts';
import { notice, verdict } from '../shared/verdict-line.ts';
import { addActs } from './acts.ts';
import { keepDraft, readDraft } from './draft.ts';
import { start, write, type Arrangement, type Choice, type Finding, type PuzzleKey } from './model.ts';
import { checkNow, openState, stateFrom, triesUntilSolution, type PuzzleState } from './state.ts';
import { strings, type ClientStrings } from './strings.ts';

/** Brings a puzzle to life as soon as it is known what is right, and what its script adds has its style. */
export async function openPuzzle(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const [{ chapter, id, locale, puzzle }] = await Promise.all([dataOf(root.dataset['exercise'] ?? ''), loadSheet(sheet)]);
  if (puzzle && !signal.aborted) new PuzzleView(root, { chapter, exercise: id, locale, key: puzzle }, signal);
}

/** What a puzzle is, beside what stands on the page. */
interface About {
  /** Slug of its chapter. */
  readonly chapter: string;
  readonly exercise: string;
  readonly locale: string;
  readonly key: PuzzleKey;
}

/** A puzzle on the page: shows its state, and hears the reader. */
class PuzzleView {
  readonly #root: HTMLElement;
  readonly #text: ClientStrings;
  readonly #key: PuzzleKey;
  readonly #chapter: string;
  readonly #exercise: string;
  readonly #locale: string;
  readonly #parts;
  readonly #nameButtons: () => void;
  #state: PuzzleState;
  /** What was kept when last looked at. */
  #known: string;
  /** When the main button last changed its meaning. */
  #changed = 0;

  constructor(root: HTMLElement, { chapter, exercise, locale, key }: About, signal: AbortSignal) {
    this.#root = root;
    this.#text = localized(strings, locale).client;
    this.#key = key;
    this.#chapter = chapter;
    this.#exercise = exercise;
    this.#locale = locale;
    this.#parts = {
      list: find(root, '[data-list]'),
      solution: find<HTMLDetailsElement>(root, '[data-solution]'),
      ...addActs(root, this.#text),
    };
    const { list, main, show } = this.#parts;
    this.#nameButtons = addOrderButtons(list, { text: this.#text, nameOf: (step) => this.#nameOf(step), moved: (sentence) => this.#moved(sentence) });
    addOrderDrag(list, (step) => this.#dragged(step), signal);
    list.addEventListener('change', () => this.#chosen(), { signal });
    main.addEventListener('click', ({ timeStamp }) => {
      if (this.#state.phase === 'open') this.#check();
      // The press that checked, held or doubled, must not mix the lines at once.
      else if (timeStamp - this.#changed > 500) this.#again();
    }, { signal });
    show.addEventListener('click', () => this.#show(), { signal });
    onProgress(() => this.#refresh(), signal);

    const record = this.#record;
    this.#known = JSON.stringify(record) ?? '';
    this.#state = stateFrom(record, this.#key);
    this.#arrange(readDraft(this.#draft, this.#key) ?? this.#state.checked ?? this.#read());
    this.#render();
  }

  /** Name of what is kept among the answers. */
  get #name(): string {
    return `puzzle-${this.#exercise}`;
  }

  get #draft(): string {
    return answerKey(this.#chapter, this.#exercise);
  }

  get #record(): AnswerRecord | undefined {
    return answerTo(progress.read(), this.#chapter, this.#name, this.#key.rev);
  }

  /** What the reader has made, as it stands in the list. */
  #read(): Arrangement {
    return stepsOf(this.#parts.list).map((step) => {
      const block = Number(step.dataset['block']);
      const choice = step.querySelector<HTMLInputElement>('input:checked')?.value as Choice | undefined;
      return choice ? { block, choice } : { block };
    });
  }

  /** Puts an arrangement into the list; the comments stay. */
  #arrange(arrangement: Arrangement): void {
    const { list } = this.#parts;
    const steps = stepsOf(list);
    const places = steps.map((step) => {
      const place = document.createComment('');
      step.replaceWith(place);
      return place;
    });
    for (const [i, { block, choice }] of arrangement.entries()) {
      const step = steps.find(({ dataset }) => Number(dataset['block']) === block);
      if (!step) continue;
      places[i]?.replaceWith(step);
      for (const input of step.querySelectorAll('input')) input.checked = input.value === choice;
    }
    this.#nameButtons();
  }

  /** What a step is called: its line, the chosen line, or both lines of its pair. */
  #nameOf(step: HTMLElement): string {
    const choice = step.querySelector<HTMLInputElement>('input:checked')?.value;
    const lines = [...step.querySelectorAll<HTMLElement>('[data-line]')].filter(({ dataset }) => !choice || dataset['line'] === choice);
    const [a = '', b] = lines.map(({ textContent }) => (textContent ?? '').trim());
    return b === undefined ? a : fill(this.#text.pair, { a, b });
  }

  #dragged(step: HTMLElement): void {
    const steps = stepsOf(this.#parts.list);
    this.#nameButtons();
    this.#moved(fill(this.#text.moved, { text: this.#nameOf(step), place: steps.indexOf(step) + 1, of: steps.length }), step);
  }

  #moved(sentence: string, step: Element | null | undefined = document.activeElement?.closest('li')): void {
    let above = step?.previousElementSibling;
    while (above && !above.hasAttribute('data-fixed')) above = above.previousElementSibling;
    const subgoal = (above?.textContent ?? '').trim().replace(/^# /, '');
    this.#edited();
    this.#say(make('span', 'vh', sentence, subgoal && ` ${fill(this.#text.below, { subgoal })}`));
  }

  #chosen(): void {
    this.#nameButtons();
    this.#edited();
    this.#say(undefined);
  }

  /** A mark on something that has been changed since would be untrue. */
  #edited(): void {
    this.#clearMarks();
    keepDraft(this.#draft, this.#key, this.#read());
  }

  #check(): void {
    const arrangement = this.#read();
    const { outcome, state } = checkNow(this.#state, this.#key, arrangement);
    if (outcome.kind === 'same') return this.#say(notice(this.#text.same));
    this.#clearMarks();
    if (outcome.kind === 'unchosen') {
      for (const place of outcome.places) this.#mark(place, this.#text.markUnchosen);
      return this.#say(notice(fillCount(this.#text.unchosen, outcome.places.length, this.#locale)));
    }
    this.#state = state;
    const at = new Date().toISOString();
    this.#keep((before) => {
      const record = recordAfter(before, { rev: this.#key.rev, answer: write(arrangement), right: outcome.kind === 'right', sure: undefined, at });
      return state.phase === 'shown' ? recordShown(record, at) : record;
    });
    keepDraft(this.#draft, this.#key, undefined);
    this.#render();
    if (state.phase === 'open') this.#explain(outcome, arrangement);
    else this.#say(verdict(state.phase === 'right', state.phase === 'right' ? this.#text.right : this.#text.thirdTry));
  }

  /** Says and marks what is wrong, and nothing of what would be right. */
  #explain(finding: Finding, arrangement: Arrangement): void {
    if (finding.kind !== 'wrong') return;
    const { outOfPlace, wrongChoices } = finding;
    const steps = stepsOf(this.#parts.list);
    const parts: Node[] = [];
    const code = (place: number): HTMLElement => make('code', '', ...lineOf(steps[place], arrangement[place]?.choice));
    if (outOfPlace === undefined) parts.push(make('span', 'pz-part', this.#text.orderRight));
    else {
      this.#mark(outOfPlace, this.#text.markPlace);
      parts.push(make('span', 'pz-part', `${fill(this.#text.outOfPlace, { place: outOfPlace + 1 })} `, code(outOfPlace)));
    }
    for (const place of wrongChoices) {
      this.#mark(place, this.#text.markChoice);
      const why = this.#parts.solution.querySelector(`[data-distractor="${arrangement[place]?.block}"] [data-why]`);
      parts.push(make('span', 'pz-part', code(place), ': ', contentOf(why)));
    }
    const left = fillCount(this.#text.left, triesUntilSolution - this.#state.tries, this.#locale);
    this.#say(verdict(false, this.#text.wrong, ...parts, make('span', 'pz-part', left)));
  }

  #show(): void {
    const at = new Date().toISOString();
    this.#state = { ...this.#state, phase: 'shown' };
    this.#keep((before) => recordShown(before ?? recordAfter(undefined, { rev: this.#key.rev, answer: write(this.#read()), right: false, sure: undefined, at }), at));
    keepDraft(this.#draft, this.#key, undefined);
    this.#render();
    this.#say(notice(this.#text.shown));
    this.#parts.main.focus();
  }

  /** Another round. What was kept of the first one stays. */
  #again(): void {
    this.#state = openState;
    this.#arrange(start(this.#key, this.#exercise));
    keepDraft(this.#draft, this.#key, undefined);
    this.#render();
    this.#say(notice(this.#text.reset));
  }

  #keep(change: (before: AnswerRecord | undefined) => AnswerRecord): void {
    progress.update((all) => {
      const record = change(answerTo(all, this.#chapter, this.#name, this.#key.rev));
      this.#known = JSON.stringify(record);
      return withAnswer(all, answerKey(this.#chapter, this.#name), record);
    });
  }

  /** Takes over what another tab has kept, or that all was cleared. What is being put in order here stays. */
  #refresh(): void {
    const record = this.#record;
    const known = JSON.stringify(record) ?? '';
    if (known === this.#known) return;
    this.#known = known;
    this.#state = stateFrom(record, this.#key);
    if (!record) this.#arrange(start(this.#key, this.#exercise));
    this.#clearMarks();
    this.#render();
    this.#say(undefined);
  }

  #render(): void {
    const { list, solution, main, show } = this.#parts;
    const { phase, tries, checked } = this.#state;
    const isOver = phase !== 'open';
    this.#root.dataset['phase'] = phase;
    list.hidden = isOver;
    solution.hidden = !isOver;
    solution.open = isOver;
    show.hidden = isOver || (tries === 0 && !checked);
    const label = isOver ? this.#text.again : this.#text.check;
    if (main.textContent !== label) this.#changed = performance.now();
    main.textContent = label;
    main.classList.toggle('solid', !isOver);
    main.classList.toggle('line', isOver);
  }

  #mark(place: number, words: string): void {
    const step = stepsOf(this.#parts.list)[place];
    if (!step) return;
    step.classList.add('wrong');
    const tag = make('span', 'tag', icon('no'), words);
    tag.dataset['mark'] = '';
    find(step, '.pz-code').append(tag);
  }

  #clearMarks(): void {
    for (const mark of this.#parts.list.querySelectorAll('[data-mark]')) mark.remove();
    for (const step of stepsOf(this.#parts.list)) step.classList.remove('wrong');
  }

  /** Shows a sentence below the puzzle; a screen reader says it. */
  #say(content: Node | undefined): void {
    this.#parts.says.replaceChildren(...(content ? [content] : []));
  }
}

/** A copy of the line of a step: of a pair, of the chosen one. */
function lineOf(step: HTMLElement | undefined, choice: Choice | undefined): readonly Node[] {
  const line = step?.querySelector(choice ? `[data-line="${choice}"]` : '[data-line]');
  return line ? [contentOf(line)] : [];
}
