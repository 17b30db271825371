/**
 * Opens an explorer in the chapter when the reader asks for it; what that takes comes with the click.
 * Markup: components/chapter/Explorer.astro.
 */
export class ExplorerEmbedElement extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector<HTMLAnchorElement>('a[data-open]');
    link?.addEventListener('click', (event) => {
      // A new tab or window was asked for.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void this.#open(link);
    });
  }

  async #open(link: HTMLAnchorElement): Promise<void> {
    const status = this.querySelector('[role="status"]');
    if (this.hasAttribute('aria-busy') || !status) return;
    this.setAttribute('aria-busy', 'true');
    status.textContent = this.dataset['opening'] ?? '';
    try {
      // The page first: without a network it fails, and unlike a script it can be asked for again.
      const page = await fetchPage(link.href);
      const { openExplorer } = await import('./open-explorer.ts');
      await openExplorer(this, page);
      status.textContent = '';
    } catch {
      status.textContent = this.dataset['failed'] ?? '';
    } finally {
      this.removeAttribute('aria-busy');
    }
  }
}

/** A page of this site, in which no script runs. It is never a text, which might be anybody's: other sites cannot be asked. */
function fetchPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onloadend = () => (request.status === 200 && request.responseXML ? resolve(request.responseXML) : reject(new Error(`${address} answered ${request.status}`)));
    request.send();
  });
}

customElements.define('explorer-embed', ExplorerEmbedElement);
