import { expect, test, type Page } from '@playwright/test';
import { templates } from './templates.ts';
import { openWhole } from './whole.ts';

/** Where the system sets the colours: controls keep an edge, and a state shows without its background. */
test.use({ forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });

for (const [name, path] of Object.entries(templates)) {
  test(`${name}: with forced colours every control has an edge or an underline`, async ({ page }) => {
    await openWhole(page, path);
    expect(await page.evaluate(bare)).toEqual([]);
  });
}

/** Runs in the page: fields and buttons without a border, links in sentences without an underline, drawings without a line. */
function bare(): string[] {
  const found: string[] = [];
  const name = (one: Element): string => `${one.localName}[${one.getAttribute('class') ?? ''}] “${(one.textContent ?? '').trim().slice(0, 30)}”`;
  for (const one of document.querySelectorAll<HTMLElement>('input:not([type="file"]), select, textarea, main button')) {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.vh')) continue;
    const { appearance, borderTopWidth, borderBottomStyle, textDecorationLine } = getComputedStyle(one);
    // What the system draws itself has its edge.
    if (appearance !== 'auto' && parseFloat(borderTopWidth) === 0 && borderBottomStyle === 'none' && textDecorationLine !== 'underline') found.push(`no edge: ${name(one)}`);
  }
  for (const link of document.querySelectorAll<HTMLElement>('main p > a[href], main li > a[href]')) {
    const isAmongWords = [...(link.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && /\w/.test(node.nodeValue ?? ''));
    if (isAmongWords && link.checkVisibility() && getComputedStyle(link).textDecorationLine !== 'underline') found.push(`no underline: ${name(link)}`);
  }
  const canvas = getComputedStyle(document.body).backgroundColor;
  for (const shape of document.querySelectorAll<SVGElement>('main figure svg :is(line, path, rect, polygon, text)')) {
    // A gap in a line, behind its label, has the colour of the page on purpose.
    if (shape.closest('defs, marker, clipPath, symbol, .gap') || !shape.checkVisibility()) continue;
    const { fill, stroke } = getComputedStyle(shape);
    if ([fill, stroke].every((colour) => colour === 'none' || colour === canvas || colour === 'rgba(0, 0, 0, 0)')) found.push(`not to be seen: ${shape.outerHTML.slice(0, 80)}`);
  }
  return [...new Set(found)];
}

/** How a part looks, without what forced colours take away: backgrounds and shadows. */
const look = (page: Page, selector: string): Promise<string | undefined> =>
  page.evaluate((which) => {
    const one = document.querySelector(which);
    if (!one) return undefined;
    const { outlineStyle, outlineWidth, borderTopWidth, borderInlineStartWidth, fontWeight, forcedColorAdjust, color } = getComputedStyle(one);
    const filled = forcedColorAdjust === 'none' ? getComputedStyle(one).backgroundColor + getComputedStyle(one).fill : '';
    return [outlineStyle, outlineWidth, borderTopWidth, borderInlineStartWidth, fontWeight, color, filled].join(' ');
  }, selector);

test('with forced colours the present stop, the chosen option and a marked line differ from the others', async ({ page }) => {
  await openWhole(page, templates.chapter);
  const present = await look(page, '.strip [aria-current] span');
  expect(present).toBeDefined();
  expect(present).not.toBe(await look(page, '.strip .stop:not([aria-current]) span'));
  expect(await look(page, '.strip [aria-current] .mk')).not.toBe(await look(page, '.strip .stop:not([aria-current]) .mk'));
  expect(await look(page, '.wire .l.hit')).not.toBe(await look(page, '.wire .l:not(.hit)'));
  const option = '.predict input[type="radio"]';
  const before = await look(page, option);
  await page.locator(option).first().check();
  expect(await look(page, `${option}:checked`)).not.toBe(before);
});

test('a control without an edge, a link without a line and a drawing without a colour are found', async ({ page }) => {
  await page.goto('about:blank');
  await page.setContent('<title>Faults</title><main><button style="appearance: none; border: 0">x</button><p>A <a href="#x" style="text-decoration: none">link</a></p><figure><svg><rect width="9" height="9" fill="none"/></svg></figure></main>');
  expect(await page.evaluate(bare)).toEqual([expect.stringMatching(/^no edge: button/), expect.stringMatching(/^no underline: a/), expect.stringMatching(/^not to be seen: <rect/)]);
});
