import { ownMarkup } from '../shared/trusted.ts';
import { placeCard } from './model.ts';

/** The cards of a page's terms. */
export interface CardDeck {
  /** Puts the card of a term into the page, open; returns nothing when the term has none. */
  show(term: HTMLAnchorElement): HTMLElement | undefined;
}

/**
 * The cards of a chapter from `terms.json`: HTML by id of the term.
 * @throws Error when something else was answered
 */
export async function deckOf(response: Response): Promise<CardDeck> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const cards = (await response.json()) as Readonly<Record<string, string>>;
  return {
    show(term) {
      const html = cards[term.dataset['term'] ?? ''];
      if (html === undefined) return undefined;
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
      return card;
    },
  };
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
