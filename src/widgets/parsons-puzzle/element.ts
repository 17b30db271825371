import { whenNear } from '../shared/when-near.ts';

/** Brings a puzzle to life once the reader comes near it; until then its script is not loaded. Markup: ParsonsPuzzle.astro. */
export class ParsonsPuzzleElement extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    whenNear(this, () => import('./puzzle-view.ts').then(({ openPuzzle }) => openPuzzle(this, signal)));
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }
}

customElements.define('parsons-puzzle', ParsonsPuzzleElement);
