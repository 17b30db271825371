type Enlarge = typeof import('./enlarge.ts');

/**
 * Defines the element that opens a page's drawings over the whole window; once a page. Markup: FigureFrame.astro, Figure.astro.
 * @param load fetches what does so, on the first click. The page says it: this module is in a file of all pages, and most have no drawing.
 */
export function defineFigureFrame(load: () => Promise<Enlarge>): void {
  class FigureFrameElement extends HTMLElement {
    #listeners = new AbortController();

    connectedCallback(): void {
      this.#listeners = new AbortController();
      const { signal } = this.#listeners;
      for (const button of document.querySelectorAll<HTMLButtonElement>('[data-enlarge]')) {
        button.hidden = false;
        // When it does not come, the page says so.
        button.addEventListener('click', () => void load().then(({ enlarge }) => enlarge(this, button), () => undefined), { signal });
      }
    }

    disconnectedCallback(): void {
      this.#listeners.abort();
    }
  }

  customElements.define('figure-frame', FigureFrameElement);
}
