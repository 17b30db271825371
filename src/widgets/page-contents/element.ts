import { sectionAt } from './model.ts';

/** Marks the section that is being read among the links to the page's sections; closes a popover that it stands in. */
export class PageContentsElement extends HTMLElement {
  #listeners = new AbortController();
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);
    const mark = (): void => {
      const line = innerHeight * 0.3;
      // At the end of the page the last section is read, however short it is.
      const isEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
      const current = isEnd ? links.length - 1 : sectionAt(headings.map((heading) => heading.getBoundingClientRect().top), line);
      for (const [i, link] of links.entries()) link.ariaCurrent = i === current ? 'location' : null;
    };
    // Fires whenever a heading crosses the window's edges or the line at which its section begins.
    this.#observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px' });
    for (const heading of headings) this.#observer.observe(heading);
    addEventListener('scrollend', mark, { signal: this.#listeners.signal, passive: true });
    this.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('a')) this.closest<HTMLElement>(':popover-open')?.hidePopover();
      },
      { signal: this.#listeners.signal },
    );
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    this.#observer?.disconnect();
  }
}

customElements.define('page-contents', PageContentsElement);
