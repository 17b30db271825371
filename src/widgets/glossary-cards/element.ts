import type { Cards } from './cards.ts';

/** What may open or close a card: by a term or beside it, and on the whole page. */
const acts = { onText: ['pointerover', 'focusin', 'click'], anywhere: ['keydown', 'resize'] } as const;

/** Something that the reader did, with the term that it was done to. */
export type Act = readonly [event: Event, term: HTMLAnchorElement | null];

/**
 * Shows what a term means where it is used: under the pointer, on focus, on a tap. Script and texts of the cards come
 * when the reader turns to the first term. Markup: GlossaryCards.astro; terms are links `a.term[data-term]`. Where no
 * card comes, they stay links.
 */
export class GlossaryCardsElement extends HTMLElement {
  #listeners = new AbortController();
  #cards: Cards | undefined;
  /** What the reader did while the cards were on their way. */
  #waiting: Act[] | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const options = { signal: this.#listeners.signal };
    const main = this.closest('main') ?? document;
    const meet = (event: Event): void => this.#meet([event, termOf(event.target)]);
    for (const name of acts.onText) main.addEventListener(name, meet, options);
    for (const name of acts.anywhere) addEventListener(name, meet, options);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    this.#waiting = undefined;
    this.#cards?.close();
  }

  #meet(act: Act): void {
    const [event, term] = act;
    if (this.#cards) return this.#cards.meet(act);
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    const isTap = isTouch && event.type === 'click';
    if (!this.#waiting && (!term || (isTouch && !isTap))) return;
    // Of two taps on the same term the second follows the link.
    if (isTap && term && !this.#waiting?.some(([{ type }, other]) => type === 'click' && other === term)) event.preventDefault();
    if (this.#waiting) this.#waiting.push(act);
    else {
      this.#waiting = [act];
      void this.#load();
    }
  }

  async #load(): Promise<void> {
    const [part, answer] = await Promise.all([import('./cards.ts'), fetch(this.dataset['source'] ?? '')]).catch(() => []);
    const cards = answer && (await part?.cardsOf(answer).catch(() => undefined));
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!waiting) return;
    this.#cards = cards;
    if (cards) for (const act of waiting) cards.meet(act);
    else {
      // Another term, another try; a tap follows its link.
      const [event, term] = waiting.findLast(([{ type }]) => type === 'click') ?? [];
      if (event?.defaultPrevented && term) location.assign(term.href);
    }
  }
}

function termOf(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a.term[data-term]') : null;
}

customElements.define('glossary-cards', GlossaryCardsElement);
