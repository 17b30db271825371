import { expect, test, type Page } from '@playwright/test';
import { codePlate, plateKind } from '../../src/content/plate.ts';
import { guide } from '../site.ts';

/** Words that a drawing must show: participants' names, node labels, messages. */
function labels(source: string): readonly string[] {
  const found = [
    ...[...source.matchAll(/^\s*(?:participant|actor) \S+ as (.+)$/gm)].map(([, label]) => label),
    ...[...source.matchAll(/->>?[+-]?\s*\w+\s*:\s*(.+)$/gm)].map(([, label]) => label),
    ...[...source.matchAll(/\w[[({]+"?([^"\])}|]+)"?[\])}]+/g)].map(([, label]) => label),
  ];
  return found.flatMap((label) => (label ?? '').split(/<br\s*\/?>/)).map((label) => label.trim()).filter(Boolean);
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

async function expectDrawings(page: Page, slug: string): Promise<void> {
  const chapter = guide().chapters.find((candidate) => candidate.slug === slug);
  for (const { lang, meta, body } of chapter?.body.fences ?? []) {
    if (lang !== 'mermaid') continue;
    const drawing = page.locator(`figure#${meta.values['id']} .drawing svg`);
    await expect(drawing, `drawing ${meta.values['id']}`).toBeVisible();
    const text = squeeze((await drawing.textContent()) ?? '');
    for (const label of labels(body)) expect(text).toContain(squeeze(label.replaceAll('#59;', ';')));
    const smallest = await drawing.evaluate((svg: SVGSVGElement) => {
      const scale = svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || svg.getBoundingClientRect().width);
      const sizes = [...svg.querySelectorAll('text, tspan, foreignObject *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .map((element) => parseFloat(getComputedStyle(element).fontSize) * scale);
      return Math.min(...sizes);
    });
    expect(smallest, `text of ${meta.values['id']} on screen`).toBeGreaterThanOrEqual(12);
  }
}

for (const { slug, body, dir } of guide().chapters) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const javaScriptEnabled of [true, false]) {
      test(`drawings of ${slug} are legible on a phone, ${colorScheme}, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({ browser, baseURL }) => {
        const viewport = { width: 360, height: 740 };
        const context = await browser.newContext({ colorScheme, javaScriptEnabled, viewport, baseURL: baseURL ?? '' });
        const page = await context.newPage();
        await page.goto(`/en/${slug}/`);
        await expectDrawings(page, slug);
        await context.close();
      });
    }
  }

  test(`listings and transcripts of ${slug} equal their files`, async ({ page }) => {
    await page.goto(`/en/${slug}/`);
    const shown = await page.locator('figure[data-plate="listing"], figure[data-plate="transcript"]').evaluateAll((figures) =>
      figures.map((figure) => [...figure.querySelectorAll('.l > span:first-child')].map((line) => (line.textContent ?? '').replace(/\n$/, ''))),
    );
    const expected = body.fences
      .filter(({ lang, meta }) => ['listing', 'transcript'].includes(plateKind(lang, meta)))
      .map(({ lang, meta, body: notes }) => codePlate(dir, lang, meta, notes).excerpt.lines);
    expect(shown).toEqual(expected);
  });
}
