import { whenNear } from '../shared/when-near.ts';
import type { DoneView } from './done-view.ts';

/** Marks a chapter as read. What does so comes with the quiz, once the reader is near the end or presses. Markup: ProgressDone.astro. */
export class ChapterDoneElement extends HTMLElement {
  #listeners = new AbortController();
  #view: DoneView | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    whenNear(this, () => this.#load());
    // A press before it has come counts, too.
    this.querySelector('[data-mark]')?.addEventListener('click', () => void this.#load().then((view) => view.toggle(), () => undefined), { signal });
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    this.#view = undefined;
  }

  async #load(): Promise<DoneView> {
    const { DoneView } = await import('../../layouts/chapter-end.ts');
    return (this.#view ??= new DoneView(this, this.#listeners.signal));
  }
}

customElements.define('chapter-done', ChapterDoneElement);
