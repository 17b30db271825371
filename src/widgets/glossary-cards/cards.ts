import { ownMarkup } from '../shared/trusted.ts';
import type { Act } from './element.ts';
import { placeCard } from './model.ts';

/** Milliseconds before a card opens under a resting pointer, and before it closes: time to cross the text to the margin. */
const delay = { open: 250, close: 700 } as const;

/**
 * The cards of a chapter from `terms.json`: HTML by id of the term.
 * @throws Error when something else was answered
 */
export async function cardsOf(response: Response): Promise<Cards> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return new Cards((await response.json()) as Readonly<Record<string, string>>);
}

/** The cards of a page's terms, of which one may be open. Escape closes it; the pointer may move onto it. */
export class Cards {
  readonly #html: Readonly<Record<string, string>>;
  #card: HTMLElement | undefined;
  /** The term whose card is open. */
  #term: HTMLAnchorElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(html: Readonly<Record<string, string>>) {
    this.#html = html;
  }

  /** Opens or closes a card, as the reader's act has it: what has just been done, or was done before the cards came. */
  meet([event, term]: Act): void {
    const isInCard = event.target instanceof Node && this.#card?.contains(event.target) === true;
    switch (event.type) {
      case 'pointerover':
        if ((event as PointerEvent).pointerType !== 'touch') this.#point(term, isInCard, performance.now() - event.timeStamp);
        break;
      case 'focusin':
        if (term?.matches(':focus-visible')) this.#open(term);
        else if (!isInCard) this.close();
        break;
      case 'click':
        if (term && (event as PointerEvent).pointerType === 'touch' && term !== this.#term) {
          event.preventDefault();
          if (!this.#open(term)) location.assign(term.href);
        } else if (!isInCard) this.close();
        break;
      case 'keydown':
        if ((event as KeyboardEvent).key === 'Escape') this.close();
        break;
      default:
        this.close();
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#term?.removeAttribute('aria-describedby');
    this.#card?.remove();
    this.#card = undefined;
    this.#term = undefined;
  }

  /** @param since milliseconds for which the pointer has rested already */
  #point(term: HTMLAnchorElement | null, isInCard: boolean, since: number): void {
    clearTimeout(this.#timer);
    if (term) this.#timer = setTimeout(() => this.#open(term), delay.open - since);
    else if (!isInCard && this.#term && !this.#term.matches(':focus')) this.#timer = setTimeout(() => this.close(), delay.close);
  }

  /** Returns false when the term has no card. */
  #open(term: HTMLAnchorElement): boolean {
    if (term === this.#term) return true;
    this.close();
    const html = this.#html[term.dataset['term'] ?? ''];
    if (html === undefined) return false;
    const card = document.createElement('div');
    card.className = 'gloss-card';
    card.id = 'term-card';
    card.popover = 'manual';
    card.append(ownMarkup(html));
    // Behind its term in the document: the next Tab goes into the card, and a screen reader meets it there.
    term.after(card);
    term.setAttribute('aria-describedby', card.id);
    card.showPopover();
    place(term, card);
    this.#card = card;
    this.#term = term;
    return true;
  }
}

function place(term: HTMLAnchorElement, card: HTMLElement): void {
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
