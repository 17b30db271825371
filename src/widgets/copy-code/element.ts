import { textToCopy } from './model.ts';

/** Makes the copy buttons of the page's plates work; once a page. Markup: CopyCode.astro, Listing.astro. */
export class CopyCodeElement extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
      button.hidden = false;
      button.addEventListener('click', () => void this.#copy(button), { signal: this.#listeners.signal });
    }
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    const plate = button.closest<HTMLElement>('[data-plate]');
    const lines = [...(plate?.querySelectorAll('.l') ?? [])].map((line) => ({
      text: line.firstElementChild?.textContent ?? '',
      isTyped: line.classList.contains('in'),
    }));
    const label = button.textContent;
    let said = this.dataset['copied'] ?? '';
    try {
      await navigator.clipboard.writeText(textToCopy(plate?.dataset['plate'] ?? '', lines));
      button.textContent = said;
      setTimeout(() => (button.textContent = label), 2000);
    } catch {
      said = this.dataset['failed'] ?? '';
    }
    const output = this.querySelector('output');
    if (output) output.value = said;
  }
}

customElements.define('copy-code', CopyCodeElement);
