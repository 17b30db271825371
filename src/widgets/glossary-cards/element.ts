import type { CardDeck } from './card-deck.ts';

/** Milliseconds before a card opens under a resting pointer, and before it closes: time to cross the text to the margin. */
const delay = { open: 250, close: 700 } as const;

/**
 * Shows what a term means where it is used: under the pointer, on focus, on a tap. Escape closes it; the pointer may
 * move onto it. Markup: GlossaryCards.astro; terms are links `a.term[data-term]`. Where no card comes, they stay links.
 */
export class GlossaryCardsElement extends HTMLElement {
  #listeners = new AbortController();
  #card: HTMLElement | undefined;
  /** The term whose card is open, or on its way. */
  #term: HTMLAnchorElement | undefined;
  /** Fetched when the reader turns to the first term. */
  #deck: Promise<CardDeck> | undefined;
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
        if (term) {
          void this.#load();
          later(() => void this.#open(term), delay.open);
        } else if (this.#card?.contains(target as Node)) clearTimeout(this.#timer);
        else if (this.#term && !this.#term.matches(':focus')) later(() => this.#close(), delay.close);
        else clearTimeout(this.#timer);
      },
      options,
    );
    main.addEventListener('focusin', ({ target }) => {
      const term = termOf(target);
      if (term?.matches(':focus-visible')) void this.#open(term);
      else if (!this.#card?.contains(target as Node)) this.#close();
    }, options);
    main.addEventListener('click', (event) => {
      const { target } = event;
      const term = termOf(target);
      const isTouch = (event as PointerEvent).pointerType === 'touch';
      if (term && isTouch && term !== this.#term) {
        event.preventDefault();
        void this.#open(term).then((isOpen) => isOpen || location.assign(term.href));
      } else if (!this.#card?.contains(target as Node)) this.#close();
    }, options);
    addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close(), options);
    addEventListener('resize', () => this.#close(), options);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    this.#close();
  }

  #load(): Promise<CardDeck> {
    this.#deck ??= Promise.all([import('./card-deck.ts'), fetch(this.dataset['source'] ?? '')])
      .then(([{ deckOf }, answer]) => deckOf(answer))
      .catch(() => {
        // Another term, another try.
        this.#deck = undefined;
        return { show: () => undefined };
      });
    return this.#deck;
  }

  /** Returns false when there is no card to open. */
  async #open(term: HTMLAnchorElement): Promise<boolean> {
    if (term === this.#term) return true;
    this.#close();
    this.#term = term;
    const deck = await this.#load();
    // By now another term is wanted, or none.
    if (this.#term !== term) return true;
    this.#card = deck.show(term);
    if (!this.#card) this.#term = undefined;
    return this.#card !== undefined;
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
