import { make } from '../shared/dom.ts';
import { fill } from '../shared/format.ts';
import { notice } from '../shared/verdict-line.ts';
import type { PythonRuntime, RuntimeState } from './runtime/manager.ts';
import type { Strings } from './strings.ts';

/** Without WebAssembly nothing is offered that would fetch megabytes for nothing. */
export const canRun = typeof WebAssembly === 'object';

/** What the buttons do. */
export interface RunActions {
  run(): void;
  reset(): void;
  say(...content: readonly Node[]): void;
  failed(): void;
}

/**
 * The buttons below an editor, and what Python is doing. The first button loads Python, then runs; it keeps its
 * place and its focus. The exercise where loading was asked for announces it; the others only show it.
 */
export class RunControls {
  readonly root: HTMLElement;
  readonly python: PythonRuntime;
  readonly #text: Strings;
  readonly #bytes: number;
  readonly #actions: RunActions;
  readonly #main = button('btn solid');
  readonly #stop = button('btn line');
  readonly #reset = button('btn line');
  readonly #bar = document.createElement('progress');
  readonly #note = make('span', 'quiet');
  readonly #solved = make('b', 'x-solved');
  #wasReady = false;
  /** Loading was asked for here. */
  #isMine = false;

  constructor(python: PythonRuntime, text: Strings, bytes: number, actions: RunActions) {
    this.python = python;
    this.#text = text;
    this.#bytes = bytes;
    this.#actions = actions;
    this.#stop.textContent = text.stop;
    this.#reset.textContent = text.reset;
    this.#solved.textContent = text.solved;
    this.#bar.setAttribute('aria-hidden', 'true');
    this.#main.addEventListener('click', () => this.#press());
    this.#stop.addEventListener('click', () => {
      this.#main.focus();
      python.stop();
    });
    this.#reset.addEventListener('click', () => actions.reset());
    this.root = make('div', 'x-run', make('p', 'acts', this.#main, this.#stop, this.#reset, this.#solved), make('p', 'acts small', this.#bar, this.#note));
    this.showSolved(false);
    python.listen((state) => this.#changed(state), new AbortController().signal);
    this.#show(python.state);
    if (canRun) return;
    this.#main.hidden = true;
    this.#note.textContent = `${text.failed['no-wasm']} ${text.stillReadable}`;
  }

  get hasFailed(): boolean {
    return this.python.state.kind === 'failed' || !canRun;
  }

  showUndo(isOffered: boolean): void {
    this.#reset.textContent = isOffered ? this.#text.undo : this.#text.reset;
  }

  showSolved(isSolved: boolean): void {
    this.#solved.hidden = !isSolved;
  }

  #press(): void {
    const { kind } = this.python.state;
    if (kind === 'ready') return this.#actions.run();
    if (kind !== 'off' && kind !== 'failed') return;
    this.#isMine = true;
    this.#actions.say(notice(fill(this.#text.loading, { size: this.#text.megabytes(this.#bytes) })));
    this.python.start();
  }

  #changed(state: RuntimeState): void {
    this.#show(state);
    if (state.kind === 'failed') this.#actions.failed();
    if (!this.#isMine) return;
    if (state.kind === 'ready') {
      this.#isMine = false;
      this.#actions.say(notice(this.#text.ready(state.python)));
    }
    if (state.kind === 'failed') {
      this.#isMine = false;
      const { failed, stillReadable } = this.#text;
      this.#actions.say(notice(`${failed[state.problem]} ${stillReadable}`));
    }
  }

  #show(state: RuntimeState): void {
    const { load, loadAgain, run, megabytes, about, loaded, starting, restarting, attaching, importing, kilobytes, running, ready } = this.#text;
    this.#wasReady ||= state.kind === 'ready';
    const size = megabytes(this.#bytes);
    const isWaiting = !['off', 'ready', 'failed'].includes(state.kind);
    const isOff = !this.#wasReady && (state.kind === 'off' || state.kind === 'loading' || state.kind === 'starting');
    this.#main.textContent = state.kind === 'failed' ? loadAgain : isOff ? fill(load, { size }) : run;
    // A button that is switched off would lose the focus.
    this.#main.setAttribute('aria-disabled', String(isWaiting));
    this.#stop.hidden = state.kind !== 'running';
    this.#bar.hidden = !['loading', 'starting', 'attaching', 'importing'].includes(state.kind);
    if ((state.kind === 'loading' || state.kind === 'attaching') && state.total > 0) {
      this.#bar.max = state.total;
      this.#bar.value = state.loaded;
    } else this.#bar.removeAttribute('value');
    const notes: Readonly<Record<RuntimeState['kind'], string>> = {
      off: about,
      loading: state.kind === 'loading' && state.total > 0 ? loaded((state.loaded / 1e6).toFixed(1), megabytes(state.total)) : loaded('0.0', size),
      starting: this.#wasReady ? restarting : starting,
      attaching: state.kind === 'attaching' ? attaching(state.title, kilobytes(state.total)) : '',
      importing: state.kind === 'importing' ? importing(state.title) : '',
      ready: state.kind === 'ready' ? ready(state.python) : '',
      running,
      failed: '',
    };
    this.#note.textContent = notes[state.kind];
  }
}

function button(className: string): HTMLButtonElement {
  const made = make('button', className);
  made.type = 'button';
  return made;
}
