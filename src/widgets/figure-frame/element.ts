import { enlargement } from './model.ts';

/** Opens the page's drawings over the whole window; once a page. Markup: FigureFrame.astro, Figure.astro. */
export class FigureFrameElement extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-enlarge]')) {
      button.hidden = false;
      button.addEventListener('click', () => this.#open(button), { signal });
    }
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #open(button: HTMLButtonElement): void {
    const dialog = this.querySelector('dialog');
    const place = dialog?.querySelector('div');
    const figure = button.closest('figure');
    const drawing = figure?.querySelector<SVGSVGElement>('.drawing svg');
    const caption = dialog?.querySelector('p');
    if (!dialog || !place || !caption || !figure || !drawing) return;

    const label = figure.querySelector('figcaption b')?.textContent ?? '';
    caption.textContent = `${label} ${figure.querySelector('figcaption span')?.textContent ?? ''}`;
    // Moved, not copied: a copy would repeat the drawing's ids.
    const home = drawing.parentElement;
    const { width, height } = drawing.getBoundingClientRect();
    home?.style.setProperty('min-block-size', `${home.offsetHeight}px`);
    place.replaceChildren(drawing);
    dialog.addEventListener(
      'close',
      () => {
        home?.append(drawing);
        drawing.style.removeProperty('inline-size');
        drawing.style.removeProperty('block-size');
        home?.style.removeProperty('min-block-size');
        button.focus();
      },
      { once: true },
    );
    dialog.showModal();
    const { paddingLeft, paddingTop } = getComputedStyle(place);
    const room = { width: place.clientWidth - 2 * parseFloat(paddingLeft), height: place.clientHeight - 2 * parseFloat(paddingTop) };
    const factor = enlargement({ width, height }, room);
    drawing.style.inlineSize = `${Math.floor(width * factor)}px`;
    drawing.style.blockSize = `${Math.floor(height * factor)}px`;
  }
}

customElements.define('figure-frame', FigureFrameElement);
