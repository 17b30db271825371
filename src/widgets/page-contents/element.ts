import { progress } from '../../progress/browser.ts';
import { withPlace } from '../../progress/model.ts';
import { HereView } from './here-view.ts';
import { sectionAt } from './model.ts';

/**
 * Marks the section that is being read among the links to the page's sections, and remembers it in a chapter; closes a
 * popover that it stands in.
 */
export class PageContentsElement extends HTMLElement {
  #listeners = new AbortController();
  #observer: IntersectionObserver | undefined;
  #here: HereView | undefined;
  /** The section to remember when the reader rests or leaves. */
  #section = '';
  #timer = 0;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const headings = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);
    const here = (this.#here ??= new HereView());
    const mark = (): void => {
      // All is measured before anything is written, so that the page is laid out once.
      const tops = headings.map((heading) => heading.getBoundingClientRect().top);
      const line = innerHeight * 0.3;
      const isScrolled = scrollY > 0;
      // At the end of the page the last section is read, however short it is.
      const isEnd = isScrolled && innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
      const current = isEnd ? links.length - 1 : sectionAt(tops, line);
      for (const [i, link] of links.entries()) link.ariaCurrent = i === current ? 'location' : null;
      here.show(links[current], isScrolled && (tops[0] ?? 0) < 0);
      // Whoever has not come past the first section has only had a look.
      if (current > 0 && isScrolled) this.#rest(headings[current]?.id ?? '');
    };
    // Fires whenever a heading crosses the window's edges or the line at which its section begins.
    this.#observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px' });
    for (const heading of headings) this.#observer.observe(heading);
    addEventListener('pagehide', () => this.#remember(), { signal: this.#listeners.signal });
    addEventListener('scrollend', mark, { signal: this.#listeners.signal, passive: true });
    this.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('a')) this.closest<HTMLElement>(':popover-open')?.hidePopover();
      },
      { signal: this.#listeners.signal },
    );
  }

  /** A section counts when the reader stays for some seconds. */
  #rest(section: string): void {
    if (section === this.#section) return;
    this.#section = section;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#remember(), 3000);
  }

  #remember(): void {
    const chapter = this.closest<HTMLElement>('[data-chapter]')?.dataset['chapter'];
    clearTimeout(this.#timer);
    if (chapter && this.#section && progress.read().chapters[chapter]?.place?.section !== this.#section) {
      progress.update((all) => withPlace(all, chapter, this.#section, new Date().toISOString()));
    }
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#listeners.abort();
    this.#observer?.disconnect();
  }
}

customElements.define('page-contents', PageContentsElement);
