/** Brings a puzzle to life once the reader comes near it; until then its script is not loaded. Markup: ParsonsPuzzle.astro. */
export class ParsonsPuzzleElement extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      void import('./puzzle-view.ts').then(({ PuzzleView }) => signal.aborted || new PuzzleView(this, signal));
    }, { rootMargin: '100%' });
    near.observe(this);
    signal.addEventListener('abort', () => near.disconnect());
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }
}

customElements.define('parsons-puzzle', ParsonsPuzzleElement);
