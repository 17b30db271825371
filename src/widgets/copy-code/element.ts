import { textToCopy } from './model.ts';

/**
 * Makes the copy buttons of the page's plates work, and gives headings a link to themselves that is copied when it is
 * followed; once a page. Markup: CopyCode.astro, Listing.astro.
 */
export class CopyCodeElement extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    for (const heading of document.querySelectorAll<HTMLElement>('article :is(h2, h3)[id]')) this.#link(heading);
    if (!navigator.clipboard) return;
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
      button.hidden = false;
      button.addEventListener('click', () => void this.#copy(button), { signal: this.#listeners.signal });
    }
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  /** For the pointer only: by keyboard and for screen readers the same link stands in the contents. */
  #link(heading: HTMLElement): void {
    if (heading.querySelector('.self')) return;
    const link = Object.assign(document.createElement('a'), { className: 'self', href: `#${heading.id}`, ariaHidden: 'true', tabIndex: -1, title: this.dataset['link'] ?? '' });
    heading.append(link);
    link.addEventListener('click', () => void this.#copyLink(link), { signal: this.#listeners.signal });
  }

  async #copyLink(link: HTMLAnchorElement): Promise<void> {
    const output = this.querySelector('output');
    try {
      await navigator.clipboard.writeText(link.href);
      link.dataset['copied'] = this.dataset['copied'];
      if (output) output.value = this.dataset['linked'] ?? '';
      setTimeout(() => delete link.dataset['copied'], 2000);
    } catch {
      // The address bar shows the link all the same.
    }
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
