import { opensSearch, shortcutKey } from './shortcut.ts';

/**
 * Opens the search by the header's link, `/` and Ctrl-K or Cmd-K. This part is on every page; the dialog and the
 * index come on first use. Without it the link leads to the search page. Markup: SiteSearch.astro.
 */
export class SiteSearchElement extends HTMLElement {
  #listeners = new AbortController();
  #isLoading = false;
  /** What is typed while the dialog is on its way. */
  #typed = '';

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener('click', (event) => this.#click(event), { signal });
    document.addEventListener('keydown', (event) => this.#press(event), { signal });
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #click(event: MouseEvent): void {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented || !(event.target as Element).closest?.('[data-search-open]')) return;
    event.preventDefault();
    void this.#open();
  }

  #press(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, defaultPrevented } = event;
    if (defaultPrevented) return;
    if (this.#isLoading && !ctrlKey && !metaKey && (key.length === 1 || key === 'Backspace')) {
      event.preventDefault();
      this.#typed = key === 'Backspace' ? this.#typed.slice(0, -1) : this.#typed + key;
      return;
    }
    const target = event.composedPath()[0] as HTMLElement;
    const isTyping = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (!opensSearch(event, isTyping, isOff())) return;
    // A figure that is shown large stays in front.
    if (document.querySelector('dialog:modal:not(.search)')) return;
    event.preventDefault();
    void this.#open();
  }

  async #open(): Promise<void> {
    const field = document.querySelector<HTMLInputElement>('[data-search-field]');
    if (field) {
      field.select();
      return;
    }
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const { loadDialog } = await import('./dialog.ts');
      const dialog = await loadDialog(this);
      dialog.open(this.#typed);
    } catch {
      // The search page does the same; without a network there is none, and the reader would lose this page.
      const link = document.querySelector<HTMLAnchorElement>('a[data-search-open]');
      if (link && (await fetch(link.href).catch(() => undefined))?.ok) location.assign(link.href);
    } finally {
      this.#isLoading = false;
      this.#typed = '';
    }
  }
}

function isOff(): boolean {
  try {
    return localStorage.getItem(shortcutKey) === 'off';
  } catch {
    return false;
  }
}

customElements.define('site-search', SiteSearchElement);
