/** A rectangle in the window. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a card goes, in the window. */
export interface CardPlace {
  readonly left: number;
  readonly top: number;
}

/**
 * Puts a card into the page's margin beside its term, or under the term where there is no margin.
 * @param term box of the term's link
 * @param card size of the card
 * @param page box of the text with its margin; the margin is its last `margin` pixels, 0 when there is none
 * @param window_ size of the window
 */
export function placeCard(
  term: Box,
  card: { readonly width: number; readonly height: number },
  page: { readonly right: number; readonly margin: number },
  window_: { readonly width: number; readonly height: number },
): CardPlace {
  const column = page.right - page.margin;
  if (page.margin >= card.width && term.right <= column) {
    return { left: column, top: clamp(term.top - 4, 64, window_.height - card.height - 8) };
  }
  const left = clamp(term.left, 16, window_.width - card.width - 16);
  const isRoomBelow = term.bottom + 6 + card.height <= window_.height;
  return { left, top: isRoomBelow ? term.bottom + 6 : Math.max(8, term.top - card.height - 6) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
