import { missingFrom, type PageParts } from './model.ts';

/** Opens an explorer in the chapter when the reader asks for it: takes it from the explorer's own page. Markup: components/chapter/Explorer.astro. */
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
      const page = await fetchPage(link.href);
      const explorer = page.querySelector<HTMLElement>('[data-explorer]');
      if (!explorer) throw new Error(`${link.href} holds no explorer`);
      const { styles, scripts } = missingFrom(partsOf(document), partsOf(page));
      // Before it can be seen it works: a press on a button without its script would be lost.
      await Promise.all([...styles.map(addStyle), ...scripts.map((url) => import(/* @vite-ignore */ url))]);
      explorer.removeAttribute('data-own-page');
      this.querySelector('[data-closed]')?.replaceWith(document.adoptNode(explorer));
      status.textContent = '';
      const heading = this.querySelector<HTMLElement>('h3');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
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

function partsOf(page: Document): PageParts {
  const urls = (selector: string, name: string): string[] =>
    [...page.querySelectorAll(selector)].map((element) => new URL(element.getAttribute(name) ?? '', location.href).href);
  return { styles: urls('link[rel="stylesheet"]', 'href'), scripts: urls('script[type="module"][src]', 'src'), origin: location.origin };
}

function addStyle(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const loaded = new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${href} could not be loaded`)));
  });
  document.head.append(link);
  return loaded;
}

customElements.define('explorer-embed', ExplorerEmbedElement);
