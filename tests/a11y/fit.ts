import type { Page } from '@playwright/test';

/**
 * What does not fit into the window: a page that scrolls sideways, and text that lies beyond the edge or is cut by a
 * box that hides what is too long. What scrolls inside its own frame fits, and so does what is hidden on purpose.
 */
export async function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > width) found.push(`the page is ${scrollWidth - width} px too wide`);

    const name = (element: Element): string => `${element.localName}.${[...element.classList].join('.')} “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
    const isAside = (element: Element): boolean => element.closest('.vh, .skip, [aria-hidden="true"], [popover]:not(:popover-open), dialog:not([open]), .sprite') !== null;
    const scrolls = (element: Element): boolean => {
      for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth) return true;
      }
      return false;
    };

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set<Element>();
    const cut = new Set<Element>();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !text.nodeValue?.trim() || seen.has(parent)) continue;
      seen.add(parent);
      if (!parent.checkVisibility({ visibilityProperty: true }) || isAside(parent)) continue;
      const range = document.createRange();
      range.selectNode(text);
      const { left, right } = range.getBoundingClientRect();
      // Spaces at the end of such a line hang over the edge, and nobody sees them.
      if (getComputedStyle(parent).whiteSpace === 'pre-wrap') continue;
      if ((right > width + 1 || left < -1) && !scrolls(parent)) found.push(`beyond the edge by ${Math.round(Math.max(right - width, -left))} px: ${name(parent)}`);
      for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(box);
        const cutsX = /hidden|clip/.test(overflowX) && box.scrollWidth > box.clientWidth + 1 && textOverflow !== 'ellipsis';
        const cutsY = /hidden|clip/.test(overflowY) && box.scrollHeight > box.clientHeight + 2;
        if ((cutsX || cutsY) && clipPath === 'none' && !cut.has(box)) {
          cut.add(box);
          found.push(`cut: ${name(box)}`);
        }
      }
    }
    return found;
  });
}

/** The spacing that a reader may set (WCAG 1.4.12), as a stylesheet of the browser would. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];
  });
}
