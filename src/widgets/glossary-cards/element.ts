import { placeCard } from './model.ts';

/** Milliseconds before a card opens under a resting pointer, and before it closes: time to cross the text to the margin. */
const delay = { open: 250, close: 700 } as const;

/**
 * Shows what a term means where it is used: under the pointer, on focus, on a tap. Escape closes it; the pointer may
 * move onto it. Markup: GlossaryCards.astro; terms are links `a.term[data-term]`.
 */
export class GlossaryCardsElement extends HTMLElement {
  #listeners = new AbortController();
  #card: HTMLElement | undefined;
  #term: HTMLAnchorElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const options = { signal: this.#listeners.signal };
    const main = this.closest('main') ?? document;
    const later = (action: () => void, time: number): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(action, time);
    };
    main.addEventListener(
      'pointerover',
      (event) => {
        const { target, pointerType } = event as PointerEvent;
        if (pointerType === 'touch') return;
        const term = termOf(target);
        if (term) later(() => this.#open(term), delay.open);
        else if (this.#card?.contains(target as Node)) clearTimeout(this.#timer);
        else if (this.#card && !this.#term?.matches(':focus')) later(() => this.#close(), delay.close);
        else clearTimeout(this.#timer);
      },
      options,
    );
    main.addEventListener('focusin', ({ target }) => {
      const term = termOf(target);
      if (term?.matches(':focus-visible')) this.#open(term);
      else if (!this.#card?.contains(target as Node)) this.#close();
    }, options);
    main.addEventListener('click', (event) => {
      const { target } = event;
      const term = termOf(target);
      const isTouch = (event as PointerEvent).pointerType === 'touch';
      if (term && isTouch && term !== this.#term) {
        event.preventDefault();
        this.#open(term);
      } else if (!this.#card?.contains(target as Node)) this.#close();
    }, options);
    addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close(), options);
    addEventListener('resize', () => this.#close(), options);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    this.#close();
  }

  #open(term: HTMLAnchorElement): void {
    if (term === this.#term) return;
    this.#close();
    const template = this.querySelector<HTMLTemplateElement>(`template[data-term="${CSS.escape(term.dataset['term'] ?? '')}"]`);
    if (!template) return;
    const card = document.createElement('div');
    card.className = 'gloss-card';
    card.id = 'term-card';
    card.popover = 'manual';
    card.append(template.content.cloneNode(true));
    // Behind its term in the document: the next Tab goes into the card, and a screen reader meets it there.
    term.after(card);
    term.setAttribute('aria-describedby', card.id);
    card.showPopover();
    this.#card = card;
    this.#term = term;
    this.#place(term, card);
  }

  #place(term: HTMLAnchorElement, card: HTMLElement): void {
    const page = term.closest('.page');
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const hasMargin = page !== null && page.clientWidth >= 53 * rem;
    const { left, top } = placeCard(
      term.getClientRects()[0] ?? term.getBoundingClientRect(),
      { width: card.offsetWidth, height: card.offsetHeight },
      { right: page?.getBoundingClientRect().right ?? innerWidth, margin: hasMargin ? 16 * rem : 0 },
      { width: document.documentElement.clientWidth, height: innerHeight },
    );
    // From the page's origin, so that the card scrolls with its term.
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#term?.removeAttribute('aria-describedby');
    this.#card?.remove();
    this.#card = undefined;
    this.#term = undefined;
  }
}

function termOf(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a.term[data-term]') : null;
}

customElements.define('glossary-cards', GlossaryCardsElement);
