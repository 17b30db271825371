import { onProgress, progress } from '../../progress/browser.ts';
import { whereToContinue } from './model.ts';

/**
 * Lets the link `[data-continue]` of a page that lists the chapters lead to where the reader was. Their order, titles and
 * addresses come from the list; the attribute holds what the link is then called in its `<b>`, above the chapter's title.
 */
function goOn(link: HTMLAnchorElement, heading: Element, words: Element): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const item of document.querySelectorAll<HTMLElement>('[data-chapter]')) {
    const { chapter } = item.dataset;
    const target = item instanceof HTMLAnchorElement ? item : item.querySelector('a');
    if (chapter && target && !links.has(chapter)) links.set(chapter, target);
  }
  const where = whereToContinue(progress.read(), [...links.keys()]);
  const target = links.get(where?.slug ?? '');
  if (!target) return;
  const name = [...target.childNodes].filter((node) => !(node instanceof HTMLElement && node.matches('[data-state-words]')));
  link.href = target.href;
  if (where?.section) link.hash = where.section;
  heading.textContent = link.dataset['continue'] ?? '';
  words.textContent = name.map(({ textContent }) => textContent).join('').trim();
}

const link = document.querySelector<HTMLAnchorElement>('a[data-continue]');
const [heading, words] = [link?.querySelector('b'), link?.querySelector('span')];
if (link && heading && words) {
  const render = (): void => goOn(link, heading, words);
  onProgress(render, new AbortController().signal);
  render();
}
