import { expect, test } from '@playwright/test';
import { templates } from './templates.ts';
import { openWhole } from './whole.ts';

/** Square of a target in CSS pixels: what fingers hit. */
const target = 44;

test.describe(`on a phone every target that is not a link in a sentence is ${target} px`, () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  for (const [name, path] of Object.entries(templates)) {
    test(name, async ({ page }) => {
      await openWhole(page, path);
      await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')));
      expect(await page.evaluate(smallTargets, target)).toEqual([]);
      const contents = page.getByRole('button', { name: 'Contents' });
      if ((await contents.count()) === 0) return;
      await contents.tap();
      expect(await page.evaluate(smallTargets, target), 'contents').toEqual([]);
    });
  }
});

/** Runs in the page: targets whose box, or that of their label, is smaller, unless what is around them answers for them. */
function smallTargets(least: number): string[] {
  const found: string[] = [];
  const isInSentence = (one: HTMLElement): boolean =>
    one.localName === 'a' && (getComputedStyle(one).display === 'inline' || [...(one.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && /\w|,/.test(node.nodeValue ?? '')));
  for (const one of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')) {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || one.closest('.vh, .skip') || isInSentence(one)) continue;
    const all = [one, ...((one as HTMLInputElement).labels ?? [])];
    const hits = (x: number, y: number): boolean => all.some((part) => part.contains(document.elementFromPoint(x, y)));
    const boxes = all.map((part) => part.getBoundingClientRect());
    const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
    if (width >= least - 0.5 && height >= least - 0.5) continue;
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    // How far the target reaches beyond its box: what a pseudo-element or a frame around it adds.
    const reach = (dx: number, dy: number): number => {
      let far = 0;
      while (far < least && hits(x + dx * (far + 1), y + dy * (far + 1))) far++;
      return far;
    };
    const across = width >= least - 0.5 || reach(-1, 0) + reach(1, 0) >= least - 1;
    const down = height >= least - 0.5 || reach(0, -1) + reach(0, 1) >= least - 1;
    if (across && down) continue;
    found.push(`${Math.round(width)} × ${Math.round(height)}: ${one.localName}[${one.className}] “${(one.textContent ?? '').trim().slice(0, 30)}” in ${one.parentElement?.localName}[${one.parentElement?.className}]`);
  }
  return [...new Set(found)];
}

test.describe('nothing moves for whoever asked for less motion', () => {
  test.use({ reducedMotion: 'reduce' });
  for (const [name, path] of Object.entries(templates)) {
    test(name, async ({ page }) => {
      await openWhole(page, path);
      expect(await page.evaluate(moving)).toEqual([]);
    });
  }
});

/** Runs in the page: what has a transition, an animation or a smooth scroll. */
function moving(): string[] {
  const found = new Set<string>();
  const seconds = (list: string): number => Math.max(...list.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 0.001 : 1)));
  for (const one of document.querySelectorAll('*')) {
    for (const part of ['', '::before', '::after']) {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(one, part);
      if (seconds(transitionDuration) > 0.01) found.add(`${one.localName}[${one.className}]${part}: transition of ${transitionDuration}`);
      if (animationName !== 'none' && seconds(animationDuration) > 0.01) found.add(`${one.localName}${part}: ${animationName} of ${animationDuration}`);
      if (scrollBehavior !== 'auto') found.add(`${one.localName}: scrolls smoothly`);
    }
  }
  return [...found];
}

test('small targets and motion are found', async ({ page }) => {
  await page.goto('about:blank');
  await page.setContent('<title>Faults</title><style>button { inline-size: 30px; block-size: 30px; padding: 0; transition: color 1s }</style><button>x</button><p>A <a href="#x">link</a> in a sentence</p>');
  expect(await page.evaluate(smallTargets, target)).toEqual([expect.stringMatching(/^30 × 30: button/)]);
  expect(await page.evaluate(moving)).toEqual([expect.stringMatching(/transition of 1s$/)]);
});
