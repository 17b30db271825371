import type { Page } from '@playwright/test';

/** One stop of the focus on its way through a page. */
export interface Stop {
  /** Tag, id or class, and the first words: enough to find it. */
  readonly name: string;
  /** What is wrong with it, in words; empty when nothing is. */
  readonly faults: readonly string[];
}

interface Walk {
  stops: Stop[];
  seen: Set<Element>;
  first: Element | undefined;
  last: Element | undefined;
}

/**
 * Goes through the whole page with Tab, from the address bar until the focus leaves the page, and looks at each element
 * as it gets the focus: it comes in the order of the document, lies in the window, no sticky header covers it, and
 * an outline of at least 3:1 shows where the focus is. An editor keeps Tab for itself, so Escape goes before it there.
 * @param key `Tab`, or `Shift+Tab` from the end of the page upwards
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<readonly Stop[]> {
  await page.evaluate(watch, key === 'Tab');
  const limit = 1 + 2 * (await page.locator('a[href], button, input, select, textarea, summary, [tabindex]').count());
  for (let n = 0; n < limit; n++) {
    await page.keyboard.press(key);
    const where = await page.evaluate(() => (window as unknown as { look(): string }).look());
    if (where === 'out') return page.evaluate(() => (window as unknown as { finish(): Stop[] }).finish());
    if (where === 'field') await page.locator('.cm-content:focus').waitFor({ timeout: 20_000 });
    if (where === 'field' || where === 'editor') await page.keyboard.press('Escape');
  }
  const stops = await page.evaluate(() => (window as unknown as { walk: Walk }).walk.stops);
  throw new Error(`The focus does not leave the page: ${stops.slice(-5).map(({ name }) => name).join(' → ')}`);
}

/** Runs in the page: `look()` describes the element that has the focus now, and says what it is. */
function watch(isForward: boolean): void {
  const state: Walk = { stops: [], seen: new Set(), first: undefined, last: undefined };
  const holder = window as unknown as { walk: Walk; look(): string; finish(): Stop[] };
  holder.walk = state;

  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const attributes = ['id', 'class', 'name'].map((name) => element.getAttribute(name)).filter(Boolean)[0] ?? '';
    return `${element.localName}${attributes && `[${attributes}]`} “${label.trim().replace(/\s+/g, ' ').slice(0, 30)}”`;
  };

  type Colour = readonly [number, number, number, number];
  const colour = (text: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const light = ([r, g, b]: Colour): number => {
    const part = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = (element: Element | null): Colour => {
    for (let one = element; one; one = one.parentElement) {
      const found = colour(getComputedStyle(one).backgroundColor);
      if (found[3] === 1) return found;
    }
    return [255, 255, 255, 1];
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };

  /** The element that draws the focus: itself, or one around or behind it (a hidden radio button and its label). */
  const outlined = (element: Element): Element | undefined => {
    const draws = (one: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    for (let one: Element | null = element, n = 0; one && n < 4; one = one.parentElement, n++) if (draws(one)) return one;
    return undefined;
  };

  const faultsOf = (element: Element): string[] => {
    const faults: string[] = [];
    const rect = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!rect) return ['has no size'];
    const shown = outlined(element);
    if (!shown) faults.push('nothing shows the focus');
    else {
      const ratio = contrast(colour(getComputedStyle(shown).outlineColor), ground(shown.parentElement));
      if (ratio < 3) faults.push(`the outline has ${ratio.toFixed(1)}:1`);
    }
    const inWindow = rect.top < innerHeight - 4 && rect.bottom > 4 && rect.left < innerWidth && rect.right > 0;
    if (!inWindow) faults.push(`is not in the window: ${Math.round(rect.top)} to ${Math.round(rect.bottom)} of ${innerHeight}`);
    else {
      const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.2, 0.8].map((y) => [rect.left + rect.width * x, rect.top + rect.height * y] as const));
      const within = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
      const covers = within.map(([x, y]) => document.elementFromPoint(x, y)).map((top) => (top && (element.contains(top) || top.contains(element) || isLabel(element, top)) ? undefined : top));
      if (covers.length > 0 && covers.every((top) => top !== undefined)) faults.push(`is covered by ${covers[0] ? nameOf(covers[0]) : 'nothing'}`);
    }
    return faults;
  };
  const isLabel = (element: Element, top: Element): boolean => [...((element as HTMLInputElement).labels ?? [])].some((label) => label.contains(top));

  /** True when a reader's eye would have to go back: upwards in the same column. The card of a term may stand above it. */
  const isUpwards = (last: Element, next: Element): boolean => {
    const [from, to] = [last.getBoundingClientRect(), next.getBoundingClientRect()];
    const isSameColumn = to.left < from.right && from.left < to.right;
    return isSameColumn && to.bottom <= from.top && !next.closest('.gloss-card') && !last.closest('.top, .side, .skip');
  };

  holder.finish = () => {
    const groups = new Set([...state.seen].map((one) => (one as HTMLInputElement).type === 'radio' && (one as HTMLInputElement).name).filter(Boolean));
    const missed = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
      (one) => one.tabIndex === 0 && !one.matches(':disabled') && !state.seen.has(one) && one.checkVisibility({ visibilityProperty: true }) && !groups.has((one as HTMLInputElement).name),
    );
    return [...state.stops, ...missed.map((one) => ({ name: nameOf(one), faults: ['was never reached'] }))];
  };

  holder.look = () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement || element === state.first) return 'out';
    state.first ??= element;
    const faults = faultsOf(element);
    if (state.seen.has(element)) faults.push('comes a second time');
    const position = state.last?.compareDocumentPosition(element) ?? 0;
    const wanted = isForward ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    if (state.last?.isConnected && !(position & wanted)) faults.push(`comes out of order, after ${nameOf(state.last)}`);
    if (isForward && state.last?.isConnected && isUpwards(state.last, element)) faults.push(`stands above ${nameOf(state.last)}, which comes before it`);
    if ((element as HTMLElement).tabIndex > 0) faults.push('has a tabindex of its own');
    state.seen.add(element);
    state.last = element;
    state.stops.push({ name: nameOf(element), faults });
    if (element.shadowRoot?.activeElement?.matches('.cm-content')) return 'editor';
    return element.matches('python-exercise textarea') ? 'field' : 'on';
  };
}
