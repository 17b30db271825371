import { need } from './dom.ts';
import { awaitGuess } from './prediction.ts';
import { SharedState } from './shared-state.ts';

/**
 * What all explorers do: wait for the guess, keep their state in the address, show the state of a link, and listen only
 * while they stand in a page. `T` is the state. Markup: a <Prediction>, then the form.
 */
export abstract class ExplorerElement<T> extends HTMLElement {
  #listeners = new AbortController();
  #state: SharedState<T> | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const open = awaitGuess(this, () => this.begin(), signal);
    this.#state = new SharedState<T>(this, { read: (value) => this.read(value), show: (state) => (open(), this.restore(state)) });
    const form = need<HTMLFormElement>(this, 'form:not([data-prediction])');
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.listen(form, signal);
    void this.#state.start(signal);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  /** Remembers the state: call it after each change. */
  protected keep(state: T): void {
    void this.#state?.keep(state);
  }

  /** The state that a link holds, or undefined when it is none: links are written by anybody. */
  protected abstract read(value: unknown): T | undefined;

  /** Shows a state that came with a link. */
  protected abstract restore(state: T): void;

  /** Shows what the fields say, when the reader has guessed. */
  protected abstract begin(): void;

  /** Listens to the reader. What the form is sent for is prevented already. */
  protected abstract listen(form: HTMLFormElement, signal: AbortSignal): void;
}
